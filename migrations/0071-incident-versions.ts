import { type Kysely, sql } from 'kysely';
import { grantReading } from './grant-reading.js';

/** Every statement of the facts of an incident, with the leaf that stated it. Those on record are filled in. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table incident_version (
      incident uuid not null,
      known_index bigint not null,
      event_id text not null,
      types text[] not null,
      sub_types text[] not null,
      targets text[] not null,
      happened timestamptz not null,
      happened_precision text not null,
      place_name text not null,
      administrative_units text[] not null,
      place_today text,
      administrative_units_today text[] not null,
      reporting_unit uuid not null,
      exploitation text,
      exploitation_reasons text[] not null,
      devices jsonb not null,
      primary key (incident, known_index)
    )`.execute(db);
  await versionsOnRecord(db);
  await grantReading(db, ['incident_version']);
}

/** Until now an incident was stated once, when it was opened. Today's name of its place stands in that act alone. */
async function versionsOnRecord(db: Kysely<unknown>): Promise<void> {
  await sql`
    insert into incident_version
    select incident.id, incident.first_index, opened.event_id, types, sub_types,
      array(select jsonb_array_elements_text(subject.state->'targets')), happened, happened_precision,
      place_name, administrative_units, said.today->>'name',
      array(select jsonb_array_elements_text(said.today->'administrativeUnits')),
      reporting_unit, null, '{}', '[]'
    from incident
    join subject on subject.subject = 'incident/' || incident.id
    join event opened on opened.log_index = incident.first_index
    cross join lateral (select translate(split_part(opened.jws, '.', 2), '-_', '+/') as payload) signed
    cross join lateral (select nullif(convert_from(
      decode(rpad(payload, (length(payload) + 3) / 4 * 4, '='), 'base64'), 'UTF8')::jsonb
      #> '{body,location,today}', 'null') as today) said`.execute(db);
}
