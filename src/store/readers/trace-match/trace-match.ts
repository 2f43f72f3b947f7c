/** What two officers stated of a trace or mark of one item and those of others (V7). */
interface StatedComparison {
  /** UUIDs of the other items. */
  readonly with: readonly string[];
  readonly result: string;
  /** UUID of the examination. */
  readonly examination: string;
  /** The item's event. */
  readonly event: string;
}

/** One item that bears the trace or mark. */
export interface FoundOnItem {
  /** UUID. */
  readonly item: string;
  readonly incident: string;
  /** As it stands on record of this item. */
  readonly reference: string;
  /** What the trace is, by code or in words; null of a mark. */
  readonly traceKind: string | null;
  readonly place: string | null;
  /** The examination that found it, with its number; null: as the item was registered. */
  readonly examination: string | null;
  readonly examinationNumber: string | null;
  readonly event: string | null;
  readonly compared: readonly StatedComparison[];
}

/** The same trace or mark on items of several incidents: found by comparing what is on record, and no more than that. */
export interface TraceMatch {
  readonly kind: 'TRACE' | 'MARK';
  /** UUID of the laboratory whose reference it is; null of a mark. */
  readonly laboratory: string | null;
  /** How many incidents and items bear it, of those the reader may see. */
  readonly incidents: number;
  readonly items: number;
  /** The first of them, in the order in which they came to be known. */
  readonly found: readonly FoundOnItem[];
}

export const mostFoundShown = 200;

/** Where a match stands in the list: the leaf that told its first trace or mark, and which of that leaf it is. */
export type MatchPosition = readonly [leaf: number, position: number];
