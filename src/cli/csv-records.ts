import { type CsvError, parse } from 'csv-parse/sync';
import { UsageError } from './usage-error.js';

/**
 * The records of a table, its heading first. A comma or a semicolon stands between cells, whichever the heading uses.
 * @param explained lines that begin with `#` explain, as in the tables that we write; else they are rows like others
 * @throws UsageError where the file is no table
 */
export function readCsvRecords(bytes: Uint8Array, explained: boolean): readonly CsvRecord[] {
  const text = decode(bytes);
  const isHeading = (line: string) => line.trim() !== '' && !(explained && line.startsWith('#'));
  const header = text.split(/\r?\n/).find(isHeading) ?? '';
  const delimiter = header.split(';').length > header.split(',').length ? ';' : ',';
  return parseRecords(text, delimiter, explained);
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

function parseRecords(text: string, delimiter: string, explained: boolean): readonly CsvRecord[] {
  try {
    const records = parse(text, {
      bom: true,
      ...(explained ? { comment: '#', comment_no_infix: true } : {}),
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
