import { ServiceUnreachable } from '../../client/index.js';
import {
  consistencyProofFromTiles,
  equalBytes,
  FormatError,
  type Policy,
  provesOtherBeginning,
  rootFromTiles,
  tileWidth,
  type VerifiedCheckpoint,
  verifyCheckpoint,
  verifyConsistency,
} from '../../log/index.js';
import { detailText } from '../../verify/index.js';
import { UsageError } from '../usage-error.js';
import type { RemoteLog } from './remote-log.js';

interface Shown {
  readonly checkpoint: VerifiedCheckpoint;
  readonly note: string;
}

/** How a larger tree begins, where it does not begin as the one that was kept. */
export interface OtherBeginning {
  /** Root of the kept size in the larger tree. */
  readonly root: Uint8Array;
  /** From that one (RFC 9162 section 2.1.4): leads to the signed root of the larger tree. */
  readonly consistency: readonly Uint8Array[];
}

/** What a log shows now, against what it showed before. */
export type Comparison =
  | (Shown & { readonly kind: 'first' | 'same' | 'grown' })
  /** It signed what cannot be the same history: both notes are signed by its key. Null for two notes of one size. */
  | (Shown & { readonly kind: 'forked'; readonly begins: OtherBeginning | null })
  /** It shows less than it had signed. */
  | (Shown & { readonly kind: 'shrunk' })
  /** Its tiles are not those of its own checkpoint, so nothing follows from them: a fault, or an excuse. */
  | (Shown & { readonly kind: 'unproven' });

/**
 * Compares the checkpoint that a log shows with the one that was kept; by its tiles where it has grown.
 * @param kept the note that was kept; null: none yet
 * @throws ServiceUnreachable, also where what it gives now is no checkpoint of the policy's log; {FormatError}
 * `checkpoint` where the kept one is none, or the first
 */
export async function compareWithKept(
  log: RemoteLog,
  policy: Policy,
  kept: string | null,
): Promise<Comparison> {
  const before = kept === null ? null : await verifyKept(kept, policy);
  const note = await log.checkpoint();
  if (before === null) return { kind: 'first', checkpoint: await verifyCheckpoint(note, policy), note };
  const checkpoint = await verifyCheckpoint(note, policy).catch((error: unknown) => {
    if (error instanceof FormatError) throw notItsCheckpoint(error);
    throw error;
  });
  const shown = { checkpoint, note };
  // Two logs of one policy are two histories.
  if (checkpoint.origin !== before.origin) return { kind: 'forked', ...shown, begins: null };
  if (checkpoint.size < before.size) return { kind: 'shrunk', ...shown };
  if (checkpoint.size === before.size) {
    const same = equalBytes(checkpoint.root, before.root);
    return same ? { kind: 'same', ...shown } : { kind: 'forked', ...shown, begins: null };
  }
  return before.size === 0 ? { kind: 'grown', ...shown } : compareGrown(log, before, shown);
}

async function compareGrown(
  { tiles }: RemoteLog,
  { size: oldSize, root: oldRoot }: VerifiedCheckpoint,
  shown: Shown,
): Promise<Comparison> {
  const { size, root } = shown.checkpoint;
  const consistency = await consistencyProofFromTiles(oldSize, size, tiles);
  const claim = { oldSize, size, oldRoot, root, proof: consistency };
  if (verifyConsistency(claim)) return { kind: 'grown', ...shown };
  // Tiles as the larger tree has them: a log need not keep the partial ones of smaller trees.
  const asGrown = {
    readTile: (tile: Parameters<typeof tiles.readTile>[0]) =>
      tiles.readTile({ ...tile, width: tileWidth(tile, size) }),
  };
  const begins = { root: await rootFromTiles(oldSize, asGrown), consistency };
  if (provesOtherBeginning(claim, begins.root)) return { kind: 'forked', ...shown, begins };
  return { kind: 'unproven', ...shown };
}

/** A gateway's page, or the note of another log, while this one is away. */
function notItsCheckpoint(cause: FormatError): ServiceUnreachable {
  return new ServiceUnreachable(
    {
      en: `what the log gives now is no checkpoint of it: ${cause.message}`,
      fr: `ce que le journal donne maintenant n'est pas un point de contrôle de ce journal : ${detailText(cause.message).fr}`,
    },
    { cause },
  );
}

/** What was kept was verified then; by a policy of a newer key alone it cannot be compared. @throws UsageError */
async function verifyKept(kept: string, policy: Policy): Promise<VerifiedCheckpoint> {
  try {
    return await verifyCheckpoint(kept, policy);
  } catch (cause) {
    if (!(cause instanceof FormatError)) throw cause;
    throw new UsageError(
      {
        en: `the checkpoint that was kept is not signed by this policy's log (${cause.message}). Was the log given a new key? Name the old one beside it`,
        fr: `le point de contrôle gardé n'est pas signé par le journal de cette politique (${cause.message}). Le journal a-t-il une nouvelle clé ? Nommez aussi l'ancienne`,
      },
      { cause },
    );
  }
}
