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

/** What a good proof shows: the event is in the tree of this checkpoint, at this index. */
export interface VerifiedInclusion {
  readonly leaf: Leaf;
  readonly leafHash: Uint8Array;
  readonly index: number;
  /** Without its quorum the receipt is provisional. */
  readonly checkpoint: VerifiedCheckpoint;
}

export interface VerifiedReceipt extends VerifiedInclusion {
  readonly event: SignedEvent;
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
  return { event, ...(await verifyInclusionOfEvent(event, { proof, subjectSalt }, policy)) };
}

/**
 * The part of a receipt that the log answers for: leaf, inclusion, checkpoint. For a signer, who knows his own
 * signature.
 * @throws {FormatError} `checkpoint`, `leaf` or `inclusion`
 */
export async function verifyInclusionOfEvent(
  event: Pick<SignedEvent, 'log' | 'subject' | 'seq' | 'jws'>,
  { proof, subjectSalt }: Omit<Receipt, 'jws'>,
  policy: Policy,
): Promise<VerifiedInclusion> {
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
  return { leaf, leafHash: hash, index, checkpoint };
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
