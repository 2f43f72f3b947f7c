import { type Kysely, sql } from 'kysely';
import type { MomentKnown } from '../../../custody/common/time-order.js';
import { type EvidenceState, terminalStates } from '../../../custody/evidence/state.js';
import type { Occurrence } from '../../../custody/schema/occurrence.js';
import { formatTime, isJsonObject, type JsonObject, peekEvent } from '../../../log/index.js';
import type { Database } from '../../schema/index.js';
import { type Corrections, readCorrectedBy } from '../corrected-by.js';
import { DisputedKeys } from '../disputed/disputed-keys.js';
import { readRolesAt } from '../roles-at.js';
import { findGaps, type Gap, type StatedGap } from './gaps.js';
import {
  asKnownAt,
  type Boundary,
  type Holding,
  type Interval,
  layPeriods,
  type Period,
  periodAt,
  periodsPossibleAt,
} from './periods.js';

/** What is asked, ms since 1970: an instant or all (null), as known at an instant or now. */
export interface CustodyQuestion {
  readonly at: number | null;
  readonly known: number;
  /** Longest time without custody that is not stated (the SOP's `custodyGapMinutes`). */
  readonly gapMinutes: number;
}

/** An act that a boundary, a custody or a gap hangs on, in its own words about time. */
export interface ActOfCustody {
  readonly type: string;
  /** When it is said to have occurred; null where it says no time. */
  readonly occurred: MomentKnown | null;
  readonly zone: string | null;
  readonly clockDoubt: string | null;
  readonly body: JsonObject;
  /** Subject of the group the act belongs to, e.g. `transfer/<UUID>`. */
  readonly group: string | null;
}

export interface CustodyRecord {
  readonly number: string;
  /** Where custody before the record began is told, where the item is part of another. */
  readonly parent: string | null;
  /** With an instant: the one period it lies in. */
  readonly periods: readonly Period[];
  /** With an instant that lies within the doubt of a coarse time: the other periods it may lie in. */
  readonly otherwise: readonly Period[];
  readonly gaps: readonly Gap[];
  readonly acts: ReadonlyMap<string, ActOfCustody>;
  /** Corrections of the acts that are quoted, as far as they were known. */
  readonly corrections: Corrections;
  /** `event_id`s of quoted acts whose key was compromised by then (log-format section 8). */
  readonly disputed: ReadonlySet<string>;
  /** Custodies in a role that the officer did not hold when it is said to have begun (SD-8). */
  readonly roleNotHeld: ReadonlySet<Holding>;
  /** The act our custody began with, as far as was known; null: it had not. */
  readonly firstAct: string | null;
  /** Physical state at the end of what was known; null where later acts changed it. */
  readonly physical: string | null;
  readonly handover: EvidenceState['handover'];
}

/** RQ-04: who had an item, where, under which seal and why, at any instant, as known at any instant. */
export async function readCustody(
  db: Kysely<Database>,
  id: string,
  { at, known, gapMinutes }: CustodyQuestion,
): Promise<CustodyRecord> {
  const [item, intervals, stated] = await Promise.all([
    readItem(db, id),
    readIntervals(db, id),
    readStatedGaps(db, id),
  ]);
  const { state, recorded, last } = item;
  const unchanged = last.received_at <= known;
  const ended = unchanged && terminalStates.includes(state.physical);
  const visible = asKnownAt(intervals, known);
  const periods = layPeriods(visible, recorded.receivedAt <= known ? recorded : null, ended);
  const gaps = findGaps(periods, stated, gapMinutes, known);
  const wanted = at === null ? periods : [periodAt(periods, at)];
  const otherwise =
    at === null ? [] : periodsPossibleAt(periods, at).filter(period => !wanted.includes(period));
  const shownGaps =
    at === null ? gaps : gaps.filter(({ from, until }) => from <= at && (until === null || at < until));
  const shown = [...wanted, ...otherwise];
  const firstAct = visible[0]?.from.event ?? null;
  const quoted = [...shown.flatMap(eventsOf), ...(firstAct === null ? [] : [firstAct])];
  const acts = await readActs(db, quoted);
  return {
    number: state.number,
    parent: state.parent,
    periods: wanted,
    otherwise,
    gaps: shownGaps,
    acts,
    disputed: await findDisputed(db, quoted),
    corrections: await readCorrectedBy(
      db,
      [...quoted, ...shownGaps.flatMap(({ event }) => event ?? [])],
      known,
    ),
    roleNotHeld: await findRolesNotHeld(db, shown, acts),
    firstAct,
    physical: unchanged ? state.physical : null,
    handover: state.handover,
  };
}

/** A fact of the officers' grants: that the role was in force on receipt, the rules have seen to. */
async function findRolesNotHeld(
  db: Kysely<Database>,
  periods: readonly Period[],
  acts: ReadonlyMap<string, ActOfCustody>,
): Promise<ReadonlySet<Holding>> {
  const held = periods.flatMap(({ holding, from }) =>
    holding === null || from === null ? [] : [{ holding, from }],
  );
  const inForceAt = await readRolesAt(
    db,
    held.map(({ holding }) => holding.officer),
  );
  const missing = held.filter(({ holding, from }) => {
    const { said, precision } = from;
    const begun = acts.get(holding.custodyEvent ?? '')?.occurred ?? { at: formatTime(said), precision };
    return !inForceAt(holding.officer, holding.role, begun);
  });
  return new Set(missing.map(({ holding }) => holding));
}

async function readItem(db: Kysely<Database>, id: string) {
  const subject = `evidence/${id}`;
  const [{ state }, first, last] = await Promise.all([
    db.selectFrom('subject').select('state').where('subject', '=', subject).executeTakeFirstOrThrow(),
    eventOf(db, subject, 'asc'),
    eventOf(db, subject, 'desc'),
  ]);
  return { state: state as EvidenceState, recorded: recordedBy(first), last };
}

