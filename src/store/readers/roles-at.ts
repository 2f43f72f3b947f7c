import { type Kysely, sql } from 'kysely';
import { endOf, type MomentKnown } from '../../custody/common/time-order.js';
import { parseTime } from '../../log/index.js';
import type { Database } from '../schema/index.js';

/** A role of an officer, ms since 1970; `until` null: it has not ended. */
interface RoleHeld {
  readonly officer: string;
  readonly role: string;
  readonly from: number;
  readonly until: number | null;
}

/** Was the role in force when the act is said to have taken place? (SD-8 is judged when it is received.) */
export type InForceAt = (officer: string, role: string, occurred: MomentKnown) => boolean;

/** A time known only to the day lies within the role where the day touches it. */
export async function readRolesAt(db: Kysely<Database>, officers: readonly string[]): Promise<InForceAt> {
  const { rows } = await sql<RoleHeld>`
    select granted.officer, granted.role,
      floor(extract(epoch from granted.from_time) * 1000)::bigint as from,
      least(floor(extract(epoch from granted.until_time) * 1000)::bigint, ended.received_at) as until
    from officer_role granted left join event ended on ended.log_index = granted.ended_index
    where granted.officer = any(${[...new Set(officers)]}::uuid[])`.execute(db);
  return (officer, role, occurred) =>
    rows.some(
      held =>
        held.officer === officer &&
        held.role === role &&
        held.from < endOf(occurred) &&
        (held.until === null || parseTime(occurred.at) < held.until),
    );
}
