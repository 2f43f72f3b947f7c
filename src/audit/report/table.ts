import { stringify } from 'csv-stringify/sync';
import type { Text } from '../../custody/text.js';
import { utf8Bytes } from '../../log/index.js';
import type { Heading } from './headings.js';

/** A row of a table: what is not said is empty. */
export type TableRow = readonly (string | number | null)[];

/** A table for people, beside the proofs. */
export interface ReportTable {
  /** Name of its CSV file, without the ending. */
  readonly name: string;
  readonly title: Text;
  readonly columns: readonly Heading[];
  /** What has to be known to read it; undefined: nothing. */
  readonly remark?: Text;
  rows(): AsyncIterable<TableRow> | Iterable<TableRow>;
}

/**
 * A table as CSV (RFC 4180), its columns in the first line. What officers wrote stands in it: a cell that a spreadsheet would take for a formula
 * begins with an apostrophe.
 */
export async function* csvOf({
  columns,
  rows,
}: Pick<ReportTable, 'rows'> & { readonly columns: readonly string[] }): AsyncGenerator<Uint8Array> {
  yield lineOf(columns);
  for await (const row of rows()) yield lineOf(row);
}

function lineOf(row: TableRow): Uint8Array {
  const cells = row.map(cell => (cell === null ? '' : String(cell)));
  return utf8Bytes(stringify([cells], { record_delimiter: 'windows', escape_formulas: true }));
}
