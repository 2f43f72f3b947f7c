import { type Kysely, sql } from 'kysely';
import type { Database } from '../../schema/index.js';
import { payloadOf } from '../jws-part.js';
import { mayReadAlerts, type Reading } from '../visibility.js';
import type { StandingRow } from './standing-report.js';

/**
 * GATE-12: times longer than the procedure lets pass that nobody can account for, as they were stated; also of items that
 * left for good. `late`: who stated it did so in a late entry, by itself or with the group that it is part of, so that
 * nothing said at the time speaks for it.
 */
export async function readCustodyGaps(
  db: Kysely<Database>,
  reading: Reading,
): Promise<readonly StandingRow[]> {
  const minutes = reading.sop.deadlines.custodyGapMinutes.value;
  const { rows } = await sql<StandingRow>`
    select 'CUSTODY_GAP' as what, 'evidence/' || evidence.id as subject, evidence.number as label,
      evidence.custodian as officer,
      to_char(gap.from_time at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') || ' – '
        || to_char(gap.until_time at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') || ': ' || gap.reason
        as detail,
      stated.received_at as since, stated.log_index as leaf,
      coalesce(jsonb_typeof(said.payload -> 'body' -> 'lateEntry') = 'object', false)
        or coalesce(jsonb_typeof(${payloadOf(sql`act.jws`)} -> 'body' -> 'lateEntry') = 'object', false) as late
    from custody_gap gap join evidence on evidence.id = gap.evidence
    join event stated on stated.event_id = gap.event_id
    cross join lateral (select ${payloadOf(sql`stated.jws`)} as payload) said
    left join event act on act.event_id = said.payload -> 'body' ->> 'group'
    where gap.until_time - gap.from_time > make_interval(mins => ${minutes}::int)
      and ${mayReadAlerts(reading, 'evidence', 'evidence')}
    order by stated.log_index, gap.evidence, gap.position`.execute(db);
  return rows;
}
