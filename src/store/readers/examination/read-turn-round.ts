import { type Kysely, sql } from 'kysely';
import { formatTime } from '../../../log/index.js';
import type { Database } from '../../schema/index.js';
import { mayRead, type Reading } from '../visibility.js';

/** One request to a laboratory, and how long it took. */
export interface TurnRound {
  /** UUID of the examination. */
  readonly examination: string;
  readonly number: string;
  /** UUID of the laboratory. */
  readonly laboratory: string;
  readonly level: string;
  readonly status: string;
  readonly urgency: string;
  /** UUID; null: it is assigned to nobody. */
  readonly examiner: string | null;
  /** ms since 1970, as stated; null: not yet. */
  readonly requestedAt: number;
  readonly receivedAt: number | null;
  /** Of the first version of the first report. */
  readonly reportedAt: number | null;
  /** Days, `YYYY-MM-DD`. */
  readonly due: string;
  readonly assignedDue: string | null;
  /** From the request to the reception, from there to the first report; null: it is not there yet. */
  readonly daysToReception: number | null;
  readonly daysToReport: number | null;
  /** Still owed, and its day is past; or reported after that day. */
  readonly overdue: boolean;
  readonly reportedLate: boolean;
}

interface Row
  extends Pick<
    TurnRound,
    'examination' | 'number' | 'laboratory' | 'level' | 'status' | 'urgency' | 'examiner' | 'due'
  > {
  readonly requested_at: Date;
  readonly accepted_at: Date | null;
  readonly first_reported_at: Date | null;
  readonly assigned_due: string | null;
}

const owed: readonly string[] = ['REQUESTED', 'ACCEPTED'];

/**
 * Turn-round times of laboratories: the requests that the reader may see, by laboratory and within each in the order of the
 * register. What is due is compared with the day of `now`, and never becomes an event.
 * @param now ms since 1970
 * @param from, until days, `YYYY-MM-DD`: asked for on or after the one, before the other
 */
export async function readTurnRound(
  db: Kysely<Database>,
  reading: Reading,
  now: number,
  {
    from,
    until,
    laboratory,
  }: { readonly from?: string; readonly until?: string; readonly laboratory?: string },
): Promise<readonly TurnRound[]> {
  const conditions = [
    mayRead(reading, 'examinations', 'examination', 'summary'),
    ...(from === undefined
      ? []
      : [sql<boolean>`examination.requested_at >= ${`${from}T00:00:00Z`}::timestamptz`]),
    ...(until === undefined
      ? []
      : [sql<boolean>`examination.requested_at < ${`${until}T00:00:00Z`}::timestamptz`]),
    ...(laboratory === undefined ? [] : [sql<boolean>`examination.laboratory = ${laboratory}::uuid`]),
  ];
  const { rows } = await sql<Row>`
    select examination.id as examination, number, laboratory, level, status, urgency, examiner,
      requested_at, accepted_at, first_reported_at, due, assigned_due
    from examination where ${sql.join(conditions, sql` and `)}
    order by laboratory, first_index`.execute(db);
  const today = dayOf(now);
  return rows.map(row => turnRoundOf(row, today));
}

function turnRoundOf(row: Row, today: string): TurnRound {
  const { requested_at, accepted_at, first_reported_at, assigned_due, ...kept } = row;
  return {
    ...kept,
    requestedAt: requested_at.getTime(),
    receivedAt: accepted_at?.getTime() ?? null,
    reportedAt: first_reported_at?.getTime() ?? null,
    assignedDue: assigned_due,
    daysToReception: daysBetween(requested_at, accepted_at),
    daysToReport: accepted_at === null ? null : daysBetween(accepted_at, first_reported_at),
    overdue: owed.includes(row.status) && row.due < today,
    reportedLate: first_reported_at !== null && dayOf(first_reported_at.getTime()) > row.due,
  };
}

function dayOf(moment: number): string {
  return formatTime(moment).slice(0, 'YYYY-MM-DD'.length);
}

const day = 86_400_000;

/** With one decimal; a time stated before the one it follows counts as none. */
function daysBetween(from: Date, until: Date | null): number | null {
  if (until === null) return null;
  return Math.max(0, Math.round((10 * (until.getTime() - from.getTime())) / day) / 10);
}