function eventOf(db: Kysely<Database>, subject: string, order: 'asc' | 'desc') {
  return db
    .selectFrom('event')
    .select(['event_id', 'log_index', 'received_at', 'jws'])
    .where('subject', '=', subject)
    .orderBy('seq', order)
    .limit(1)
    .executeTakeFirstOrThrow();
}

/** The act that put the item on record: what went before is nobody's statement of ours. */
function recordedBy(row: Awaited<ReturnType<typeof eventOf>>): Boundary {
  const { at, precision } = occurredIn(peekEvent(row.jws).body);
  const said = at === null ? row.received_at : Date.parse(at);
  const event = row.event_id;
  return { at: said, said, precision, event, index: row.log_index, receivedAt: row.received_at };
}

/** Every stretch of custody of an item, in the order of the log. */
export async function readIntervals(db: Kysely<Database>, id: string): Promise<readonly Interval[]> {
  const rows = await db
    .selectFrom('custody_interval')
    .selectAll()
    .where('evidence', '=', id)
    .orderBy('known_from_index')
    .execute();
  return rows.map(row => ({
    holding: {
      officer: row.officer,
      role: row.role,
      unit: row.unit,
      site: row.site,
      store: row.store,
      shelf: row.shelf,
      place: row.place,
      reason: row.reason,
      stage: row.physical,
      custodyEvent: row.custody_event,
      seal:
        row.package === null || row.seal_number === null || row.seal_state === null
          ? null
          : { package: row.package, number: row.seal_number, state: row.seal_state },
    },
    from: {
      at: row.began.getTime(),
      said: row.began_said.getTime(),
      precision: row.began_precision as Occurrence['precision'],
      event: row.began_event,
      index: row.known_from_index,
      receivedAt: row.known_from,
    },
    until: endOf(row),
  }));
}

type EndOfInterval = {
  readonly ended: Date | null;
  readonly ended_said: Date | null;
  readonly ended_precision: string | null;
  readonly ended_event: string | null;
  readonly end_known_index: number | null;
  readonly end_known: number | null;
};

/** The columns of an end are all there or all null. */
function endOf(row: EndOfInterval): Boundary | null {
  const { ended, ended_said, ended_precision, ended_event, end_known_index, end_known } = row;
  if (ended === null || ended_said === null || ended_precision === null) return null;
  if (ended_event === null || end_known_index === null || end_known === null) return null;
  return {
    at: ended.getTime(),
    said: ended_said.getTime(),
    precision: ended_precision as Occurrence['precision'],
    event: ended_event,
    index: end_known_index,
    receivedAt: end_known,
  };
}

async function readStatedGaps(db: Kysely<Database>, id: string): Promise<readonly StatedGap[]> {
  const rows = await db
    .selectFrom('custody_gap')
    .innerJoin('event', 'event.event_id', 'custody_gap.event_id')
    .select(['from_time', 'until_time', 'reason', 'custody_gap.event_id', 'event.received_at'])
    .where('evidence', '=', id)
    .orderBy('position')
    .execute();
  return rows.map(row => ({
    from: row.from_time.getTime(),
    until: row.until_time.getTime(),
    reason: row.reason,
    event: row.event_id,
    receivedAt: row.received_at,
  }));
}

function eventsOf({ from, until, holding }: Period): readonly string[] {
  return [from?.event, until?.event, holding?.custodyEvent].filter(event => event != null);
}

async function readActs(
  db: Kysely<Database>,
  events: readonly string[],
): Promise<ReadonlyMap<string, ActOfCustody>> {
  const rows = await readEvents(db, events);
  const read = rows.map(row => ({ ...row, body: peekEvent(row.jws).body }));
  const groups = await readEvents(
    db,
    read.flatMap(({ body }) => (typeof body.group === 'string' ? [body.group] : [])),
  );
  const subjects = new Map(groups.map(({ event_id, subject }) => [event_id, subject]));
  return new Map(
    read.map(({ event_id, type, body }) => {
      const { at, precision, zone, clockDoubt } = occurredIn(body);
      const occurred = at === null ? null : { at, precision };
      const group = typeof body.group === 'string' ? (subjects.get(body.group) ?? null) : null;
      return [event_id, { type, occurred, zone, clockDoubt, body, group }];
    }),
  );
}

async function readEvents(db: Kysely<Database>, events: readonly string[]) {
  if (events.length === 0) return [];
  return db
    .selectFrom('event')
    .select(['event_id', 'type', 'subject', 'jws', 'log_index'])
    .where('event_id', '=', sql<string>`any(${[...new Set(events)]}::text[])`)
    .execute();
}

async function findDisputed(db: Kysely<Database>, events: readonly string[]): Promise<ReadonlySet<string>> {
  const keys = await DisputedKeys.read(db);
  const rows = await readEvents(db, events);
  const disputed = rows.filter(
    ({ jws, log_index: index }) => keys.of({ kid: peekEvent(jws).kid, index }) !== undefined,
  );
  return new Set(disputed.map(({ event_id }) => event_id));
}

function occurredIn({ occurred = null }: JsonObject) {
  const {
    at = null,
    precision = null,
    zone = null,
    clockDoubt = null,
  } = isJsonObject(occurred) ? occurred : {};
  return {
    at: typeof at === 'string' ? at : null,
    // Bodies were checked when they came in.
    precision: (typeof precision === 'string' ? precision : 'SECOND') as Occurrence['precision'],
    zone: typeof zone === 'string' ? zone : null,
    clockDoubt: typeof clockDoubt === 'string' ? clockDoubt : null,
  };
}
