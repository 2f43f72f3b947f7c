import { type Kysely, sql } from 'kysely';
import { grantReading } from './grant-reading.js';

/** Traces and marks of items, to be found again on an item of another incident; and what two officers stated of them. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table item_trace (
      item uuid not null,
      position integer not null,
      incident uuid not null,
      kind text not null,
      key text not null,
      reference text not null,
      trace_kind text,
      place text,
      examination uuid,
      event text,
      primary key (item, position)
    )`.execute(db);
  // Serves: the same trace or mark on items of other incidents.
  await sql`create index item_trace_key on item_trace (kind, key, incident)`.execute(db);
  await sql`
    create table trace_comparison (
      item uuid not null,
      position integer not null,
      reference text not null,
      others uuid[] not null,
      result text not null,
      examination uuid not null,
      event text not null,
      primary key (item, position)
    )`.execute(db);
  await grantReading(db, ['item_trace', 'trace_comparison']);
}
