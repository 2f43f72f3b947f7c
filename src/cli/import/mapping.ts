import Type from 'typebox';
import { checkSchema } from '../../custody/judge/admit-body.js';
import { Code, Exactly, Line, type Static, words } from '../../custody/schema/described.js';
import { importContents } from '../../custody/vocabulary/imports.js';
import { codesOf } from '../../custody/vocabulary/vocabulary.js';
import { UsageError } from '../usage-error.js';

/** How a cell is read: what stands in it is never guessed at. */
const readings = ['TEXT', 'NUMBER', 'CODE', 'CALIBRE', 'TIME', 'DAY', 'INCIDENT'] as const;

/** Orders in which the parts of a date are written. */
const dateOrders = [
  ...['YYYY-MM-DD', 'YYYY/MM/DD', 'YYYYMMDD', 'YYMMDD'],
  ...['DD/MM/YYYY', 'DD.MM.YYYY', 'DD-MM-YYYY', 'DDMMYY', 'MM/DD/YYYY'],
] as const;

const Column = Exactly({
  column: Line('Heading of the column', 'En-tête de la colonne'),
  as: Type.Optional(Code(readings, 'How it is read; TEXT unless said', 'Mode de lecture ; TEXT à défaut')),
  /** What is typed, and the value it stands for; then nothing else may be typed. */
  values: Type.Optional(Type.Record(Type.String(), Type.Unknown())),
  /** Several in one cell, with this between them: a list. */
  separator: Type.Optional(Line('Between several in one cell', 'Entre plusieurs dans une cellule', 3)),
  /** Order of a date's parts, e.g. `DD/MM/YYYY`; `YYYY-MM-DD` unless said. */
  format: Type.Optional(Code(dateOrders, 'Order of the date', 'Ordre de la date')),
});

const Constant = Exactly({ constant: Type.Unknown() });

const Fields = Type.Record(
  // A place in a list is a small number: no list of a form is longer than 500.
  Type.String({
    pattern: '^[A-Za-z][A-Za-z0-9]{0,60}(?:\\.(?:[A-Za-z][A-Za-z0-9]{0,60}|[0-4]?\\d{1,2})){0,10}$',
  }),
  Type.Union([Column, Constant]),
  words(
    'Field of the form, by its path, and where its value is taken from',
    'Champ du formulaire et son origine',
  ),
);

/** Which column of a table is what: kept beside the table, its hash stands in the log. */
const Mapping = Exactly({
  contents: Code(codesOf(importContents), 'What its rows are', 'Nature des lignes'),
  zone: Line(
    'Time zone of its dates, e.g. Africa/Bamako',
    'Fuseau horaire de ses dates, p. ex. Africa/Bamako',
    60,
  ),
  fields: Fields,
  /** Of incidents: what the table says of casualties and assailants, as the account of one source. */
  account: Type.Optional(Fields),
});

export type ImportMapping = Static<typeof Mapping>;
export type FieldSource = Static<typeof Column> | Static<typeof Constant>;

/** @throws UsageError that names what is wrong */
export function readMapping(bytes: Uint8Array): ImportMapping {
  const value = parse(bytes);
  const faults = checkSchema(Mapping, value, '');
  const [fault] = faults;
  if (fault === undefined) return value as ImportMapping;
  const where = fault.pointer === '' ? '/' : fault.pointer;
  throw new UsageError({
    en: `the mapping is not as it should be at ${where} (${fault.rule})`,
    fr: `la correspondance n'est pas conforme à ${where} (${fault.rule})`,
  });
}

function parse(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch (cause) {
    const text = {
      en: 'the mapping is not JSON in UTF-8',
      fr: "la correspondance n'est pas du JSON en UTF-8",
    };
    throw new UsageError(text, { cause });
  }
}

/** Headings that the mapping names. */
export function columnsOf({ fields, account = {} }: ImportMapping): readonly string[] {
  return [...Object.values(fields), ...Object.values(account)].flatMap(source =>
    'column' in source ? [source.column] : [],
  );
}
