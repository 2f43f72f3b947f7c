import { type Kysely, sql } from 'kysely';
import { damagedStatuses } from '../../../custody/vocabulary/seals.js';
import type { Database } from '../../schema/index.js';
import { mayRead, type Reading } from '../visibility.js';
import type { StandingRow } from './standing-report.js';

const explained = 'DAMAGED_EXPLAINED';

/**
 * Seals that were found otherwise than they were put on, and stock that was lost, without an explanation. What a
 * receiver found stands on the item.
 */
export async function readSealsUnexplained(
  db: Kysely<Database>,
  reading: Reading,
): Promise<readonly StandingRow[]> {
  const statuses = [...damagedStatuses.filter(status => status !== explained), 'LOST_STOCK'];
  const { rows } = await sql<StandingRow>`
    select * from (
      select seal.status as what, coalesce('package/' || seal.package, 'sealstock/' || seal.stock) as subject,
        seal.number as label, seal.issued_to as officer, seal.seal_type as detail,
        issued.received_at as since, null::bigint as leaf, null::boolean as late
      from seal join event issued on issued.log_index = seal.issued_index
      where seal.status = any(${statuses}::text[]) and ${mayRead(reading, 'seals', 'seal', 'record')}
      union all
      select evidence.seal_state, 'evidence/' || evidence.id, evidence.seal_number, evidence.custodian,
        evidence.number, last.received_at, null::bigint, null::boolean
      from evidence join event last on last.log_index = evidence.last_index
      where evidence.seal_state = any(${statuses}::text[]) and ${mayRead(reading, 'evidence', 'evidence', 'record')}
    ) found
    order by label collate "C", subject collate "C"`.execute(db);
  return rows;
}
