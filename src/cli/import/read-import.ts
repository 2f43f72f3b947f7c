import { readFile } from 'node:fs/promises';
import { hexText, sha256 } from '../../log/index.js';
import { readCsvRecords } from '../csv-records.js';
import { UsageError } from '../usage-error.js';
import { columnsOf, type ImportMapping, readMapping } from './mapping.js';

/** A row of the table: its number from 1, and its cells by heading. */
export interface ImportRow {
  readonly row: number;
  readonly cells: ReadonlyMap<string, string>;
}

/** A table as it was read, with what its columns are. */
export interface ReadImport {
  readonly mapping: ImportMapping;
  /** SHA-256 of each, hexadecimal. */
  readonly mappingHash: string;
  readonly tableHash: string;
  readonly size: number;
  readonly rows: readonly ImportRow[];
}

/** @throws UsageError where a file is not as it should be, or the mapping names a column that is not there */
export async function readImport(tablePath: string, mappingPath: string): Promise<ReadImport> {
  const [table, mappingBytes] = [await readFile(tablePath), await readFile(mappingPath)];
  const mapping = readMapping(mappingBytes);
  const [heading, ...records] = readCsvRecords(table, false);
  if (heading === undefined || records.length === 0) {
    throw new UsageError({ en: 'the table has no rows', fr: "le tableau n'a pas de lignes" });
  }
  requireColumns(heading.cells, mapping);
  const rows = records.map(({ cells }, position) => ({
    row: position + 1,
    cells: new Map(heading.cells.map((name, at) => [name, cells[at] ?? ''])),
  }));
  return {
    mapping,
    mappingHash: hexText(sha256(mappingBytes)),
    tableHash: hexText(sha256(table)),
    size: table.length,
    rows,
  };
}

function requireColumns(heading: readonly string[], mapping: ImportMapping): void {
  const named = columnsOf(mapping);
  const twice = named.filter(column => heading.indexOf(column) !== heading.lastIndexOf(column));
  if (twice.length > 0) {
    throw new UsageError({
      en: `the table has more than one column ${twice.join(', ')}`,
      fr: `le tableau a plus d'une colonne ${twice.join(', ')}`,
    });
  }
  const missing = named.filter(column => !heading.includes(column));
  if (missing.length === 0) return;
  throw new UsageError({
    en: `the table has no column ${missing.join(', ')}; it has ${heading.join(', ')}`,
    fr: `le tableau n'a pas de colonne ${missing.join(', ')} ; il a ${heading.join(', ')}`,
  });
}
