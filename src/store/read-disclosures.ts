import { type Kysely, sql } from 'kysely';
import type { Database } from './schema/index.js';

/** Withheld claims that were not erased, by `event_id`; those of one event in the byte order of their digests. */
export async function readDisclosures(
  db: Kysely<Database>,
  eventIds: readonly string[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const rows = await db
    .selectFrom('disclosure')
    // Exports of two databases are the same bytes, whatever their collations.
    .select(['event_id', sql<string[]>`array_agg(disclosure order by digest collate "C")`.as('disclosures')])
    .where('event_id', '=', sql<string>`any(${eventIds}::text[])`)
    .groupBy('event_id')
    .execute();
  return new Map(rows.map(({ event_id, disclosures }) => [event_id, disclosures]));
}
