import { type Kysely, sql } from 'kysely';
import { grantReading } from './grant-reading.js';

/** What sources say of incidents: as it stands, and every statement with the leaf that made it. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table account (
      id uuid primary key,
      import uuid,
      incident uuid not null,
      source_kind text not null,
      reliability text,
      credibility text,
      as_of text not null,
      stated_place text,
      stated_date text,
      given_by uuid not null,
      classification text not null,
      withdrawn boolean not null,
      first_index bigint not null unique,
      last_index bigint not null
    )`.execute(db);
  // Serves: the accounts of an incident, in register order; what one has given.
  await sql`create index account_incident on account (incident, first_index)`.execute(db);
  await sql`create index account_given_by on account (given_by, first_index)`.execute(db);
  await sql`
    create table account_version (
      account uuid not null,
      known_index bigint not null,
      event_id text not null,
      incident uuid not null,
      source_kind text not null,
      reliability text,
      credibility text,
      as_of text not null,
      casualties jsonb not null,
      assailants_lowest integer,
      assailants_highest integer,
      assailants_dead_lowest integer,
      assailants_dead_highest integer,
      stated_place text,
      stated_date text,
      stated_date_precision text,
      withdrawn boolean not null,
      primary key (account, known_index)
    )`.execute(db);
  await grantReading(db, ['account', 'account_version']);
}
