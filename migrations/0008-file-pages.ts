import { type Kysely, sql } from 'kysely';

/** Files in the order in which the log named them. */
export async function up(db: Kysely<unknown>): Promise<void> {
  // Serves: a page of files, from any place on, without looking at those before.
  await sql`create index file_reference_position on file_reference (log_index, sha256)`.execute(db);
}
