import { type Kysely, sql } from 'kysely';
import type { LogState } from '../../custody/log/state.js';
import type { Database } from '../schema/index.js';
import { noteAdministrativeAct, readOwedActs } from './owed-acts.js';

/**
 * Notes the migrations that the database remembers and the log does not: so none is forgotten, whoever ran it and
 * whatever crashed after it. At the first look these are all that made the database.
 */
export async function noteMigrations(
  db: Kysely<Database>,
  log: LogState,
  random: (length: number) => Uint8Array,
): Promise<void> {
  const { rows } = await sql<{ name: string; timestamp: string }>`
    select name, timestamp from kysely_migration order by name`.execute(db);
  const owed = (await readOwedActs(db)).flatMap(({ details }) => details.migrations);
  const told = new Set([...(log.migrated ?? []), ...owed]);
  const untold = rows.filter(({ name }) => !told.has(name));
  if (untold.length === 0) return;
  const at = Math.max(...untold.map(({ timestamp }) => Date.parse(timestamp)));
  const migrations = untold.map(({ name }) => name);
  await noteAdministrativeAct(db, { act: 'MIGRATED', at, details: { migrations } }, random);
}
