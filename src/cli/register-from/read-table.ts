import type { Text } from '../../custody/text.js';
import { vocabularies } from '../../custody/vocabulary/every-vocabulary.js';
import { readCsvRecords } from '../csv-records.js';
import { didYouMean } from '../near-names.js';
import { UsageError } from '../usage-error.js';
import { type Column, columnNamed, columns } from './columns.js';

/** What is wrong in a table, and where: line of the file, label of the row, column. */
export interface TableFault {
  readonly line: number;
  readonly label: string;
  readonly column: string;
  readonly message: Text;
}

/** One row: what was typed, by column; empty cells are not there. */
export interface TableRow {
  readonly line: number;
  readonly label: string;
  readonly cells: ReadonlyMap<string, string>;
}

export interface Table {
  readonly rows: readonly TableRow[];
  readonly faults: readonly TableFault[];
}

/**
 * Reads the table of a scene. Every cell is checked against its column; all faults are listed, none is repaired.
 * Lines that begin with `#` explain; a comma or a semicolon stands between cells, whichever the header uses.
 * @throws UsageError where the file is no such table at all
 */
export function readTable(bytes: Uint8Array): Table {
  const [names, ...lines] = readCsvRecords(bytes, true);
  if (names === undefined) throw new UsageError({ en: 'the table is empty', fr: 'le tableau est vide' });
  const headerFaults = checkHeader(names.cells, names.line);
  const rows = lines.map(({ line, cells }) => rowOf(line, names.cells, cells));
  return { rows, faults: [...headerFaults, ...checkLabels(rows), ...rows.flatMap(checkCells)] };
}

function rowOf(line: number, names: readonly string[], cells: readonly string[]): TableRow {
  const filled = names.flatMap((name, at) => (cells[at] ? [[name, cells[at]] as const] : []));
  const byName = new Map(filled);
  return { line, label: byName.get('label') ?? '', cells: byName };
}

function checkHeader(names: readonly string[], line: number): readonly TableFault[] {
  const fault = (column: string, message: Text): TableFault => ({ line, label: '', column, message });
  const known = columns.map(({ name }) => name);
  const unknown = names.filter(name => columnNamed(name) === undefined);
  const twice = names.filter((name, at) => names.indexOf(name) !== at);
  const missing = columns.filter(({ name, required }) => required && !names.includes(name));
  return [
    ...unknown.map(name => {
      const near = didYouMean(name, known);
      return fault(name, { en: `no such column${near.en}`, fr: `colonne inconnue${near.fr}` });
    }),
    ...twice.map(name => fault(name, { en: 'the column stands there twice', fr: 'colonne en double' })),
    ...missing.map(({ name, words }) =>
      fault(name, { en: `the column is missing: ${words.en}`, fr: `colonne manquante : ${words.fr}` }),
    ),
  ];
}

function checkLabels(rows: readonly TableRow[]): readonly TableFault[] {
  const first = new Map<string, number>();
  return rows.flatMap(({ label, line }) => {
    const before = first.get(label);
    first.set(label, before ?? line);
    if (label === '' || before === undefined) return [];
    const message = {
      en: `the label is that of line ${before}`,
      fr: `repère déjà employé à la ligne ${before}`,
    };
    return [{ line, label, column: 'label', message }];
  });
}

function checkCells({ line, label, cells }: TableRow): readonly TableFault[] {
  return columns.flatMap(column => {
    const typed = cells.get(column.name);
    const message = typed === undefined ? checkEmpty(column) : checkCell(column, typed);
    return message === null ? [] : [{ line, label, column: column.name, message }];
  });
}

function checkEmpty({ required, words }: Column): Text | null {
  return required ? { en: `missing: ${words.en}`, fr: `il manque : ${words.fr}` } : null;
}

function checkCell(column: Column, typed: string): Text | null {
  switch (column.kind) {
    case 'number':
      return /^-?\d{1,15}$/.test(typed)
        ? null
        : { en: `a whole number, not ${typed}`, fr: `un nombre entier, pas ${typed}` };
    case 'flag':
      return flagOf(typed) === null
        ? { en: `yes or no, not ${typed}`, fr: `oui ou non, pas ${typed}` }
        : null;
    case 'code':
      return checkCode(column, typed);
    case 'codes':
      return (
        listOf(typed)
          .map(part => checkCode(column, part))
          .find(fault => fault !== null) ?? null
      );
    case 'text':
    case 'texts':
    case 'calibre':
      return null;
  }
}

function checkCode(column: Column, typed: string): Text | null {
  const { code, text } = codeOf(typed);
  const codes = codesOfColumn(column);
  if (codes.includes(code)) {
    return text === null || code === 'OTHER'
      ? null
      : {
          en: `words go with OTHER only, not with ${code}`,
          fr: `des mots ne vont qu'avec OTHER, pas ${code}`,
        };
  }
  const near = didYouMean(code, codes);
  const list = column.vocabulary === null ? codes.join(', ') : `scelle vocabulary ${column.vocabulary}`;
  return {
    en: `${code} is no code of this column${near.en} (${list})`,
    fr: `${code} n'est pas un code de cette colonne${near.fr} (${list})`,
  };
}

export function codesOfColumn({ codes, vocabulary }: Column): readonly string[] {
  if (codes.length > 0 || vocabulary === null) return codes;
  return Object.keys(vocabularies.get(vocabulary) ?? {});
}

/** `OTHER: words` */
export function codeOf(typed: string): { readonly code: string; readonly text: string | null } {
  const [code = '', ...words] = typed.split(':');
  return { code: code.trim(), text: words.length === 0 ? null : words.join(':').trim() };
}

/** Several in one cell, with `|` between them. */
export function listOf(typed: string): readonly string[] {
  return typed
    .split('|')
    .map(part => part.trim())
    .filter(part => part !== '');
}

export function flagOf(typed: string): boolean | null {
  if (/^(yes|oui)$/i.test(typed)) return true;
  return /^(no|non)$/i.test(typed) ? false : null;
}
