import { equalBytes } from './bytes.js';
import { FormatError } from './error.js';
import { type Leaf, NO_PREVIOUS_LEAF } from './leaf.js';

/** The last event of a subject's history and its leaf. */
export interface HistoryHead {
  readonly seq: number;
  readonly eventId: string;
  readonly leafHash: Uint8Array;
}

/**
 * The event and its leaf follow the head of their subject's history, `undefined` before the first
 * (log-format sections 1 and 4).
 * @throws {FormatError} `sequence`, `prev` or `prev-leaf`, in this order
 */
export function checkSuccessor(
  head: HistoryHead | undefined,
  event: { readonly seq: number; readonly prev: string | null },
  leaf: Leaf,
): void {
  const seq = (head?.seq ?? 0) + 1;
  if (event.seq !== seq) throw new FormatError('sequence', `expected seq ${seq}, received ${event.seq}`);
  const prev = head?.eventId ?? null;
  if (event.prev !== prev) throw new FormatError('prev', `expected prev ${prev}, received ${event.prev}`);
  if (!equalBytes(leaf.prevLeaf, head?.leafHash ?? NO_PREVIOUS_LEAF)) {
    throw new FormatError('prev-leaf', 'the leaf names another leaf before it');
  }
}
