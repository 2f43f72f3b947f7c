import { type Kysely, sql } from 'kysely';

/**
 * Dossiers that were built (E41), and what was made for them to read: the pages are kept as they are, so that a
 * dossier is the same bytes for ever, whatever release of this program makes it again. The mission keeps a full copy
 * of what it hands over (RQ-66): these rows, the log and the files. Added to and read, never changed.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table dossier_order (
      id uuid primary key,
      ordered_at timestamptz not null,
      ordered_by uuid not null,
      request jsonb not null,
      size bigint not null check (size > 0),
      note text not null,
      token bytea,
      hash text not null check (hash ~ '^[0-9a-f]{64}$'),
      pieces_hash text not null check (pieces_hash ~ '^[0-9a-f]{64}$'),
      account jsonb not null,
      missing text[] not null
    )`.execute(db);
  await sql`
    create table dossier_part (
      dossier uuid not null references dossier_order (id),
      path text not null,
      part integer not null check (part >= 0),
      position integer not null check (position >= 0),
      bytes bytea not null check (octet_length(bytes) <= 1048576),
      primary key (dossier, path, part)
    )`.execute(db);
  for (const table of ['dossier_order', 'dossier_part']) {
    await sql`
      create trigger append_only before update or delete or truncate on ${sql.table(table)}
      for each statement execute function refuse_change()`.execute(db);
    await sql`grant select, insert on ${sql.table(table)} to scelle_service`.execute(db);
  }
}
