import {
  decodeLeaf,
  equalBytes,
  FormatError,
  hashJws,
  leafHash,
  type Policy,
  parseTlogProof,
  peekEvent,
  type SignedEvent,
  type VerifiedCheckpoint,
  verifyCheckpoint,
  verifyInclusion,
} from '../../log/index.js';

/** What an officer was answered with and kept (log-format section 7). */
export interface HeldReceipt {
  readonly jws: string;
  /** C2SP tlog-proof with its checkpoint. */
  readonly proof: string;
}

/** A checkpoint that the receiver holds, as a signed note, or a receipt with the one that it is under. */
export type Held = string | Uint8Array | HeldReceipt;

/** What a receipt shows of the log. */
export interface ShownEvent {
  readonly event: Pick<SignedEvent, 'subject' | 'seq' | 'eventId'>;
  readonly index: number;
  readonly leafHash: Uint8Array;
}

/** Something held that was read. */
export interface ReadHeld {
  /** Null where it is not of this log by this policy, or a receipt does not show what it says. */
  readonly checkpoint: VerifiedCheckpoint | null;
  readonly shown?: ShownEvent;
}

/**
 * What the policy does not vouch for proves nothing, for or against the export.
 * @param policy what vouches for a checkpoint, also of a receipt
 */
export function readHeld(
  known: readonly Held[],
  policy: Policy,
  origin: string,
): Promise<readonly ReadHeld[]> {
  return Promise.all(
    known.map(async held => {
      try {
        return isReceipt(held)
          ? await readReceipt(held, policy, origin)
          : { checkpoint: await readCheckpoint(held, policy, origin) };
      } catch (error) {
        if (error instanceof FormatError) return { checkpoint: null };
        throw error;
      }
    }),
  );
}

function isReceipt(held: Held): held is HeldReceipt {
  return typeof held === 'object' && 'proof' in held;
}

async function readCheckpoint(
  note: string | Uint8Array,
  policy: Policy,
  origin: string,
): Promise<VerifiedCheckpoint | null> {
  const checkpoint = await verifyCheckpoint(note, policy);
  return checkpoint.origin === origin ? checkpoint : null;
}

async function readReceipt(
  { jws, proof: text }: HeldReceipt,
  policy: Policy,
  origin: string,
): Promise<ReadHeld> {
  const { extra, index, proof, checkpoint: note } = parseTlogProof(text);
  const checkpoint = await readCheckpoint(note, policy, origin);
  const event = peekEvent(jws);
  if (extra === undefined || checkpoint === null || event.log !== origin) return { checkpoint: null };
  const { size, root } = checkpoint;
  const hash = leafHash(extra);
  const isItsLeaf = equalBytes(decodeLeaf(extra).jwsHash, hashJws(jws));
  const isInside = verifyInclusion({ index, size, leafHash: hash, proof, root });
  return isItsLeaf && isInside
    ? { checkpoint, shown: { event, index, leafHash: hash } }
    : { checkpoint: null };
}
