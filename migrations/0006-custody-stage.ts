import { type Kysely, sql } from 'kysely';

/**
 * What an interval of custody is for: the item's stage, and the act since which its custodian answers for it.
 * Rows that are there already get both with the next rebuild.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table custody_interval add column physical text, add column custody_event text`.execute(db);
}
