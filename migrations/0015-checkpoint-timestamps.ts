import { type Kysely, sql } from 'kysely';

/**
 * RFC 3161 time-stamps of checkpoints, as an authority outside gave them. They follow from nothing in the log and are
 * added to, never changed; an export that was ordered keeps the one it was ordered with.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table checkpoint_timestamp (
      size bigint primary key check (size > 0),
      token bytea not null,
      stamped_at bigint not null,
      asked_at bigint not null
    )`.execute(db);
  await sql`
    create trigger append_only before update or delete or truncate on checkpoint_timestamp
    for each statement execute function refuse_change()`.execute(db);
  await sql`grant select, insert on checkpoint_timestamp to scelle_service`.execute(db);
  await sql`alter table audit_export add column token bytea`.execute(db);
}
