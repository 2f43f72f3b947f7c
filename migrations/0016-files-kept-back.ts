import { type Kysely, sql } from 'kysely';

/**
 * Files whose bytes can tell a claim that is withheld beside them: the photograph of which the exact position is
 * withheld, the scan of a paper beside the name of who signed it. What is there is marked by what its event says.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table file_reference add column kept_back boolean not null default false`.execute(db);
  await sql`
    update file_reference set kept_back = true
    from (
      select event_id, type || '/' || form as form, convert_from(
        decode(rpad(payload, (length(payload) + 3) / 4 * 4, '='), 'base64'), 'UTF8')::jsonb -> 'body' as body
      from (select event_id, type, form, translate(split_part(jws, '.', 2), '-_', '+/') as payload
        from event where event_id in (select event_id from file_reference where digest = '')) signed
    ) named
    where file_reference.event_id = named.event_id and digest = '' and size is not null and (
      named.form in ('evidence.received-from-outside/1', 'evidence.certified/1', 'evidence.render-safe-certified/1')
      or to_jsonb(sha256) in (select jsonb_path_query(named.body,
        'strict $.** ? (exists (@.* ? (exists (@._sd)))).* ? (exists (@.sha256)).sha256')))`.execute(db);
  // Serves: whether anything says so of a file that is read or handed out.
  await sql`create index file_reference_kept_back on file_reference (sha256) where kept_back`.execute(db);
}
