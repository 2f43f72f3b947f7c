import { type Kysely, type RawBuilder, sql } from 'kysely';
import { type EvidenceState, terminalStates } from '../../../custody/evidence/state.js';
import type { SceneState } from '../../../custody/scene/state.js';
import { isCheckOutOverdue, isOverdue, isReturnOverdue } from '../../../custody/transfer/overdue.js';
import type { TransferState } from '../../../custody/transfer/state.js';
import { parseTime } from '../../../log/index.js';
import type { Database } from '../../schema/index.js';
import { mayReadAlerts, type Reading } from '../visibility.js';
import type { Found } from './alert.js';

const hour = 3_600_000;
const day = 24 * hour;

/** Candidates come from the tables; the rules judge each by its state, so that a rule stands in one place. */
export async function findOverdue(
  db: Kysely<Database>,
  reading: Reading,
  now: number,
): Promise<readonly Found[]> {
  const found = await Promise.all([
    overdueTransfers(db, reading, now),
    overdueReturns(db, reading, now),
    overdueCheckOuts(db, reading, now),
    expiredClearances(db, reading, now),
  ]);
  return found.flat();
}

interface Candidate<State> {
  readonly subject: string;
  readonly label: string;
  readonly state: State;
  /** Time received of the act that made it a candidate, ms. */
  readonly known: number;
}

async function candidates<State>(db: Kysely<Database>, query: RawBuilder<unknown>) {
  return (await sql<Candidate<State>>`${query}`.execute(db)).rows;
}

async function overdueTransfers(db: Kysely<Database>, reading: Reading, now: number) {
  const rows = await candidates<TransferState>(
    db,
    sql`select subject.subject, transfer.manifest as label, subject.state, began.received_at as known
      from transfer join subject on subject.subject = 'transfer/' || transfer.id
      join event began on began.log_index = transfer.first_index
      where transfer.open_items > 0 and ${mayReadAlerts(reading, 'transfers', 'transfer')}`,
  );
  const grace = reading.sop.deadlines.transferOverdueHours.value * hour;
  return rows
    .filter(({ state }) => isOverdue(state, now, reading.sop))
    .map(({ subject, label, state, known }): Found => {
      const due = parseTime(state.plannedArrival ?? '') + grace;
      const { officer } = state.receiver;
      return { kind: 'TRANSFER_OVERDUE', subject, label, officer, detail: '', since: Math.max(due, known) };
    });
}

async function overdueReturns(db: Kysely<Database>, reading: Reading, now: number) {
  const rows = await items(db, reading, sql`evidence.transfer_stage = 'REFUSED'`, sql`evidence.last_index`);
  const grace = reading.sop.deadlines.transferOverdueHours.value * hour;
  return rows
    .filter(({ state }) => isReturnOverdue(state, now, reading.sop))
    .map(({ subject, label, state, known }): Found => {
      const due = parseTime(state.lastOccurred.at) + grace;
      const officer = state.transit?.courier ?? null;
      const detail = state.transit?.transfer ?? '';
      return { kind: 'RETURN_OVERDUE', subject, label, officer, detail, since: Math.max(due, known) };
    });
}

async function overdueCheckOuts(db: Kysely<Database>, reading: Reading, now: number) {
  const checkedOut = sql<number>`(select taken.log_index from event taken
    where taken.event_id = subject.state->'checkOut'->>'event')`;
  const rows = await items(db, reading, sql`evidence.due_back is not null`, checkedOut);
  const grace = reading.sop.deadlines.checkOutOverdueDays.value * day;
  return rows
    .filter(({ state }) => isCheckOutOverdue(state, now, reading.sop))
    .map(({ subject, label, state, known }): Found => {
      const due = parseTime(state.checkOut?.dueBack ?? '') + grace;
      const officer = state.checkOut?.taker ?? null;
      const detail = state.checkOut?.purpose ?? '';
      return { kind: 'CHECK_OUT_OVERDUE', subject, label, officer, detail, since: Math.max(due, known) };
    });
}

function items(
  db: Kysely<Database>,
  reading: Reading,
  where: RawBuilder<unknown>,
  index: RawBuilder<unknown>,
) {
  return candidates<EvidenceState>(
    db,
    sql`select subject.subject, evidence.number as label, subject.state, made.received_at as known
      from evidence join subject on subject.subject = 'evidence/' || evidence.id
      join event made on made.log_index = ${index}
      where ${where} and evidence.physical <> all(${terminalStates}::text[])
        and ${mayReadAlerts(reading, 'evidence', 'evidence')}`,
  );
}

/** GATE-1: no permission to enter is left, and the scene is not closed. */
async function expiredClearances(db: Kysely<Database>, reading: Reading, now: number) {
  const rows = await candidates<SceneState>(
    db,
    sql`select subject.subject, scene.name as label, subject.state, (select max(given.received_at)
        from event given where given.subject = subject.subject
          and given.type in ('scene.opened', 'scene.cleared', 'scene.clearance-withdrawn')) as known
      from scene join subject on subject.subject = 'scene/' || scene.id
      where not scene.closed and ${mayReadAlerts(reading, 'scenes', 'scene')}`,
  );
  return rows.flatMap(({ subject, label, state, known }): readonly Found[] => {
    const ends = Object.values(state.permissions).map(({ validUntil, withdrawn }) =>
      withdrawn !== null ? parseTime(withdrawn.at) : validUntil === null ? Infinity : parseTime(validUntil),
    );
    const end = Math.max(...ends);
    // Before the first clearance nobody may be there at all, and nobody waits for one to end.
    if (ends.length === 0 || end >= now) return [];
    const since = Math.max(end, known);
    return [{ kind: 'CLEARANCE_EXPIRED', subject, label, officer: state.leader, detail: '', since }];
  });
}
