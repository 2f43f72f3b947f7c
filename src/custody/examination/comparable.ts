import type { EvidenceState } from '../evidence/state.js';
import type { ResultOnItem } from './on-item.js';

/** A trace or a mark that may stand on an item of another case too. */
export interface Comparable {
  readonly kind: 'TRACE' | 'MARK';
  /**
   * Equal for two where they are worth a comparison: it says nothing of what they are. Of a mark it may be many times as
   * long as the mark (NFKC).
   */
  readonly key: string;
  /** The laboratory's reference, or the mark as read. */
  readonly reference: string;
  /** What the trace is; null of a mark. */
  readonly traceKind: string | null;
  /** Where on the item; null where the record does not keep it. */
  readonly place: string | null;
  /** UUID of the examination; null: as the item was registered. */
  readonly examination: string | null;
  /** The item's event of the result; null as above. */
  readonly event: string | null;
}

/**
 * What of an item can be compared from case to case (V7): marks as registered, traces and marks of the newest version of
 * each report. What an amendment took back is compared no more (RQ-54: it stays in the item's history).
 */
export function comparablesOf(state: EvidenceState): readonly Comparable[] {
  const registered = state.marks.map(mark => markOf(mark, null, null));
  const found = inOrder(state.examinations).flatMap(([examination, { laboratory, results }]) =>
    newestOf(results).flatMap(({ event, traces, marks }) => [
      ...traces.map(({ kind, reference }) => ({
        kind: 'TRACE' as const,
        // A reference is the laboratory's own: another one may have given the same to another trace.
        key: `${laboratory} ${reference}`,
        reference,
        traceKind: kind,
        place: null,
        examination,
        event,
      })),
      ...marks.map(mark => markOf(mark, examination, event)),
    ]),
  );
  return [...registered, ...found];
}

function markOf(
  { text, place }: EvidenceState['marks'][number],
  examination: string | null,
  event: string | null,
): Comparable {
  const key = comparedMark(text);
  return { kind: 'MARK', key, reference: text, traceKind: null, place, examination, event };
}

/**
 * A mark without what two readers write differently: case, spaces, hyphens and the like. `□` stays: a character that could
 * not be read is nothing that two marks share, but a mark read so twice is found.
 */
export function comparedMark(text: string): string {
  const plain = text
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\p{P}]/gu, '');
  return plain === '' ? text : plain;
}

/** By UUID: the order of members differs between a state just made and the same one as the database gives it back. */
function inOrder(examinations: EvidenceState['examinations'] = {}) {
  return Object.entries(examinations).sort(([one], [other]) => (one < other ? -1 : 1));
}

/** Of each report the version that came last. */
function newestOf(results: readonly ResultOnItem[]): readonly ResultOnItem[] {
  return [...new Map(results.map(result => [result.report, result])).values()];
}
