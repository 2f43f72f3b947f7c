import { type Kysely, sql } from 'kysely';
import { grantReading } from './grant-reading.js';

/** Files that were uploaded, files that events name, and who read what. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table file (
      sha256 text primary key check (sha256 ~ '^[0-9a-f]{64}$'),
      size bigint not null check (size >= 0),
      media_type text not null,
      uploaded_by uuid,
      uploaded_at timestamptz not null
    )`.execute(db);
  // Serves: uploaded files older than the term that nothing names.
  await sql`create index file_uploaded_at on file (uploaded_at)`.execute(db);
  // `digest` is that of the withheld claim the file stands in; empty where it stands in the open body. `size` is
  // null for an SOP document, which is named by its hash alone.
  await sql`
    create table file_reference (
      sha256 text not null,
      event_id text not null,
      digest text not null,
      subject text not null,
      log_index bigint not null,
      size bigint,
      media_type text not null,
      primary key (sha256, event_id, digest)
    )`.execute(db);
  // Serves: the files of a subject, and who may read them because he may read it.
  await sql`create index file_reference_subject on file_reference (subject)`.execute(db);
  // Serves: the end of what an erased claim named.
  await sql`create index file_reference_event on file_reference (event_id, digest)`.execute(db);
  await createAccessLog(db);
  // Two events may carry one and the same disclosure; erasing it in one leaves it in the other.
  await sql`alter table disclosure drop constraint disclosure_pkey`.execute(db);
  await sql`alter table disclosure add primary key (event_id, digest)`.execute(db);
  await sql`drop index disclosure_event`.execute(db);
  await grantReading(db, ['file_reference']);
  await sql`grant select, insert, delete on file to scelle_service`.execute(db);
  await sql`grant select, insert on access_log to scelle_service`.execute(db);
}

async function createAccessLog(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table access_log (
      entry bigint generated always as identity primary key,
      at timestamptz not null,
      officer uuid,
      roles text[] not null,
      resource text not null,
      subjects text[] not null,
      purpose text,
      result text not null
    )`.execute(db);
  // Serves: who read what concerns a subject.
  await sql`create index access_log_subjects on access_log using gin (subjects)`.execute(db);
  // Serves: what an officer has read, latest first.
  await sql`create index access_log_officer on access_log (officer, entry)`.execute(db);
  await sql`
    create trigger append_only before update or delete or truncate on access_log
    for each statement execute function refuse_change()`.execute(db);
}
