import { type Kysely, sql } from 'kysely';
import { comparablesOf, type ItemState } from './comparables-of-item.js';
import { grantReading } from './grant-reading.js';

/** Items of which the states are in memory at once. */
const batch = 200;

/**
 * Traces and marks of items, to be found again on an item of another incident; and what two officers stated of them. What
 * is on record already is filled in as a rebuild would write it.
 */
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
  await datesOfFormerActs(db);
  await tracesOnRecord(db);
  await comparisonsOnRecord(db);
  await grantReading(db, ['item_trace', 'trace_comparison']);
}

/**
 * The day of an approval (E32) and of a reception (E31) came into the state of an item after the acts themselves: states
 * kept before have none, while a replay gives one. They are taken from the acts.
 */
async function datesOfFormerActs(db: Kysely<unknown>): Promise<void> {
  const { rows } = await sql<{
    readonly subject: string;
    readonly path: readonly string[];
    readonly at: string;
  }>`
    with act as (
      select log_index, event_id, subject, type, convert_from(
        decode(rpad(payload, (length(payload) + 3) / 4 * 4, '='), 'base64'), 'UTF8')::jsonb->'body' as body
      from (select log_index, event_id, subject, type, translate(split_part(jws, '.', 2), '-_', '+/') as payload
        from event where type in ('evidence.destruction-approved', 'evidence.examination-accepted')) found),
    told as (
      select act.*, substr(asked.subject, length('examination/') + 1) as examination, body->'occurred'->>'at' as at
      from act join event asked on asked.event_id = body->>'group'),
    kept as (
      select told.*, subject.state->'examinations'->examination as said
      from told join subject on subject.subject = told.subject)
    select subject, array['examinations', examination, 'acceptedAt'] as path, at, log_index
    from kept
    where type = 'evidence.examination-accepted' and said is not null and not said ? 'acceptedAt'
    union all
    select subject, array['examinations', examination, 'destruction', (place - 1)::text, 'at'], at, log_index
    from kept, jsonb_array_elements(said->'destruction') with ordinality as approved (approval, place)
    where type = 'evidence.destruction-approved' and approval->>'event' = event_id and not approval ? 'at'
    order by log_index`.execute(db);
  for (const { subject, path, at } of rows) {
    await sql`
      update subject set state = jsonb_set(state, ${path}::text[], to_jsonb(${at}::text))
      where subject = ${subject}`.execute(db);
  }
}

async function tracesOnRecord(db: Kysely<unknown>): Promise<void> {
  let after = '';
  for (;;) {
    const { rows } = await sql<{ readonly subject: string; readonly state: ItemState }>`
      select subject, jsonb_build_object('incident', state->'incident', 'marks', state->'marks',
        'examinations', coalesce(state->'examinations', '{}')) as state
      from subject where kind = 'evidence' and subject > ${after} order by subject limit ${batch}`.execute(
      db,
    );
    const last = rows.at(-1);
    if (last === undefined) return;
    after = last.subject;
    const found = rows.flatMap(({ subject, state }) => comparablesOf(subject, state));
    await sql`
      insert into item_trace (item, position, incident, kind, key, reference, trace_kind, place, examination, event)
      select item, position, incident, kind, encode(sha256(convert_to(key, 'UTF8')), 'hex'),
        reference, trace_kind, place, examination, event
      from jsonb_populate_recordset(null::item_trace, ${JSON.stringify(found)}::jsonb)`.execute(db);
  }
}

async function comparisonsOnRecord(db: Kysely<unknown>): Promise<void> {
  await sql`
    insert into trace_comparison
    select substr(subject, length('evidence/') + 1)::uuid, place - 1, stated->>'reference',
      array(select jsonb_array_elements_text(stated->'with'))::uuid[], stated->>'result',
      (stated->>'examination')::uuid, stated->>'event'
    from subject, jsonb_array_elements(state->'traceMatches') with ordinality as match (stated, place)
    where kind = 'evidence'`.execute(db);
}
