import { type Kysely, sql } from 'kysely';
import type { Database } from '../schema/index.js';

/** The salts of these subjects, as far as the database knows them. */
export async function readSalts(
  db: Kysely<Database>,
  subjects: readonly string[],
): Promise<ReadonlyMap<string, Uint8Array>> {
  const rows = await db
    .selectFrom('subject')
    .select(['subject', 'salt'])
    .where('subject', '=', sql<string>`any(${subjects}::text[])`)
    .execute();
  return new Map(rows.map(({ subject, salt }) => [subject, salt]));
}
