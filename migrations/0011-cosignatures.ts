import { type Kysely, sql } from 'kysely';

/** What witnesses said of checkpoints (log-format section 5): several of one witness for one checkpoint, each with its time. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table cosignature (
      size bigint not null references checkpoint (size),
      key_name text not null,
      key_id text not null,
      witnessed_at bigint not null,
      line text not null,
      kept_at timestamptz not null default now(),
      primary key (key_name, key_id, size, witnessed_at)
    )`.execute(db);
  await sql`create index cosignature_by_size on cosignature (size)`.execute(db);
  await sql`
    create trigger append_only before update or delete or truncate on cosignature
    for each statement execute function refuse_change()`.execute(db);
  await sql`grant select, insert on cosignature to scelle_service`.execute(db);
}
