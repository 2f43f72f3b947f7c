import { type Kysely, sql } from 'kysely';

/** Which definition of a type the record of an incident follows: of what is on record, as it was stated. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table incident_version add column definitions jsonb not null default '[]'`.execute(db);
  await sql`
    update incident_version set definitions = followed.definitions
    from (
      select stated.event_id, jsonb_agg(jsonb_build_object(
        'type', case when classified->'type'->>'code' = 'OTHER'
          then coalesce(classified->'type'->>'text', 'OTHER') else classified->'type'->>'code' end,
        'text', case jsonb_typeof(classified->'definition')
          when 'string' then classified->'definition' else classified->'definition'->'text' end,
        'from', case jsonb_typeof(classified->'definition')
          when 'string' then 'null' else classified->'definition'->'from' end) order by place) as definitions
      from (
        select event.event_id, convert_from(decode(rpad(payload, (length(payload) + 3) / 4 * 4, '='), 'base64'),
          'UTF8')::jsonb #> '{body,classifications}' as classifications
        from incident_version version join event on event.event_id = version.event_id
        cross join lateral (
          select translate(split_part(event.jws, '.', 2), '-_', '+/') as payload) signed) stated
      cross join lateral jsonb_array_elements(classifications) with ordinality as listed (classified, place)
      where jsonb_typeof(classified->'definition') <> 'null'
      group by stated.event_id) followed
    where followed.event_id = incident_version.event_id`.execute(db);
  await sql`alter table incident_version alter column definitions drop default`.execute(db);
}
