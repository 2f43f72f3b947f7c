import { type Kysely, sql } from 'kysely';

/**
 * Exports that were ordered: what is frozen until an officer has answered for one (E60) and it is fetched. Nothing of
 * this follows from the log; it is added to and read, never changed.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table audit_export (
      id uuid primary key,
      ordered_at timestamptz not null,
      ordered_by uuid not null,
      request jsonb not null,
      size bigint not null check (size > 0),
      note text not null,
      hash text not null check (hash ~ '^[0-9a-f]{64}$'),
      counts jsonb not null,
      missing text[] not null
    )`.execute(db);
  await sql`
    create trigger append_only before update or delete or truncate on audit_export
    for each statement execute function refuse_change()`.execute(db);
  await sql`grant select, insert on audit_export to scelle_service`.execute(db);
  // Serves: exports of a period. Times received rise with the index, so a small index tells the blocks apart.
  await sql`create index event_received on event using brin (received_at)`.execute(db);
}
