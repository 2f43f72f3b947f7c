import type { Kysely } from 'kysely';
import { holdsKey, type OfficerState, rolesHeld } from '../../custody/officer/state.js';
import type { RoleCode } from '../../custody/roles.js';
import type { Database } from '../schema/index.js';

/** Who reads: an officer with the roles he holds at this moment. */
export interface Reader {
  readonly officer: string;
  readonly unit: string | null;
  readonly roles: readonly RoleCode[];
}

/** The reader behind a key; null where the key is not, or no longer, good: a revoked key reads no more. */
export async function findReader(
  db: Kysely<Database>,
  officer: string,
  kid: string,
  now: number,
): Promise<Reader | null> {
  const row = await db
    .selectFrom('subject')
    .select('state')
    .where('subject', '=', `officer/${officer}`)
    .executeTakeFirst();
  if (row === undefined) return null;
  const state = row.state as OfficerState;
  if (!holdsKey(state, kid)) return null;
  return { officer, unit: state.unit, roles: rolesHeld(state, now) };
}
