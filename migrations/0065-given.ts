import { type Kysely, sql } from 'kysely';
import { grantReading } from './grant-reading.js';

/**
 * What was given to whom (RQ-65), one row a piece: handovers, dossiers delivered, copies disclosed. What the log holds
 * already is filled in as a rebuild would write it.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table given (
      leaf bigint not null,
      position integer not null,
      release uuid not null,
      by text not null,
      given text not null,
      piece text not null,
      unit uuid not null,
      capacity text not null,
      national_references text[] not null,
      at text not null,
      officer uuid not null,
      primary key (leaf, position)
    )`.execute(db);
  // Serves: what was given under the releases that a reader may see.
  await sql`create index given_release on given (release)`.execute(db);
  await sql`
    with act as (
      select log_index, subject, type, convert_from(
        decode(rpad(payload, (length(payload) + 3) / 4 * 4, '='), 'base64'), 'UTF8')::jsonb as signed
      from (select log_index, subject, type, translate(split_part(jws, '.', 2), '-_', '+/') as payload
        from event where type in ('transfer.received', 'dossier.delivered', 'release.copy-disclosed')) found),
    told as (
      select act.log_index, act.type, act.subject, signed, signed->'body' as body,
        coalesce(nullif(signed->'body'->'recipient', 'null'), nullif(signed->'body'->'handover', 'null')) as recipient,
        coalesce(subject.state->>'release', substr(act.subject, 9)) as release,
        case act.type when 'dossier.delivered' then subject.state->'pieces'
          else jsonb_path_query_array(signed->'body', '$.items[*].subject') end as pieces
      from act join subject on subject.subject = act.subject
      where act.type <> 'transfer.received' or subject.state->>'release' is not null)
    insert into given
    select log_index, piece.place - 1, release::uuid,
      case type when 'transfer.received' then 'HANDOVER' when 'dossier.delivered' then 'DOSSIER' else 'COPY' end,
      subject, piece.name, (recipient->>'unit')::uuid, recipient->>'capacity',
      array(select jsonb_array_elements_text(coalesce(
        nullif(recipient->'nationalReferences', 'null'), nullif(body->'nationalReferences', 'null'),
        nullif(body->'references', 'null'), '[]'))),
      body->'occurred'->>'at', (signed->'actor'->>'officer')::uuid
    from told, jsonb_array_elements_text(pieces) with ordinality as piece (name, place)
    where recipient is not null`.execute(db);
  await grantReading(db, ['given']);
}
