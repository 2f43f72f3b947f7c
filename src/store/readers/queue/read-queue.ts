import { type Kysely, sql } from 'kysely';
import type { ReleasedPiece } from '../../../custody/release/piece.js';
import type { ReleaseState } from '../../../custody/release/state.js';
import { type MissingFact, missingForRelease } from '../../../custody/release/what-is-missing.js';
import type { RequestState } from '../../../custody/request/state.js';
import type { Sop } from '../../../custody/sop/document.js';
import type { UnitState } from '../../../custody/unit/state.js';
import { formatTime } from '../../../log/index.js';
import type { Database } from '../../schema/index.js';
import { readVisibleSubjects } from '../read-subjects.js';
import { readSourceConsents } from '../source-consents.js';
import { mayRead, type Reading } from '../visibility.js';

/** Something that waits for the legal office: a request of an authority, or a release. */
interface QueueEntry {
  /** `request/<UUID>` or `release/<UUID>`. */
  readonly subject: string;
  readonly number: string;
  /** UUID of the authority that asks, of the recipient. */
  readonly unit: string;
  /** Day by which the authority is to be answered; null: it set none. */
  readonly deadline: string | null;
  readonly overdue: boolean;
  /** Since when it waits, as stated. */
  readonly since: string;
  readonly missing: readonly MissingFact[];
}

interface QueueMoment {
  readonly now: number;
  readonly sop: Sop;
}

/**
 * The queue of the legal office (E37): requests that are not settled, and releases of which pieces are undecided or
 * suspended, with the facts that are not there for each; what is due first stands first. Of what the reader may see.
 * @param moment `now` in ms since 1970, and the procedure in force
 */
export async function readQueue(
  db: Kysely<Database>,
  reading: Reading,
  moment: QueueMoment,
): Promise<readonly QueueEntry[]> {
  const requests = await openRequests(db, reading);
  const releases = await openReleases(db, reading);
  const deadlines = new Map(requests.map(({ id, state }) => [id, state.deadline]));
  const asked = new Set(await requestsWithRelease(db));
  const today = formatTime(moment.now).slice(0, 'YYYY-MM-DD'.length);
  const entries: QueueEntry[] = requests.map(({ id, state }) => ({
    subject: `request/${id}`,
    number: state.number,
    unit: state.authorityUnit,
    deadline: state.deadline,
    overdue: state.deadline !== null && state.deadline < today,
    since: state.registeredAt,
    missing: [
      ...(asked.has(id) ? [] : [{ what: 'RELEASE_NOT_REQUESTED' as const, about: state.number }]),
      { what: 'ANSWER_TO_AUTHORITY', about: state.number },
    ],
  }));
  for (const { id, state } of releases) {
    const deadline = deadlines.get(state.request ?? '') ?? null;
    entries.push({
      subject: `release/${id}`,
      number: state.number,
      unit: state.recipientUnit,
      deadline,
      overdue: deadline !== null && deadline < today,
      since: state.requestedAt,
      missing: await missingOf(db, reading, { id, state }, moment),
    });
  }
  return entries.sort(
    (one, other) =>
      compare(one.deadline ?? '9999', other.deadline ?? '9999') || compare(one.since, other.since),
  );
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}

interface Standing<State> {
  readonly id: string;
  readonly state: State;
}

async function openRequests(db: Kysely<Database>, reading: Reading) {
  const { rows } = await sql<Standing<RequestState>>`
    select request.id, subject.state from request join subject on subject.subject = 'request/' || request.id
    where not request.settled and ${mayRead(reading, 'requests', 'request', 'record')}
    order by request.first_index`.execute(db);
  return rows;
}

async function openReleases(db: Kysely<Database>, reading: Reading) {
  const { rows } = await sql<Standing<ReleaseState>>`
    select release.id, subject.state from release join subject on subject.subject = 'release/' || release.id
    where exists (select from release_item listed where listed.release = release.id
        and listed.status in ('UNDER_REVIEW', 'SUSPENDED'))
      and ${mayRead(reading, 'releases', 'release', 'record')}
    order by release.first_index`.execute(db);
  return rows;
}

async function requestsWithRelease(db: Kysely<Database>): Promise<readonly string[]> {
  const { rows } = await sql<{ request: string }>`
    select distinct state->>'request' as request from subject
    where kind = 'release' and state->>'request' is not null`.execute(db);
  return rows.map(({ request }) => request);
}

async function missingOf(
  db: Kysely<Database>,
  reading: Reading,
  { id: release, state }: Standing<ReleaseState>,
  moment: QueueMoment,
): Promise<readonly MissingFact[]> {
  const open = Object.entries(state.items).filter(
    ([, status]) => status === 'UNDER_REVIEW' || status === 'SUSPENDED',
  );
  const pieces = open.map(
    ([id]) => (state.pieces ?? []).find(piece => piece.endsWith(`/${id}`)) ?? `evidence/${id}`,
  );
  const unit = `unit/${state.recipientUnit}`;
  const visible = await readVisibleSubjects(db, reading, [unit, ...pieces], 'record');
  const states = new Map(visible.map(({ subject, state: known }) => [subject, known]));
  const known = new Map(
    pieces.flatMap(piece => {
      const of = states.get(piece) as ReleasedPiece | undefined;
      return of === undefined ? [] : [[piece, of] as const];
    }),
  );
  return [
    ...missingForRelease(release, state, states.get(unit) as UnitState | undefined, known, moment),
    ...(await missingConsents(db, reading, { pieces, unit: state.recipientUnit, now: moment.now })),
  ];
}

/** GATE-8: told to who may see the sources themselves, by the piece alone; to others nothing is said of any. */
async function missingConsents(
  db: Kysely<Database>,
  reading: Reading,
  { pieces, unit, now }: { readonly pieces: readonly string[]; readonly unit: string; readonly now: number },
): Promise<readonly MissingFact[]> {
  const found = ((await readSourceConsents(db, pieces, unit, now)) ?? []).filter(
    ({ consent }) => consent === null,
  );
  const sources = found.map(({ source }) => `source/${source}`);
  const seen = await readVisibleSubjects(db, reading, sources, 'withheld');
  const mine = new Set(seen.map(({ subject }) => subject));
  const betrayed = found.filter(({ source }) => mine.has(`source/${source}`)).map(({ piece }) => piece);
  return [...new Set(betrayed)].map(about => ({ what: 'SOURCE_CONSENT', about }));
}
