import { type RawBuilder, sql } from 'kysely';
import type { FieldGroup, Resource, Sop } from '../../custody/sop/document.js';
import { scopesGranted } from './matrix.js';
import type { Reader } from './reader.js';
import { anyOf, inScope, type ScopedTable } from './scopes.js';

/** Who reads, and the procedure in force that says what he may see. */
export interface Reading {
  readonly reader: Reader;
  readonly sop: Sop;
}

/**
 * The one predicate over rows of `table` that serves list, item, count, search and history alike: true where the
 * reader may see at least `fields` of the resource there.
 */
export function mayRead(
  { reader, sop }: Reading,
  resource: Resource,
  table: ScopedTable,
  fields: FieldGroup,
): RawBuilder<boolean> {
  const granted = anyOf(
    scopesGranted(sop, reader, resource, fields).map(scope => inScope(table, scope, reader)),
  );
  return importedTables.includes(table) ? sql<boolean>`(${granted} and ${counts(table)})` : granted;
}

/** Tables of subjects that may come from an import (`imported` in the body that begins them). */
const importedTables: readonly ScopedTable[] = ['incident', 'account', 'evidence'];

/**
 * What an import brought is there for nobody until the import is closed, and then as far as it listed it: nothing is
 * half-imported.
 */
function counts(table: ScopedTable): RawBuilder<boolean> {
  return sql<boolean>`(${sql.ref(`${table}.import`)} is null
    or exists (select from import whole join import_row listed on listed.import = whole.id
      where whole.id = ${sql.ref(`${table}.import`)} and whole.closed_index is not null
        and listed.subject = ${rowOf(table)}))`;
}

/** The subject that stands for a row of `table` in the list of its import: an account comes with its incident. */
function rowOf(table: ScopedTable): RawBuilder<string> {
  return table === 'account'
    ? sql<string>`'incident/' || account.incident`
    : sql<string>`${`${table}/`}::text || ${sql.ref(`${table}.id`)}`;
}

/** Signed statements are read where both the subject's record and its events are granted. */
export function mayReadEvents(
  reading: Reading,
  resource: Resource,
  table: ScopedTable,
  fields: Exclude<FieldGroup, 'summary'>,
): RawBuilder<boolean> {
  const subject = mayRead(reading, resource, table, fields);
  if (resource === 'events') return subject;
  return sql<boolean>`(${subject} and ${mayRead(reading, 'events', table, 'record')})`;
}

/** Alerts are shown where both the subject's record and its alerts are granted. */
export function mayReadAlerts(reading: Reading, resource: Resource, table: ScopedTable): RawBuilder<boolean> {
  return sql<boolean>`(${mayRead(reading, resource, table, 'record')}
    and ${mayRead(reading, 'alerts', table, 'record')})`;
}

/** Is anything of the resource granted at all, in whatever scope? */
export function isGranted({ reader, sop }: Reading, resource: Resource, fields: FieldGroup): boolean {
  return scopesGranted(sop, reader, resource, fields).length > 0;
}
