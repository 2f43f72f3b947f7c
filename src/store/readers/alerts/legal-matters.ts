import { type Kysely, sql } from 'kysely';
import { outcomeDueAt } from '../../../custody/release/outcome-due.js';
import { parseTime } from '../../../log/index.js';
import type { Database } from '../../schema/index.js';
import type { GivenRow } from '../given/given-row.js';
import { readGiven } from '../given/read-given.js';
import { readVisibleSubjects } from '../read-subjects.js';
import { mayReadAlerts, type Reading } from '../visibility.js';
import type { Found } from './alert.js';

const day = 86_400_000;

/** E37, E44: requests past their deadline, and handovers of which nobody has heard for long. */
export async function findLegalMatters(
  db: Kysely<Database>,
  reading: Reading,
  now: number,
): Promise<readonly Found[]> {
  const found = await Promise.all([findRequestsOverdue(db, reading, now), findOutcomesDue(db, reading, now)]);
  return found.flat();
}

interface OverdueRequest {
  readonly subject: string;
  readonly number: string;
  readonly deadline: string;
  readonly registered_by: string;
  /** Time received of its registration, ms. */
  readonly known: number;
}

/** The day of the deadline still counts; days are UTC, which is the time of Mali. */
async function findRequestsOverdue(
  db: Kysely<Database>,
  reading: Reading,
  now: number,
): Promise<readonly Found[]> {
  const { rows } = await sql<OverdueRequest>`
    select 'request/' || request.id as subject, request.number, request.deadline, request.registered_by,
      began.received_at as known
    from request join event began on began.log_index = request.first_index
    where not request.settled and request.deadline is not null
      and ${mayReadAlerts(reading, 'requests', 'request')}`.execute(db);
  return rows.flatMap(({ subject, number, deadline, registered_by, known }): Found[] => {
    const due = Date.parse(deadline) + day;
    if (due > now) return [];
    const since = Math.max(due, known);
    return [
      { kind: 'REQUEST_OVERDUE', subject, label: number, officer: registered_by, detail: deadline, since },
    ];
  });
}

/** One alert for what was given at once, however many pieces it was. */
async function findOutcomesDue(
  db: Kysely<Database>,
  reading: Reading,
  now: number,
): Promise<readonly Found[]> {
  const given = await readGiven(db, reading);
  const releases = [...new Set(given.map(({ release }) => `release/${release}`))];
  const visible = await readVisibleSubjects(db, reading, releases, 'alerts');
  const mine = new Set(visible.map(({ subject }) => subject));
  const acts = new Map<number, GivenRow>(
    given.filter(({ release }) => mine.has(`release/${release}`)).map(row => [row.leaf, row]),
  );
  return [...acts.values()].flatMap(({ release, releaseNumber, given: what, unit, at, outcome }): Found[] => {
    const since = outcomeDueAt(parseTime(at), outcome, reading.sop);
    if (since === null || since > now) return [];
    const subject = `release/${release}`;
    return [
      {
        kind: 'OUTCOME_DUE',
        subject,
        label: releaseNumber,
        officer: outcome?.by ?? null,
        detail: `${what} ${unit}`,
        since,
      },
    ];
  });
}
