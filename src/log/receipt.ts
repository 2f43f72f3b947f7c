import { FormatError } from './error.js';
import type { SignedEvent } from './event.js';
import { checkLeaf, decodeLeaf, type Leaf, leafHash } from './leaf.js';
import { verifyInclusion } from './merkle-verify.js';
import type { Policy } from './policy.js';
import { type FindKey, readEvent } from './read-event.js';
import { subjectTag } from './subject-tag.js';
import { parseTlogProof } from './tlog-proof.js';
import { type VerifiedCheckpoint, verifyCheckpoint } from './verify-checkpoint.js';

const CLOCK_TOLERANCE_MS = 5 * 60 * 1000;

/** What the log gives for an event that it took in (log-format section 7). */
export interface Receipt {
  readonly jws: string;
  /** C2SP tlog-proof v1 with the leaf data. */
  readonly proof: string;
  readonly subjectSalt: Uint8Array;
}

/** What a good receipt proves: this event is in the tree of this checkpoint, at this index. */
export interface VerifiedReceipt {
  readonly event: SignedEvent;
  readonly leaf: Leaf;
  readonly leafHash: Uint8Array;
  readonly index: number;
  /** Without its quorum the receipt is provisional. */
  readonly checkpoint: VerifiedCheckpoint;
}

/**
 * Checks a receipt with nothing but the policy and the signer's key.
 * @throws {FormatError} `jws`, `key`, `jcs`, `checkpoint`, `leaf` or `inclusion`
 */
export async function verifyReceipt(
  { jws, proof, subjectSalt }: Receipt,
  policy: Policy,
  findKey: FindKey,
): Promise<VerifiedReceipt> {
  const event = await readEvent(jws, findKey);
  const { extra, index, proof: hashes, checkpoint: note } = parseTlogProof(proof);
  const checkpoint = await verifyCheckpoint(note, policy);
  if (checkpoint.origin !== event.log) {
    throw new FormatError(
      'checkpoint',
      `the event is for ${event.log}, the checkpoint of ${checkpoint.origin}`,
    );
  }
  if (extra === undefined) throw new FormatError('leaf', 'the receipt has no leaf data');
  const leaf = decodeLeaf(extra);
  checkLeaf(leaf, event, subjectTag(subjectSalt, event.subject));
  const { size, root } = checkpoint;
  const hash = leafHash(extra);
  if (!verifyInclusion({ index, size, leafHash: hash, proof: hashes, root })) {
    throw new FormatError('inclusion', `leaf ${index} is not proven to be in the tree of ${size}`);
  }
  return { event, leaf, leafHash: hash, index, checkpoint };
}

/**
 * The signer, who holds a fresh receipt, compares the time received with a clock of one's own.
 * @param now milliseconds since 1970
 * @throws {FormatError} `leaf` where they are more than 5 minutes apart
 */
export function checkReceivedAt(leaf: Leaf, now: number): void {
  if (Math.abs(leaf.receivedAt - now) > CLOCK_TOLERANCE_MS) {
    throw new FormatError('leaf', `received at ${leaf.receivedAt}, more than 5 minutes from ${now}`);
  }
}
