import type { Insertable, Kysely } from 'kysely';
import type { AccessLogTable } from '../schema/access-log.js';
import type { Database } from '../schema/index.js';

/** Adds an entry to the log of reads. Durable when it returns. */
export async function recordAccess(db: Kysely<Database>, entry: Insertable<AccessLogTable>): Promise<void> {
  await db.insertInto('access_log').values(entry).execute();
}
