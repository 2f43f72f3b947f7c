import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { FieldGroup } from '../../custody/sop/document.js';
import type { Database } from '../schema/index.js';
import type { ResourceDefinition } from './resource.js';
import { stateSeen } from './state-seen.js';
import { fromKind, idOf, positionOf } from './tables.js';
import { mayRead, type Reading } from './visibility.js';

/** A subject as one reader sees it. */
export interface ResourceView {
  readonly id: string;
  readonly subject: string;
  readonly head: { readonly seq: number; readonly eventId: string };
  /** How much of it the reader may see. */
  readonly fields: FieldGroup;
  readonly summary: Readonly<Record<string, unknown>>;
  /** The fold of its history; null where only the summary is granted. */
  readonly state: unknown;
}

export interface ResourcePage {
  readonly items: readonly ResourceView[];
  /** Where the next page begins; null on the last. */
  readonly next: number | null;
}

export interface PageWanted {
  /** Filters by name; each value has passed its schema. */
  readonly filters: Readonly<Record<string, string>>;
  readonly limit: number;
  /** Position after which the page begins; null: from the start. */
  readonly after: number | null;
}

/** A page of what the reader may see, in the order of the register. */
export async function readPage(
  db: Kysely<Database>,
  definition: ResourceDefinition,
  reading: Reading,
  { filters, limit, after }: PageWanted,
): Promise<ResourcePage> {
  const conditions = [...conditionsOf(definition, reading, filters)];
  if (after !== null) conditions.push(sql<boolean>`${positionOf(definition.kind)} > ${after}`);
  const { rows } = await sql<Row>`
    ${selectFrom(definition, reading)}
    where ${sql.join(conditions, sql` and `)}
    order by position limit ${limit + 1}`.execute(db);
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return {
    items: shown.map(row => viewOf(definition, row)),
    next: rows.length > limit && last !== undefined ? last.position : null,
  };
}

/** How many there are of what the reader may see. */
export async function countAll(
  db: Kysely<Database>,
  definition: ResourceDefinition,
  reading: Reading,
  filters: PageWanted['filters'],
): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*) as count ${fromKind(definition.kind)}
    where ${sql.join(conditionsOf(definition, reading, filters), sql` and `)}`.execute(db);
  return rows[0]?.count ?? 0;
}

/** One subject; undefined where there is none, or none that the reader may know of. */
export async function readItem(
  db: Kysely<Database>,
  definition: ResourceDefinition,
  reading: Reading,
  id: string,
): Promise<ResourceView | undefined> {
  const { rows } = await sql<Row>`
    ${selectFrom(definition, reading)}
    where ${idOf(definition.kind)} = ${id}::uuid
      and ${mayRead(reading, definition.resource, definition.kind, 'summary')}`.execute(db);
  const [row] = rows;
  return row && viewOf(definition, row);
}

interface Row {
  readonly subject: string;
  readonly seq: number;
  readonly head: string;
  readonly position: number;
  readonly record: boolean;
  readonly withheld: boolean;
  readonly state: unknown;
  readonly [member: string]: unknown;
}

function selectFrom({ resource, kind, columns }: ResourceDefinition, reading: Reading): RawBuilder<unknown> {
  const selected = Object.entries(columns).map(
    ([name, column]) => sql`${column.from(reading)} as ${sql.id(`:${name}`)}`,
  );
  const record = mayRead(reading, resource, kind, 'record');
  return sql`
    select subject.subject, subject.seq, subject.head, ${positionOf(kind)} as position,
      coalesce(${record}, false) as record,
      coalesce(${mayRead(reading, resource, kind, 'withheld')}, false) as withheld,
      case when ${record} then ${stateSeen(kind, reading)} end as state,
      ${sql.join(selected)}
    ${fromKind(kind)}`;
}

function conditionsOf(
  definition: ResourceDefinition,
  reading: Reading,
  filters: PageWanted['filters'],
): RawBuilder<boolean>[] {
  const { resource, kind } = definition;
  const wanted = Object.entries(filters).flatMap(([name, value]) => {
    const filter = Object.hasOwn(definition.filters, name) ? definition.filters[name] : undefined;
    if (filter === undefined) return [];
    // A filter tells what it finds: a search for a serial number would guess what the summary keeps back.
    const shown = filter.ofRecord === true ? [mayRead(reading, resource, kind, 'record')] : [];
    return [...shown, filter.where(value, reading)];
  });
  return [sql<boolean>`subject.kind = ${kind}`, mayRead(reading, resource, kind, 'summary'), ...wanted];
}

function viewOf({ columns }: ResourceDefinition, row: Row): ResourceView {
  return {
    id: row.subject.slice(row.subject.indexOf('/') + 1),
    subject: row.subject,
    head: { seq: row.seq, eventId: row.head },
    fields: row.withheld ? 'withheld' : row.record ? 'record' : 'summary',
    summary: Object.fromEntries(Object.keys(columns).map(name => [name, row[`:${name}`] ?? null])),
    state: row.state ?? null,
  };
}
