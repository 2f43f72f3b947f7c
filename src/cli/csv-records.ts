import { type CsvError, parse } from 'csv-parse/sync';
import { UsageError } from './usage-error.js';

/**
 * The records of a table, its heading first. Lines that begin with `#` explain; a comma or a semicolon stands between cells,
 * whichever the heading uses.
 * @throws UsageError where the file is no table
 */
export function readCsvRecords(bytes: Uint8Array): readonly CsvRecord[] {
  const text = decode(bytes);
  const header = text.split(/\r?\n/).find(line => line.trim() !== '' && !line.startsWith('#')) ?? '';
  const delimiter = header.split(';').length > header.split(',').length ? ';' : ',';
  return parseRecords(text, delimiter);
}

function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (cause) {
    const text = {
      en: 'the table is not UTF-8: save it as "CSV UTF-8"',
      fr: "le tableau n'est pas en UTF-8 : enregistrez-le au format « CSV UTF-8 »",
    };
    throw new UsageError(text, { cause });
  }
}

/** One record, and the line of the file on which it ends. */
export interface CsvRecord {
  readonly line: number;
  readonly cells: readonly string[];
}

function parseRecords(text: string, delimiter: string): readonly CsvRecord[] {
  try {
    const records = parse(text, {
      bom: true,
      comment: '#',
      comment_no_infix: true,
      delimiter,
      info: true,
      skip_empty_lines: true,
      trim: true,
    }) as unknown as readonly {
      readonly info: { readonly lines: number };
      readonly record: readonly string[];
    }[];
    return records.map(({ info, record }) => ({ line: info.lines, cells: record }));
  } catch (error) {
    const { message } = error as CsvError;
    throw new UsageError({
      en: `the table cannot be read: ${message}`,
      fr: `le tableau est illisible : ${message}`,
    });
  }
}
