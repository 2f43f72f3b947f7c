import type { Text } from '../../custody/text.js';
import { calibreCode } from '../../custody/vocabulary/calibre.js';
import { type JsonValue, orNothing, parseTime } from '../../log/index.js';
import type { FieldSource } from './mapping.js';

/** What a cell says, or why it says nothing that can be taken over. */
export type CellRead = { readonly value: JsonValue } | { readonly fault: Text };

type ColumnSource = Extract<FieldSource, { readonly column: string }>;

/** What the register has that cells may name. */
export interface KnownNames {
  /** Time zone of the dates, e.g. `Africa/Bamako`. */
  readonly zone: string;
  /** UUID of an incident by its case file; undefined where there is none. */
  readonly incidentOf: (caseFile: string) => string | undefined;
}

/** Reads one cell that is not empty. */
export function readCell(typed: string, source: ColumnSource, names: KnownNames): CellRead {
  const { separator } = source;
  if (separator === undefined) return readOne(typed, source, names);
  const parts = typed.split(separator).map(part => readOne(part.trim(), source, names));
  const faulty = parts.find(part => 'fault' in part);
  return faulty ?? { value: parts.flatMap(part => ('value' in part ? [part.value] : [])) };
}

function readOne(typed: string, source: ColumnSource, names: KnownNames): CellRead {
  const { values } = source;
  if (values !== undefined) return meantBy(typed, values);
  switch (source.as ?? 'TEXT') {
    case 'TEXT':
      return { value: typed };
    case 'NUMBER':
      return /^-?\d{1,15}$/.test(typed)
        ? { value: Number(typed) }
        : fault(`${typed} is no whole number`, `${typed} n'est pas un nombre entier`);
    case 'CODE':
      return { value: { code: typed, text: null } };
    case 'CALIBRE':
      return { value: { written: typed, code: calibreCode(typed) } };
    case 'TIME':
      return readTime(typed, source.format ?? 'YYYY-MM-DD', names.zone);
    case 'DAY': {
      const read = readTime(typed, source.format ?? 'YYYY-MM-DD', names.zone);
      return 'fault' in read ? read : dayOf(read.value, typed);
    }
    case 'INCIDENT': {
      const incident = names.incidentOf(typed);
      return incident === undefined
        ? fault(`no incident has the case file ${typed}`, `aucun incident n'a le dossier ${typed}`)
        : { value: incident };
    }
  }
}

function meantBy(typed: string, values: Readonly<Record<string, unknown>>): CellRead {
  return Object.hasOwn(values, typed)
    ? { value: values[typed] as JsonValue }
    : fault(`the mapping has no value for ${typed}`, `la correspondance n'a pas de valeur pour ${typed}`);
}

/** A day, a month or a year, as precisely as it was typed; the time of day is never made up. */
function readTime(typed: string, format: string, zone: string): CellRead {
  const parts = new Map<string, string>();
  const pattern = format
    .replaceAll(/[.]/g, '\\.')
    .replaceAll(/Y+|M+|D+/g, run => `(?<${run[0]}>\\d{${run.length}})`);
  const found = new RegExp(`^${pattern}$`).exec(typed)?.groups;
  const shorter = /^(?<Y>\d{4})(?:-(?<M>\d{2}))?$/.exec(typed)?.groups;
  for (const [part, digits] of Object.entries(found ?? shorter ?? {})) if (digits) parts.set(part, digits);
  const [year, month, day] = ['Y', 'M', 'D'].map(part => parts.get(part));
  const at = `${yearOf(year)}-${month ?? '01'}-${day ?? '01'}T00:00:00Z`;
  if (year === undefined || orNothing(() => parseTime(at)) === null) {
    return fault(`${typed} is no date written ${format}`, `${typed} n'est pas une date écrite ${format}`);
  }
  const precision = day !== undefined ? 'DAY' : month !== undefined ? 'MONTH' : 'YEAR';
  return { value: { at, precision, zone, clockDoubt: null } };
}

/** The register of the cell begins in this century: of two digits the first two are 20. */
function yearOf(year: string | undefined): string {
  return year?.length === 2 ? `20${year}` : (year ?? '');
}

/** A day is known as one, or it is none. */
function dayOf(value: JsonValue, typed: string): CellRead {
  const { at, precision } = value as { readonly at: string; readonly precision: string };
  return precision === 'DAY'
    ? { value: at.slice(0, 'YYYY-MM-DD'.length) }
    : fault(`${typed} is no day`, `${typed} n'est pas un jour`);
}

function fault(en: string, fr: string): CellRead {
  return { fault: { en, fr } };
}
