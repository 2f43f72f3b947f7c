import { type Kysely, sql } from 'kysely';
import { grantReading } from './grant-reading.js';
import { materielOnRecord } from './materiel-on-record.js';

/**
 * Identifications, reference collections, and the register of materiel that is made of the records of items and of what is
 * identified about them, version by version. What is on record already is filled in as a rebuild would write it.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table identification (
      id uuid primary key,
      item uuid not null unique,
      made_by uuid not null,
      stated_by uuid not null,
      authors uuid[] not null,
      parts integer not null,
      unidentified bigint not null,
      statements integer not null,
      withdrawn boolean not null,
      classification text not null,
      first_index bigint not null unique,
      last_index bigint not null
    )`.execute(db);
  // Serves: scope custody.
  await sql`create index identification_authors on identification using gin (authors)`.execute(db);
  await sql`
    create table reference (
      id uuid primary key,
      name text not null unique,
      describes text not null,
      source text not null,
      opened_by uuid not null,
      entries integer not null,
      first_index bigint not null unique,
      last_index bigint not null
    )`.execute(db);
  await sql`
    create table reference_entry (
      reference uuid not null,
      key text not null,
      known_index bigint not null,
      superseded_index bigint,
      event_id text not null,
      stated_by uuid not null,
      kind text not null,
      mark text,
      producer text,
      producer_key text,
      country text,
      year_from integer,
      year_to integer,
      model text,
      calibre text,
      calibre_written text,
      source text not null,
      confidence text not null,
      primary key (reference, key, known_index)
    )`.execute(db);
  await materielTables(db);
  await materielOnRecord(db);
  await materielIndexes(db);
  await grantReading(db, [
    'identification',
    'reference',
    'reference_entry',
    'materiel_item',
    'materiel_version',
  ]);
}

async function materielTables(db: Kysely<unknown>): Promise<void> {
  await sql`create table materiel_item (item uuid primary key, known jsonb not null)`.execute(db);
  await sql`
    create table materiel_version (
      item uuid not null,
      part integer not null,
      known_index bigint not null,
      superseded_index bigint,
      event_id text not null,
      stated_by uuid not null,
      stated text not null,
      identification uuid,
      incident uuid not null,
      category text not null,
      sub_category text not null,
      origin text not null,
      taken_from uuid,
      found_as text not null,
      found_at timestamptz,
      found_precision text,
      recovering_party text not null,
      holding text not null,
      import uuid,
      count bigint,
      balances boolean not null,
      amount text,
      unit text not null,
      obliterated boolean not null,
      calibre text,
      calibre_written text,
      producer text,
      producer_key text,
      model text,
      model_key text,
      year integer,
      country text,
      country_key text,
      lot text,
      lot_key text,
      serial text,
      serial_key text,
      secondary_mark text,
      headstamp text,
      confidence text,
      reference text,
      sample_key text,
      primary key (item, part, known_index)
    )`.execute(db);
}

async function materielIndexes(db: Kysely<unknown>): Promise<void> {
  // Serves: what stands of an item, and of all items, now.
  await sql`create index materiel_version_current on materiel_version (item)
    where superseded_index is null`.execute(db);
  // Serves: the records of one sample, model, producer, lot or number.
  for (const key of ['sample_key', 'model_key', 'producer_key', 'lot_key', 'serial_key']) {
    const name = sql.raw(`materiel_version_${key}`);
    await sql`create index ${name} on materiel_version (${sql.ref(key)}, known_index)
      where ${sql.ref(key)} is not null`.execute(db);
  }
  // Serves: the records of an incident.
  await sql`create index materiel_version_incident on materiel_version (incident)`.execute(db);
}
