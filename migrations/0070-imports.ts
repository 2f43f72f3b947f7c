import { type Kysely, sql } from 'kysely';
import { grantReading } from './grant-reading.js';

/** Imports of tables, for reading; rows say by which they came, and count once it is closed. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table import (
      id uuid primary key,
      reference text not null,
      contents text not null,
      table_sha256 text not null,
      total_rows bigint not null,
      entered_rows bigint not null,
      last_row bigint not null,
      standing text not null,
      opened_by uuid not null,
      opened_at timestamptz not null,
      closed_index bigint,
      first_index bigint not null unique,
      last_index bigint not null
    )`.execute(db);
  // Serves: an import by its reference; what one has opened.
  await sql`create index import_reference on import (reference)`.execute(db);
  await sql`create index import_opened_by on import (opened_by, first_index)`.execute(db);
  await sql`alter table incident add column import uuid`.execute(db);
  await sql`alter table evidence add column import uuid`.execute(db);
  await grantReading(db, ['import']);
}
