import { type Kysely, sql } from 'kysely';
import { grantReading } from './grant-reading.js';

/** Information beside evidence, for reading. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table information (
      id uuid primary key,
      number text not null unique,
      kind text not null,
      title_en text not null,
      title_fr text not null,
      incident uuid,
      scene uuid,
      registered_by uuid not null,
      author uuid,
      as_told boolean not null,
      language text not null,
      pages integer,
      personal_data boolean not null,
      classification text not null,
      recipient_units uuid[] not null,
      first_index bigint not null unique,
      last_index bigint not null
    )`.execute(db);
  // Serves: the pieces of an incident, in register order.
  await sql`create index information_incident on information (incident, first_index)`.execute(db);
  // Serves: reports, analyses, statements …, in register order.
  await sql`create index information_kind on information (kind, first_index)`.execute(db);
  // Serves: scope `custody`.
  await sql`create index information_registered_by on information (registered_by, first_index)`.execute(db);
  // Serves: scope `recipient`.
  await sql`create index information_recipients on information using gin (recipient_units)`.execute(db);
  await sql`
    create table information_item (
      information uuid not null,
      item uuid not null,
      primary key (information, item)
    )`.execute(db);
  // Serves: what there is about an item.
  await sql`create index information_item_item on information_item (item)`.execute(db);
  await grantReading(db, ['information', 'information_item']);
}
