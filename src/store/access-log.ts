import type { Insertable, Kysely } from 'kysely';
import type { AccessLogTable } from './schema/access-log.js';
import type { Database } from './schema/index.js';

export type AccessEntry = Insertable<AccessLogTable>;

/** Writes down who read what. Durable when it returns; nobody can change or remove it with the service's role. */
export async function logAccess(db: Kysely<Database>, entry: AccessEntry): Promise<void> {
  await db.insertInto('access_log').values(entry).execute();
}
