import { type Kysely, sql } from 'kysely';
import { grantReading } from './grant-reading.js';

/** Items of evidence and who had them when, for reading. Made from the log; can be made anew at any time. */
export async function up(db: Kysely<unknown>): Promise<void> {
  // Both come with PostgreSQL and are trusted: the owner of the database may create them.
  await sql`create extension if not exists btree_gist`.execute(db);
  await sql`create extension if not exists pg_trgm`.execute(db);
  await createEvidence(db);
  await createCustody(db);
  await grantReading(db, ['evidence', 'custody_interval', 'custody_gap']);
}

async function createEvidence(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table evidence (
      id uuid primary key,
      number text not null unique,
      incident uuid not null,
      scene uuid,
      parent uuid,
      root uuid not null,
      found_in uuid,
      category text not null,
      sub_category text not null,
      calibre text,
      serial text,
      description_en text not null,
      description_fr text not null,
      quantity_amount text,
      quantity_unit text not null,
      found_as text not null,
      recovering_party text not null,
      registered_by uuid not null,
      collected_by uuid,
      physical text not null,
      safety text not null,
      safety_valid_until text,
      weapon_cleared boolean not null,
      custodian uuid,
      custodian_role text,
      custodian_unit uuid,
      custody_since timestamptz,
      site uuid,
      store text,
      shelf text,
      due_back timestamptz,
      package uuid,
      seal_number text,
      seal_state text,
      classification text not null,
      transfer uuid,
      transfer_stage text,
      recipient_units uuid[] not null,
      discrepancy_open boolean not null,
      search_text text not null,
      first_index bigint not null unique,
      last_index bigint not null,
      last_occurred timestamptz not null,
      last_precision text not null
    )`.execute(db);
  // Serves: items of an incident, in the order they came into the register; scope `incident`.
  await sql`create index evidence_incident on evidence (incident, first_index)`.execute(db);
  // Serves: items in a state (`UNACCOUNTED`, `IN_TRANSIT`), in register order.
  await sql`create index evidence_physical on evidence (physical, first_index)`.execute(db);
  // Serves: items of a custodian, in register order; scope `custody`.
  await sql`create index evidence_custodian on evidence (custodian, first_index)`.execute(db);
  // Serves: scope `unit`.
  await sql`create index evidence_custodian_unit on evidence (custodian_unit, first_index)`.execute(db);
  // Serves: items at a site, in register order; scope `site`.
  await sql`create index evidence_site on evidence (site, first_index)`.execute(db);
  // Serves: items of a category, in register order.
  await sql`create index evidence_category on evidence (category, first_index)`.execute(db);
  // Serves: items of a calibre, in register order.
  await sql`create index evidence_calibre on evidence (calibre, first_index)`.execute(db);
  // Serves: the items under a seal.
  await sql`create index evidence_seal on evidence (seal_number)`.execute(db);
  // Serves: the contents of a package, and who may see the package because he holds them.
  await sql`create index evidence_package on evidence (package)`.execute(db);
  // Serves: scope `recipient`, `recipient_units @> array[unit]`.
  await sql`create index evidence_recipients on evidence using gin (recipient_units)`.execute(db);
  // Serves: filter `text`, `search_text like '%…%'`, a part of a serial or a mark included.
  await sql`create index evidence_text on evidence using gin (search_text gin_trgm_ops)`.execute(db);
}

async function createCustody(db: Kysely<unknown>): Promise<void> {
  // `began` and `ended` are the times on which intervals are laid end to end; what the acts themselves said,
  // and how precisely, stands beside them. An interval that began and ended at the same instant is empty.
  await sql`
    create table custody_interval (
      evidence uuid not null,
      officer uuid not null,
      role text not null,
      unit uuid,
      site uuid,
      store text,
      shelf text,
      place text not null,
      reason text not null,
      package uuid,
      seal_number text,
      seal_state text,
      began timestamptz not null,
      began_said timestamptz not null,
      began_precision text not null,
      began_event text not null,
      known_from_index bigint not null,
      known_from bigint not null,
      ended timestamptz,
      ended_said timestamptz,
      ended_precision text,
      ended_event text,
      end_known_index bigint,
      end_known bigint,
      during tstzrange generated always as (tstzrange(began, ended, '[)')) stored,
      primary key (evidence, known_from_index),
      constraint one_custodian exclude using gist (evidence with =, during with &&)
    )`.execute(db);
  // Serves: what an officer held at an instant, and what he still holds.
  await sql`create index custody_interval_officer on custody_interval using gist (officer, during)`.execute(
    db,
  );
  await sql`
    create table custody_gap (
      evidence uuid not null,
      position integer not null,
      from_time timestamptz not null,
      until_time timestamptz not null,
      reason text not null,
      event_id text not null,
      primary key (evidence, position)
    )`.execute(db);
}
