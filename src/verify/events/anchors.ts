import {
  base64Bytes,
  FormatError,
  type Policy,
  parseCheckpoint,
  parseNote,
  type SignedEvent,
  type VerifiedCheckpoint,
  verifyCheckpoint,
} from '../../log/index.js';
import { type Sighting, sightingsOf } from '../witnesses.js';
import type { LogKeys } from './log-keys.js';

/** A checkpoint that stands in the log itself, seen by a quorum of the policy's witnesses. */
export interface Anchor {
  readonly leaf: number;
  readonly size: number;
  readonly root: Uint8Array;
  /** One or more. */
  readonly seen: readonly Sighting[];
}

/** An anchor that bounds no time, and why. */
export interface UncountedAnchor {
  readonly leaf: number;
  readonly reason: 'unsigned' | 'foreign' | 'unseen';
}

/**
 * Reads `log.anchored` (log-format section 8). A note that this policy does not count, as of a witness who is not in
 * it any more, bounds nothing and is no fault; nor is one that the key in force for its size has not signed.
 * @param logKeys those of the leaves before
 * @throws {FormatError} `leaf` for a note that is none, or of a tree that the leaf could not have followed
 */
export async function readAnchor(
  event: SignedEvent,
  leaf: number,
  policy: Policy,
  logKeys: LogKeys,
): Promise<Anchor | UncountedAnchor> {
  const { note } = event.body;
  if (typeof note !== 'string') throw new FormatError('leaf', 'expected the note of a checkpoint');
  const checkpoint = await verify(base64Bytes(note, 'leaf'), event.log, policy, logKeys);
  if (checkpoint === undefined) return { leaf, reason: 'unsigned' };
  if (checkpoint.origin !== event.log) return { leaf, reason: 'foreign' };
  const { size, root } = checkpoint;
  if (size > leaf) throw new FormatError('leaf', `an anchor of size ${size} at leaf ${leaf}`);
  const seen = sightingsOf(checkpoint, policy);
  return seen.length === 0 ? { leaf, reason: 'unseen' } : { leaf, size, root, seen };
}

async function verify(
  note: Uint8Array,
  log: string,
  policy: Policy,
  logKeys: LogKeys,
): Promise<VerifiedCheckpoint | undefined> {
  try {
    const { size } = parseCheckpoint(parseNote(note).text);
    const others = policy.logs.filter(({ name }) => name !== log);
    return await verifyCheckpoint(note, { ...policy, logs: [logKeys.inForce(size), ...others] });
  } catch (error) {
    if (error instanceof FormatError) return undefined;
    throw error;
  }
}
