import { type RawBuilder, sql } from 'kysely';
import Type from 'typebox';
import { Line, Nullable, words } from '../../custody/schema/described.js';
import type { Filter } from './resource.js';

const uuidPattern = '^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$';

/** Schemas of what readers are shown. What a reader is shown is not validated again: these describe. */
export function Uuid(en: string, fr: string) {
  return Type.String({ ...words(en, fr), pattern: uuidPattern });
}

export function MaybeUuid(en: string, fr: string) {
  return Nullable(Uuid(en, fr));
}

export function Uuids(en: string, fr: string) {
  return Type.Array(Type.String({ pattern: uuidPattern }), words(en, fr));
}

export function Shown(en: string, fr: string) {
  return Type.String(words(en, fr));
}

export function MaybeShown(en: string, fr: string) {
  return Nullable(Shown(en, fr));
}

export function Moment(en: string, fr: string) {
  return Type.String({ ...words(en, fr), format: 'date-time' });
}

export function MaybeMoment(en: string, fr: string) {
  return Nullable(Moment(en, fr));
}

type Compare = (value: string) => RawBuilder<boolean>;

/** `reference` is a column's name in this code, never input. */
export function uuidFilter(reference: string, en: string, fr: string): Filter {
  return { schema: Uuid(en, fr), where: value => sql<boolean>`${sql.ref(reference)} = ${value}::uuid` };
}

export function textFilter(reference: string, en: string, fr: string): Filter {
  return { schema: Line(en, fr), where: value => sql<boolean>`${sql.ref(reference)} = ${value}` };
}

export function codeFilter(reference: string, codes: readonly string[], en: string, fr: string): Filter {
  return {
    schema: Type.Enum([...codes], words(en, fr)),
    where: value => sql<boolean>`${sql.ref(reference)} = ${value}`,
  };
}

export function flagFilter(reference: string, en: string, fr: string): Filter {
  return {
    schema: Type.Enum(['true', 'false'], words(en, fr)),
    where: value => sql<boolean>`${sql.ref(reference)} = ${value === 'true'}`,
  };
}

export function filterBy(schema: Filter['schema'], where: Compare): Filter {
  return { schema, where };
}

/** As `filterBy`, over what only the record shows. */
export function recordFilterBy(schema: Filter['schema'], where: Compare): Filter {
  return { schema, where, ofRecord: true };
}
