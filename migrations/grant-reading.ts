import { type Kysely, sql } from 'kysely';

/** Tables for reading are written by the service, and thrown away and made anew at will. */
export async function grantReading(db: Kysely<unknown>, tables: readonly string[]): Promise<void> {
  for (const table of tables) {
    await sql`grant select, insert, update, delete on ${sql.table(table)} to scelle_service`.execute(db);
  }
}
