import type { BigInteger, LogPlace, Timestamp } from './columns.js';

export interface ImportTable extends LogPlace {
  readonly id: string;
  readonly reference: string;
  readonly contents: string;
  readonly table_sha256: string;
  readonly total_rows: BigInteger;
  readonly entered_rows: BigInteger;
  readonly last_row: BigInteger;
  readonly standing: string;
  readonly opened_by: string;
  readonly opened_at: Timestamp;
  /** Leaf of `import.closed`: from there on its rows count. Null: they do not. */
  readonly closed_index: BigInteger | null;
}

/** A row that an import has listed as entered. */
export interface ImportRowTable {
  readonly import: string;
  readonly row_number: BigInteger;
  /** `<kind>/<UUID>`. */
  readonly subject: string;
}
