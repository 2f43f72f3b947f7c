import type { Kysely } from 'kysely';
import type { Database } from '../../schema/index.js';

/** Leaf index of the last event received at or before an instant (ms since 1970): what was known then ends there. -1: nothing was. */
export async function lastLeafKnown(db: Kysely<Database>, instant: number): Promise<number> {
  const row = await db
    .selectFrom('event')
    .select('log_index')
    .where('received_at', '<=', instant)
    .orderBy('log_index', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.log_index ?? -1;
}
