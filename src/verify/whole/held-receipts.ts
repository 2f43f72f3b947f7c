import {
  decodeLeaf,
  equalBytes,
  FormatError,
  type HistoryHead,
  hashJws,
  leafHash,
  type Policy,
  parseTlogProof,
  peekEvent,
  type SignedEvent,
  verifyCheckpoint,
  verifyInclusion,
} from '../../log/index.js';
import { CheckFailure } from '../check-failure.js';

/** What an officer was answered with and kept (log-format section 7). */
export interface HeldReceipt {
  readonly jws: string;
  /** C2SP tlog-proof with its checkpoint. */
  readonly proof: string;
}

/** A checkpoint that the receiver holds, as a signed note, or a receipt with the one that it is under. */
export type Held = string | Uint8Array | HeldReceipt;

/** Something held that was read: the checkpoint, and what a receipt shows of the log under it. */
export interface ReadHeld {
  /** Null where a receipt does not show what it says. */
  readonly note: string | Uint8Array | null;
  readonly shown?: ShownEvent;
}

/** What a receipt is compared with. */
interface ReceiptScope {
  readonly size: number;
  isWhole(subject: string): boolean;
  headOf(subject: string): HistoryHead | undefined;
}

/** @param policy what vouches for the checkpoint of a receipt */
export function readHeld(
  known: readonly Held[],
  policy: Policy,
  origin: string,
): Promise<readonly ReadHeld[]> {
  return Promise.all(
    known.map(held =>
      isReceipt(held) ? readReceipt(held, policy, origin) : Promise.resolve({ note: held }),
    ),
  );
}

function isReceipt(held: Held): held is HeldReceipt {
  return typeof held === 'object' && 'proof' in held;
}

/**
 * A receipt shows that the log took an event in at an index. A head statement of a larger tree that ends the subject's
 * history before it, or with another event, is false (log-format section 9).
 * @throws {CheckFailure} `head`
 */
export function checkHeldReceipts(held: readonly ReadHeld[], { size, isWhole, headOf }: ReceiptScope): void {
  for (const { shown } of held) {
    if (shown === undefined || shown.index >= size || !isWhole(shown.event.subject)) continue;
    const { subject, seq, eventId } = shown.event;
    const head = headOf(subject);
    if (head !== undefined && (head.seq > seq || (head.seq === seq && head.eventId === eventId))) continue;
    throw new CheckFailure(
      'head',
      subject,
      `the head statement denies its event ${seq}, which a receipt held shows at leaf ${shown.index}`,
    );
  }
}

interface ShownEvent {
  readonly event: Pick<SignedEvent, 'subject' | 'seq' | 'eventId'>;
  readonly index: number;
}

/** A receipt that the policy does not vouch for proves nothing, for or against the export. */
async function readReceipt(
  { jws, proof: text }: HeldReceipt,
  policy: Policy,
  origin: string,
): Promise<ReadHeld> {
  try {
    const { extra, index, proof, checkpoint: note } = parseTlogProof(text);
    const { size, root, origin: of } = await verifyCheckpoint(note, policy);
    const event = peekEvent(jws);
    if (extra === undefined || of !== origin || event.log !== origin) return { note: null };
    const isItsLeaf = equalBytes(decodeLeaf(extra).jwsHash, hashJws(jws));
    const isInside = verifyInclusion({ index, size, leafHash: leafHash(extra), proof, root });
    return isItsLeaf && isInside ? { note, shown: { event, index } } : { note: null };
  } catch (error) {
    if (error instanceof FormatError) return { note: null };
    throw error;
  }
}
