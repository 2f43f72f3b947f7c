import { type Kysely, sql } from 'kysely';
import type { Database } from '../schema/index.js';

/**
 * How many of these withheld claims were not erased. Claims never come back: where it is the same number later, they are the
 * same claims.
 * @param digests of the claims
 */
export async function countDisclosures(db: Kysely<Database>, digests: ReadonlySet<string>): Promise<number> {
  if (digests.size === 0) return 0;
  const { count } = await db
    .selectFrom('disclosure')
    .select(sql<number>`count(*)::int`.as('count'))
    .where('digest', '=', sql<string>`any(${[...digests]}::text[])`)
    .executeTakeFirstOrThrow();
  return count;
}
