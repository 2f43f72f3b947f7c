import type { Kysely } from 'kysely';
import { type AdministrativeAct, detailsOf } from '../../custody/log/administration.js';
import type { AdministeredBody } from '../../custody/log/events/administered.js';
import { formatTime, newId } from '../../log/index.js';
import type { Database } from '../schema/index.js';

/** An administrative act that was carried out. `details` are those of the act (`detailsOf`). */
export interface AdministrativeActDone {
  readonly act: AdministrativeAct;
  /** ms since 1970. */
  readonly at: number;
  readonly details: Partial<AdministeredBody['details']>;
}

/**
 * Notes an administrative act that no event tells of yet: durable when it returns, and told in the log by the service's
 * own officer as soon as he is there (docs/administration.md). Called by whatever carries such an act out, right after
 * it; a crash between the two leaves an act that nobody told.
 * @param db of the service's role or of the tables' owner
 */
export async function noteAdministrativeAct(
  db: Kysely<Database>,
  { act, at, details }: AdministrativeActDone,
  random: (length: number) => Uint8Array,
): Promise<void> {
  const number = newId(at, random(16));
  const body: AdministeredBody = {
    number,
    act,
    done: formatTime(at),
    details: { migrations: [], settings: [], size: null, sha256: null, ...details },
  };
  const missing = detailsOf[act].filter(name => details[name] === undefined);
  if (missing.length > 0) throw new Error(`${act} is told with ${missing.join(', ')}`);
  await db
    .insertInto('administrative_act_owed')
    .values({ number, body: JSON.stringify(body) })
    .execute();
}

/** Acts that wait to be told, oldest first. */
export async function readOwedActs(db: Kysely<Database>): Promise<readonly AdministeredBody[]> {
  const rows = await db.selectFrom('administrative_act_owed').select('body').orderBy('noted').execute();
  return rows.map(({ body }) => body);
}

/** The log tells of it now. */
export async function removeOwedAct(db: Kysely<Database>, number: string): Promise<void> {
  await db.deleteFrom('administrative_act_owed').where('number', '=', number).execute();
}
