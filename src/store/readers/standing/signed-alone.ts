import { type Kysely, sql } from 'kysely';
import type { Database } from '../../schema/index.js';
import type { Reading } from '../visibility.js';
import type { StandingRow } from './standing-report.js';
import { visibleRows } from './visible-rows.js';

interface LonelyAct {
  readonly type: string;
  readonly subject: string;
  readonly officer: string;
  readonly received_at: number;
  readonly log_index: number;
  readonly signed: number;
}

/**
 * Acts with fewer countersignatures than the procedure in force asks for. The log refuses them under a procedure that
 * asks; what is found here was done under an earlier one, or by a rule that let it pass.
 */
export async function readSignedAlone(
  db: Kysely<Database>,
  reading: Reading,
): Promise<readonly StandingRow[]> {
  const owed = Object.entries(reading.sop.acts)
    .map(([type, { countersignatures }]) => ({
      type,
      owed: countersignatures.reduce((sum, { count }) => sum + count, 0),
    }))
    .filter(act => act.owed > 0);
  const { rows } = await sql<LonelyAct & { readonly owed: number }>`
    select act.type, act.subject, act.officer, act.received_at, act.log_index, asked.owed, given.signed
    from jsonb_to_recordset(${JSON.stringify(owed)}::jsonb) as asked (type text, owed integer)
    join event act on act.type = asked.type
    cross join lateral (
      select count(*)::integer as signed from event countersigned
      where countersigned.log_index > act.log_index and countersigned.log_index <= act.log_index + asked.owed
        and countersigned.subject = act.subject and countersigned.type like '%.countersigned'
    ) as given
    where given.signed < asked.owed
    order by act.log_index`.execute(db);
  return visibleRows(
    db,
    reading,
    rows.map(({ type, subject, officer, received_at, log_index, owed: asked, signed }) => ({
      what: type,
      subject,
      label: '',
      officer,
      detail: `${signed}/${asked}`,
      since: received_at,
      late: null,
      leaf: log_index,
    })),
  );
}
