import { join } from 'node:path';
import { type FileLock, tryFileLock } from './disk/file-lock.js';
import { consistencyProofFromTiles } from './log/index.js';
import { keepCosignature, readLastCosigned } from './store/cosignatures.js';
import type { OpenLog } from './store/open-log.js';
import { periodically } from './store/periodically.js';
import { storedTiles } from './store/tiles.js';
import { type AskingTold, WitnessAsking } from './witness/witness-asking.js';

/** How soon after it was signed a checkpoint is on its way to the witnesses. */
const lookMs = 500;

export interface AskingWitnesses {
  readonly asking: WitnessAsking;
  /** Breaks off what is in flight; lets another process ask. */
  readonly stop: () => Promise<void>;
}

/**
 * Asks the witnesses of a log for as long as the process lives. Of several processes of one log one does, the one that
 * holds a lock in the home folder; when it dies, the next.
 */
export function askWitnesses(log: OpenLog, home: string, told: AskingTold): AskingWitnesses {
  const { db, vault, policy, now } = log;
  const witnesses = policy.witnesses.flatMap(({ name, key, url }) =>
    url === null ? [] : [{ name, key, url }],
  );
  const asking = new WitnessAsking({
    witnesses,
    newest: () => vault.read(),
    proof: (oldSize, size) => consistencyProofFromTiles(oldSize, size, storedTiles(db)),
    lastCosigned: ({ key }) => readLastCosigned(db, key),
    keep: ({ key }, checkpoint, cosignature) => keepCosignature(db, key, checkpoint, cosignature),
    now,
    told,
  });
  let lock: FileLock | null = null;
  const endLooking = periodically(lookMs, async () => {
    if (witnesses.length === 0) return;
    lock ??= tryFileLock(join(home, 'witnesses.lock'));
    if (lock !== null) await asking.look();
  });
  return {
    asking,
    async stop() {
      await endLooking();
      await asking.stop();
      lock?.release();
    },
  };
}
