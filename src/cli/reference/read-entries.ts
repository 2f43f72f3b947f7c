import { calibreCode } from '../../custody/vocabulary/calibre.js';
import { confidences } from '../../custody/vocabulary/marks.js';
import { referenceEntryKinds } from '../../custody/vocabulary/references.js';
import type { JsonObject } from '../../log/index.js';
import { type CsvRecord, readCsvRecords } from '../csv-records.js';
import { UsageError } from '../usage-error.js';

/** Columns of a table of entries; of those after `source` each may be missing. */
const needed = ['key', 'kind', 'source'] as const;
const columns: readonly string[] = [
  ...needed,
  ...['mark', 'producer', 'country', 'from', 'to', 'model', 'calibre', 'confidence'],
];

/** An entry as it is to be stated, with the line of the file it was read from. */
export interface EntryOfTable {
  readonly line: number;
  readonly key: string;
  readonly entry: JsonObject;
}

/** The entries of a table, in its order. @throws UsageError that names the lines and what is wrong in them */
export function readEntries(bytes: Uint8Array): readonly EntryOfTable[] {
  const [heading, ...records] = readCsvRecords(bytes, true);
  requireHeading(heading?.cells ?? []);
  const cellOf = (record: CsvRecord) => (name: string) => {
    const cell = record.cells[heading?.cells.indexOf(name) ?? -1] ?? '';
    return cell === '' ? null : cell;
  };
  const faults = records.flatMap(record => faultsOf(record.line, cellOf(record)));
  if (faults.length > 0) throw refused(faults);
  return records.map(record => entryOf(record.line, cellOf(record)));
}

function requireHeading(cells: readonly string[]): void {
  const missing = needed.filter(name => !cells.includes(name));
  const unknown = cells.filter(name => !columns.includes(name));
  if (missing.length === 0 && unknown.length === 0) return;
  throw new UsageError({
    en: `the table has the columns ${columns.join(', ')}: missing ${missing.join(', ') || '–'}, unknown ${unknown.join(', ') || '–'}`,
    fr: `le tableau a pour colonnes ${columns.join(', ')} : manquent ${missing.join(', ') || '–'}, inconnues ${unknown.join(', ') || '–'}`,
  });
}

type Cell = (name: string) => string | null;

function faultsOf(line: number, cell: Cell): readonly string[] {
  const kind = cell('kind');
  const confidence = cell('confidence');
  const wrong = [
    ...needed.filter(name => cell(name) === null),
    ...(kind !== null && !Object.hasOwn(referenceEntryKinds, kind) ? ['kind'] : []),
    ...(confidence !== null && !Object.hasOwn(confidences, confidence) ? ['confidence'] : []),
    ...['from', 'to'].filter(name => !/^\d{4}$/.test(cell(name) ?? '2000')),
  ];
  return wrong.map(name => `${line}: ${name}`);
}

function refused(faults: readonly string[]): UsageError {
  const told = faults.slice(0, 20).join('; ');
  return new UsageError({
    en: `${faults.length} cells cannot be taken (line: column): ${told}. Nothing was entered.`,
    fr: `${faults.length} cellules ne peuvent être reprises (ligne : colonne) : ${told}. Rien n'a été saisi.`,
  });
}

function entryOf(line: number, cell: Cell): EntryOfTable {
  const calibre = cell('calibre');
  const year = (name: string) => (cell(name) === null ? null : Number(cell(name)));
  return {
    line,
    key: cell('key') ?? '',
    entry: {
      kind: cell('kind'),
      mark: cell('mark'),
      producer: cell('producer'),
      country: cell('country'),
      years: { from: year('from'), to: year('to') },
      model: cell('model'),
      calibre: calibre === null ? null : { written: calibre, code: calibreCode(calibre) },
      source: cell('source'),
      confidence: cell('confidence') ?? 'MODERATE',
    },
  };
}
