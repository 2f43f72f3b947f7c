import type { Kysely } from 'kysely';
import type { LogState } from '../../custody/log/state.js';
import type { Sop } from '../../custody/sop/document.js';
import { sopReference } from '../../custody/sop/sop-bytes.js';
import { parseVerifierKey, signCheckpoint } from '../../log/index.js';
import { transact } from '../database.js';
import type { Database } from '../schema/index.js';
import { FileVault, type SignedCheckpoint } from '../vault.js';
import { writeGroup } from './append-group.js';
import type { LogKey } from './checkpoint-signer.js';
import { readPosition } from './insert.js';
import { judgeGroup } from './judge-group.js';
import type { LoadedWorld } from './load-world.js';
import type { AppendOutcome } from './outcome.js';
import { readBatch } from './read-batch.js';
import type { RandomBytes } from './sequence.js';

export interface Founding {
  readonly db: Kysely<Database>;
  readonly vaultFolder: string;
  readonly origin: string;
  readonly logKey: LogKey;
  /** The SOP that leaf 0 names. */
  readonly sop: Sop;
  /** The founding batch: `log.opened`, its countersignatures, the founders' registrations. */
  readonly submitted: readonly string[];
  readonly now: () => number;
  readonly random: RandomBytes;
}

/** The founding cannot be carried out as asked; nothing was changed. */
export class FoundingError extends Error {
  override readonly name = 'FoundingError';
}

export type FoundingOutcome =
  | { readonly kind: 'founded'; readonly checkpoint: SignedCheckpoint }
  | Exclude<AppendOutcome, { kind: 'appended' }>;

/**
 * Creates a log from its founding batch (log-format section 8) and then its vault. A crash between the two
 * leaves a log without a vault: the same call finishes it, because nothing can have been appended meanwhile.
 */
export async function foundLog(founding: Founding): Promise<FoundingOutcome> {
  const { db, origin, submitted, sop } = founding;
  const existing = await readPosition(db, false);
  if (existing !== undefined) return finishFounding(founding, existing.size);
  const read = await readBatch(submitted, origin, async () => undefined);
  if (read.kind !== 'read') return read;
  const [opened] = read.events;
  if (opened?.event.type !== 'log.opened')
    throw new FoundingError('the founding batch begins with log.opened');
  requireOwnKey(founding, String(opened.event.body.logKey));
  const at = { size: 0, receivedAt: founding.now(), sop };
  const group = judgeGroup(emptyWorld(sop), [{ events: read.events, known: new Map() }], at, founding.random);
  const [judgement] = group.judgements;
  if (judgement === undefined || judgement.kind !== 'accepted') {
    return judgement ?? { kind: 'refused', violations: [] };
  }
  await transact(db, async ({ db: trx }) => {
    const { size, root, receivedAt } = await writeGroup(trx, { size: 0 }, group, at.receivedAt);
    const subject = opened.event.subject;
    await trx
      .insertInto('log_state')
      .values({ origin, subject, size, root: Buffer.from(root), received_at: receivedAt })
      .execute();
  });
  return finishFounding(founding, group.sequenced.length);
}

async function finishFounding(
  { db, origin, logKey, vaultFolder, submitted }: Founding,
  size: number,
): Promise<FoundingOutcome> {
  const position = await readPosition(db, false);
  if (position === undefined || position.origin !== origin) {
    throw new FoundingError(`the database already holds the log ${position?.origin ?? 'unknown'}`);
  }
  if (size !== submitted.length)
    throw new FoundingError(`the log ${origin} is founded already and has ${size} events`);
  const { root } = position;
  const note = await signCheckpoint({ origin, size, root }, logKey.key, logKey.signer);
  await FileVault.create(vaultFolder, note);
  return { kind: 'founded', checkpoint: { size, root, note } };
}

function requireOwnKey({ origin, logKey }: Founding, named: string): void {
  const key = parseVerifierKey(named, 'key');
  if (key.name !== origin || key.keyId !== logKey.key.keyId) {
    throw new FoundingError('log.opened names another log key than the one at hand');
  }
}

function emptyWorld(sop: Sop): LoadedWorld {
  const { sha256 } = sopReference(sop);
  return {
    subjects: new Map(),
    claims: new Map(),
    standing: () => undefined,
    event: () => undefined,
    claimant: () => undefined,
    sopDocument: hash => (hash === sha256 ? sop : undefined),
    log: (): LogState | undefined => undefined,
  };
}
