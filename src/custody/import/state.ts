import type { CommonState } from '../common/state.js';
import type { ImportContents, ImportStanding } from '../vocabulary/imports.js';

/** An existing table that is brought into the register row by row. */
export interface ImportState extends CommonState {
  readonly reference: string;
  readonly contents: ImportContents;
  /** Of the table as it was read. */
  readonly table: { readonly sha256: string; readonly size: number };
  /** SHA-256 of the file that says which column is what. */
  readonly mapping: string;
  /** Rows that the table has, its heading not counted. */
  readonly totalRows: number;
  readonly openedBy: string;
  readonly openedAt: string;
  /** Rows entered so far. */
  readonly enteredRows: number;
  /** Number of the last row entered, from 1; 0: none was. */
  readonly lastRow: number;
  readonly standing: ImportStanding;
  /** Leaf of `import.closed`: from there on its rows count. Null: they do not. */
  readonly closedIndex: number | null;
}
