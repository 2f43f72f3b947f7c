import { type Kysely, sql } from 'kysely';
import type { OutcomeReported, ReleaseDecision, ReleaseState } from '../../../custody/release/state.js';
import { type JsonObject, peekEvent } from '../../../log/index.js';
import type { Database } from '../../schema/index.js';
import { readVisibleSubjects } from '../read-subjects.js';
import { mayRead, type Reading } from '../visibility.js';
import type { GivenBy, GivenRow } from './given-row.js';

/** An act by which something was given, with the release it was given under. */
interface GivingAct {
  readonly subject: string;
  readonly jws: string;
  readonly log_index: number;
  /** UUID of the release. */
  readonly release: string;
  readonly state: ReleaseState;
  /** Pieces of a dossier; null: the act names its own. */
  readonly pieces: readonly string[] | null;
}

const ways: Readonly<Record<string, GivenBy>> = {
  'transfer.received': 'HANDOVER',
  'dossier.delivered': 'DOSSIER',
  'release.copy-disclosed': 'COPY',
};

/**
 * The register of what was given (RQ-65): each piece that an authority was handed over, was given in a dossier or as a
 * copy, under which decision, and what is known to have come of it; of the releases whose record the reader may see, in
 * the order of the log.
 */
export async function readGiven(db: Kysely<Database>, reading: Reading): Promise<readonly GivenRow[]> {
  const rows = (await givingActs(db, reading)).flatMap(rowsOf);
  const pieces = [...new Set(rows.map(({ piece }) => piece))];
  const seen = await readVisibleSubjects(db, reading, pieces, 'summary');
  const numbers = new Map(seen.map(({ subject, state }) => [subject, (state as { number: string }).number]));
  return rows.map(row => ({ ...row, number: numbers.get(row.piece) ?? null }));
}

async function givingActs(db: Kysely<Database>, reading: Reading): Promise<readonly GivingAct[]> {
  const { rows } = await sql<GivingAct>`
    select event.subject, event.jws, event.log_index, release.id as release, granting.state,
      dossier.state->'pieces' as pieces
    from event
    left join transfer on event.subject = 'transfer/' || transfer.id
    left join subject dossier on dossier.kind = 'dossier' and dossier.subject = event.subject
    join release on 'release/' || release.id = coalesce('release/' || transfer.release,
      'release/' || (dossier.state->>'release'), event.subject)
    join subject granting on granting.subject = 'release/' || release.id
    where event.type in ('transfer.received', 'dossier.delivered', 'release.copy-disclosed')
      and ${mayRead(reading, 'releases', 'release', 'record')}
    order by event.log_index`.execute(db);
  return rows;
}

function rowsOf({ subject, jws, log_index, release, state, pieces }: GivingAct): readonly GivenRow[] {
  const { type, body, actor } = peekEvent(jws);
  const by = ways[type];
  const to = (body.recipient ?? body.handover) as Recipient | null;
  if (by === undefined || to === null) return [];
  const { at } = body.occurred as { readonly at: string };
  return (pieces ?? itemsOf(body)).map(piece => ({
    release,
    releaseNumber: state.number,
    request: state.request ?? null,
    decision: decisionOver(state, piece, at),
    by,
    given: subject,
    piece,
    number: null,
    unit: to.unit,
    capacity: to.capacity,
    nationalReferences: to.nationalReferences ?? textsOf(body.nationalReferences ?? body.references),
    at,
    officer: actor.officer,
    outcome: lastOutcome(state, by, subject),
    leaf: log_index,
  }));
}

interface Recipient {
  readonly unit: string;
  readonly capacity: string;
  readonly nationalReferences?: readonly string[];
}

function itemsOf({ items }: JsonObject): readonly string[] {
  return (items as readonly { readonly subject: string }[]).map(({ subject }) => subject);
}

function textsOf(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.map(String) : [];
}

/** The last that granted it before it went; decisions of the first forms name no pieces of their own. */
function decisionOver({ decisions }: ReleaseState, piece: string, at: string): ReleaseDecision | null {
  const granted = decisions.filter(({ outcome }) => outcome !== 'REFUSED');
  const over = granted.filter(({ pieces = [piece] }) => pieces.includes(piece));
  return over.findLast(decision => decision.at <= at) ?? over.at(-1) ?? null;
}

function lastOutcome({ outcomes = [] }: ReleaseState, by: GivenBy, given: string): OutcomeReported | null {
  return (
    outcomes.findLast(outcome =>
      outcome.given.length === 0 ? by === 'COPY' : outcome.given.includes(given),
    ) ?? null
  );
}
