import { type Kysely, type Selectable, sql } from 'kysely';
import type { OutcomeReported, ReleaseDecision, ReleaseState } from '../../../custody/release/state.js';
import { type JsonObject, type JsonValue, peekEvent } from '../../../log/index.js';
import type { GivenTable } from '../../schema/given.js';
import type { Database } from '../../schema/index.js';
import { readVisibleSubjects } from '../read-subjects.js';
import { mayRead, type Reading } from '../visibility.js';
import type { CopyGiven, GivenRow } from './given-row.js';

type Given = Selectable<GivenTable> & {
  /** Of a copy: what the act says of the piece. */
  readonly said: string | null;
};

/**
 * The register of what was given (RQ-65): each piece that an authority was handed over, was given in a dossier or as a
 * copy, under which decision, and what is known to have come of it; of the releases whose record the reader may see, in
 * the order of the log. What was copied of a piece is said by an act on the piece: to whoever may not see it, nothing.
 */
export async function readGiven(db: Kysely<Database>, reading: Reading): Promise<readonly GivenRow[]> {
  const given = await rowsGiven(db, reading);
  const releases = await statesOf(db, given);
  const seen = await readVisibleSubjects(
    db,
    reading,
    [...new Set(given.map(({ piece }) => piece))],
    'summary',
  );
  const numbers = new Map(seen.map(({ subject, state }) => [subject, (state as { number: string }).number]));
  return given.flatMap(row => {
    const state = releases.get(row.release);
    return state === undefined ? [] : [rowOf(row, state, numbers.get(row.piece) ?? null)];
  });
}

async function rowsGiven(db: Kysely<Database>, reading: Reading): Promise<readonly Given[]> {
  const { rows } = await sql<Given>`
    select given.*, said.jws as said
    from given join release on release.id = given.release
    left join lateral (
      -- The event of the piece follows that of its group, with no other of its kind between.
      select jws from event
      where given.by = 'COPY' and event.subject = given.piece and event.log_index > given.leaf
        and event.type = split_part(given.piece, '/', 1) || '.copy-disclosed'
      order by event.log_index limit 1) said on true
    where ${mayRead(reading, 'releases', 'release', 'record')}
    order by given.leaf, given.position`.execute(db);
  return rows;
}

/** Each release once, by its UUID: it may be as long as the list of what was given under it. */
async function statesOf(
  db: Kysely<Database>,
  given: readonly Given[],
): Promise<ReadonlyMap<string, ReleaseState>> {
  const subjects = [...new Set(given.map(({ release }) => `release/${release}`))];
  const rows = await db
    .selectFrom('subject')
    .select(['subject', 'state'])
    .where('subject', '=', sql<string>`any(${subjects}::text[])`)
    .execute();
  return new Map(rows.map(({ subject, state }) => [subject.slice('release/'.length), state as ReleaseState]));
}

function rowOf(
  { national_references, position: _, said, ...given }: Given,
  state: ReleaseState,
  number: string | null,
): GivenRow {
  return {
    ...given,
    releaseNumber: state.number,
    request: state.request ?? null,
    decision: decisionOver(state, given.piece, given.at),
    number,
    copy: said === null || number === null ? null : copyIn(peekEvent(said).body),
    nationalReferences: national_references,
    outcome: lastOutcome(state, given.by, given.given),
  };
}

function copyIn({
  as = null,
  copies = null,
  files = null,
  cleaned = null,
  leftOut = null,
}: JsonObject): CopyGiven {
  return {
    as: String(as),
    copies: Number(copies),
    files: lengthOf(files) ?? 0,
    cleaned: lengthOf(cleaned),
    leftOut: lengthOf(leftOut),
  };
}

function lengthOf(list: JsonValue): number | null {
  return Array.isArray(list) ? list.length : null;
}

/** The last that granted it before it went; decisions of the first forms name no pieces of their own. */
function decisionOver({ decisions }: ReleaseState, piece: string, at: string): ReleaseDecision | null {
  const granted = decisions.filter(({ outcome }) => outcome !== 'REFUSED');
  const over = granted.filter(({ pieces = [piece] }) => pieces.includes(piece));
  return over.findLast(decision => decision.at <= at) ?? over.at(-1) ?? null;
}

function lastOutcome(
  { outcomes = [] }: ReleaseState,
  by: GivenRow['by'],
  given: string,
): OutcomeReported | null {
  return (
    outcomes.findLast(outcome =>
      outcome.given.length === 0 ? by === 'COPY' : outcome.given.includes(given),
    ) ?? null
  );
}
