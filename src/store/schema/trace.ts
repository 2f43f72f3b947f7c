/** A trace or mark of an item, as it is compared with those of other incidents. */
export interface ItemTraceTable {
  readonly item: string;
  readonly position: number;
  readonly incident: string;
  readonly kind: string;
  /** SHA-256, hexadecimal, of what is the same where the trace is the same, or the mark reads the same. */
  readonly key: string;
  readonly reference: string;
  readonly trace_kind: string | null;
  readonly place: string | null;
  /** UUID of the examination that found it; null: as the item was registered. */
  readonly examination: string | null;
  readonly event: string | null;
}

/** What two officers stated of a trace or mark of an item (V7). */
export interface TraceComparisonTable {
  readonly item: string;
  readonly position: number;
  readonly reference: string;
  readonly others: readonly string[];
  readonly result: string;
  readonly examination: string;
  readonly event: string;
}
