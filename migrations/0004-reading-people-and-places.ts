import { type Kysely, sql } from 'kysely';
import { grantReading } from './grant-reading.js';

/** Officers, units, sites, incidents, scenes and visits, for reading. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await createOfficers(db);
  await createPlaces(db);
  await createIncidents(db);
  await grantReading(db, [
    'officer',
    'officer_key',
    'officer_role',
    'unit',
    'site',
    'site_store',
    'incident',
    'scene',
    'visit',
  ]);
}

async function createOfficers(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table officer (
      id uuid primary key,
      unit uuid,
      national boolean not null,
      first_index bigint not null unique,
      last_index bigint not null
    )`.execute(db);
  // Serves: officers of a unit, in register order; scope `unit`.
  await sql`create index officer_unit on officer (unit, first_index)`.execute(db);
  await sql`
    create table officer_key (
      kid text primary key,
      officer uuid not null,
      jwk jsonb not null,
      registered_index bigint not null,
      revoked_index bigint,
      revocation_reason text,
      compromised_since bigint
    )`.execute(db);
  // Serves: the keys of an officer.
  await sql`create index officer_key_officer on officer_key (officer)`.execute(db);
  // A founder's grant is the id of `log.opened`, which all founders share.
  await sql`
    create table officer_role (
      officer uuid not null,
      grant_id text not null,
      role text not null,
      from_time timestamptz not null,
      until_time timestamptz,
      granted_index bigint not null,
      ended_index bigint,
      primary key (officer, grant_id)
    )`.execute(db);
  // Serves: who holds a role; roles that end soon.
  await sql`create index officer_role_role on officer_role (role, until_time)`.execute(db);
}

async function createPlaces(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table unit (
      id uuid primary key,
      code text not null,
      name text not null,
      class text not null,
      class_text text,
      national boolean not null,
      country text,
      valid_from text not null,
      valid_until text,
      first_index bigint not null unique,
      last_index bigint not null
    )`.execute(db);
  // Serves: a unit by its code.
  await sql`create index unit_code on unit (code)`.execute(db);
  await sql`
    create table site (
      id uuid primary key,
      name text not null,
      description text not null,
      unit uuid,
      first_index bigint not null unique,
      last_index bigint not null
    )`.execute(db);
  // Serves: sites a unit runs; scope `site`.
  await sql`create index site_unit on site (unit)`.execute(db);
  await sql`
    create table site_store (
      site uuid not null,
      store uuid not null,
      name text not null,
      shelves text[] not null,
      hazard_classes text[] not null,
      open boolean not null,
      primary key (site, store)
    )`.execute(db);
}

async function createIncidents(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table incident (
      id uuid primary key,
      case_file text not null,
      types text[] not null,
      happened timestamptz not null,
      happened_precision text not null,
      place_name text not null,
      administrative_units text[] not null,
      sub_types text[] not null,
      reporting_unit uuid not null,
      opened_by uuid not null,
      assigned uuid[] not null,
      first_index bigint not null unique,
      last_index bigint not null
    )`.execute(db);
  // Serves: incidents by when they happened.
  await sql`create index incident_happened on incident (happened)`.execute(db);
  // Serves: an incident by its case file.
  await sql`create index incident_case_file on incident (case_file)`.execute(db);
  // Serves: scope `incident`: those one is assigned to.
  await sql`create index incident_assigned on incident using gin (assigned)`.execute(db);
  // Serves: scope `unit`.
  await sql`create index incident_reporting_unit on incident (reporting_unit, first_index)`.execute(db);
  await sql`
    create table scene (
      id uuid primary key,
      incident uuid not null,
      name text not null,
      scene_kind text not null,
      hazard_excluded boolean not null,
      leader uuid,
      closed boolean not null,
      exploited text,
      first_index bigint not null unique,
      last_index bigint not null
    )`.execute(db);
  // Serves: scenes of an incident, in register order.
  await sql`create index scene_incident on scene (incident, first_index)`.execute(db);
  // Serves: scenes one leads; scope `custody`.
  await sql`create index scene_leader on scene (leader, first_index)`.execute(db);
  await sql`
    create table visit (
      id uuid primary key,
      scene uuid not null,
      visitor uuid not null,
      role text not null,
      purpose text not null,
      escort uuid,
      entered timestamptz not null,
      entered_precision text not null,
      left_at timestamptz,
      first_index bigint not null unique,
      last_index bigint not null
    )`.execute(db);
  // Serves: visits to a scene, in register order.
  await sql`create index visit_scene on visit (scene, first_index)`.execute(db);
  // Serves: visits of an officer; scope `custody`.
  await sql`create index visit_visitor on visit (visitor, first_index)`.execute(db);
}
