import {
  consistencyProofFromTiles,
  equalBytes,
  type Policy,
  type VerifiedCheckpoint,
  verifyCheckpoint,
  verifyConsistency,
} from '../../log/index.js';
import type { RemoteLog } from './remote-log.js';

/** What a log shows now, against what it showed before. */
export type Comparison =
  | {
      readonly kind: 'first' | 'same' | 'grown';
      readonly checkpoint: VerifiedCheckpoint;
      readonly note: string;
    }
  /** It signed, or shows, what cannot be the same history. Both notes are signed by its key. */
  | { readonly kind: 'shrunk' | 'forked'; readonly checkpoint: VerifiedCheckpoint; readonly note: string };

/**
 * Compares the checkpoint that a log shows with the one that was kept; by its tiles where it has grown.
 * @param kept the note that was kept; null: none yet
 * @throws ServiceUnreachable; {FormatError} `checkpoint` where one of them is not signed by the policy's log
 */
export async function compareWithKept(
  log: RemoteLog,
  policy: Policy,
  kept: string | null,
): Promise<Comparison> {
  const note = await log.checkpoint();
  const checkpoint = await verifyCheckpoint(note, policy);
  if (kept === null) return { kind: 'first', checkpoint, note };
  const before = await verifyCheckpoint(kept, policy);
  // Two logs of one policy are two histories.
  if (checkpoint.origin !== before.origin) return { kind: 'forked', checkpoint, note };
  if (checkpoint.size < before.size) return { kind: 'shrunk', checkpoint, note };
  if (checkpoint.size === before.size) {
    return { kind: equalBytes(checkpoint.root, before.root) ? 'same' : 'forked', checkpoint, note };
  }
  const consistent = before.size === 0 || (await isContinued(log, before, checkpoint));
  return { kind: consistent ? 'grown' : 'forked', checkpoint, note };
}

async function isContinued(
  { tiles }: RemoteLog,
  { size: oldSize, root: oldRoot }: VerifiedCheckpoint,
  { size, root }: VerifiedCheckpoint,
): Promise<boolean> {
  const proof = await consistencyProofFromTiles(oldSize, size, tiles);
  return verifyConsistency({ oldSize, size, oldRoot, root, proof });
}
