import { type Kysely, sql } from 'kysely';
import { terminalStates } from '../../../custody/evidence/state.js';
import { holdsRole, type OfficerState } from '../../../custody/officer/state.js';
import type { Database } from '../../schema/index.js';
import { mayReadAlerts, type Reading } from '../visibility.js';
import type { Found } from './alert.js';

/** Who holds items, under which role. */
interface Custodian {
  readonly officer: string;
  readonly role: string;
  readonly state: OfficerState | null;
}

/** SD-8: a role or the last key ended while the officer still answers for items: listed, never hidden. */
export async function findCustodiansOutOfOffice(
  db: Kysely<Database>,
  reading: Reading,
  now: number,
): Promise<readonly Found[]> {
  const { rows } = await sql<Custodian>`
    select holder.officer, holder.role, subject.state
    from (select distinct evidence.custodian as officer, evidence.custodian_role as role from evidence
      where evidence.custodian is not null and evidence.physical <> all(${terminalStates}::text[])
        and ${mayReadAlerts(reading, 'evidence', 'evidence')}) holder
    left join subject on subject.subject = 'officer/' || holder.officer`.execute(db);
  const received = await timesReceived(db, rows.flatMap(indicesOf));
  const faults = rows.flatMap(custodian => faultsOf(custodian, now, received));
  if (faults.length === 0) return [];
  const held = await itemsHeld(db, reading, [...new Set(faults.map(({ officer }) => officer))]);
  return faults.flatMap(({ kind, officer, role, since }) =>
    held
      .filter(item => item.custodian === officer && item.role === role)
      .map(
        (item): Found => ({
          kind,
          subject: item.subject,
          label: item.number,
          officer,
          detail: role,
          since: Math.max(since, item.known),
        }),
      ),
  );
}

interface OutOfOffice {
  readonly kind: 'CUSTODIAN_WITHOUT_ROLE' | 'CUSTODIAN_WITHOUT_KEY';
  readonly officer: string;
  readonly role: string;
  readonly since: number;
}

function faultsOf(
  { officer, role, state }: Custodian,
  now: number,
  received: ReadonlyMap<number, number>,
): readonly OutOfOffice[] {
  if (state === null) return [];
  const at = (index: number) => received.get(index) ?? 0;
  const grants = Object.values(state.grants).filter(grant => grant.role === role);
  const keys = Object.values(state.keys).map(({ revoked }) => revoked);
  const roleEnds = grants.map(({ ended, until }) =>
    Math.min(ended === null ? Infinity : at(ended), until ?? Infinity),
  );
  const keyEnds = keys.map(revoked => (revoked === null ? Infinity : at(revoked.index)));
  return [
    ...(holdsRole(state, role, now)
      ? []
      : [{ kind: 'CUSTODIAN_WITHOUT_ROLE' as const, officer, role, since: lastPast(roleEnds, now) }]),
    ...(keys.some(revoked => revoked === null)
      ? []
      : [{ kind: 'CUSTODIAN_WITHOUT_KEY' as const, officer, role, since: lastPast(keyEnds, now) }]),
  ];
}

/** The last end that has come; a grant that begins later than now has none yet. */
function lastPast(ends: readonly number[], now: number): number {
  return Math.max(0, ...ends.filter(end => end <= now));
}

function indicesOf({ state }: Custodian): readonly number[] {
  if (state === null) return [];
  return [
    ...Object.values(state.grants).flatMap(({ ended }) => ended ?? []),
    ...Object.values(state.keys).flatMap(({ revoked }) => revoked?.index ?? []),
  ];
}

async function timesReceived(
  db: Kysely<Database>,
  indices: readonly number[],
): Promise<ReadonlyMap<number, number>> {
  if (indices.length === 0) return new Map();
  const rows = await db
    .selectFrom('event')
    .select(['log_index', 'received_at'])
    .where('log_index', '=', sql<number>`any(${[...new Set(indices)]}::bigint[])`)
    .execute();
  return new Map(rows.map(({ log_index, received_at }) => [log_index, received_at]));
}

interface HeldItem {
  readonly subject: string;
  readonly number: string;
  readonly custodian: string;
  readonly role: string;
  readonly known: number;
}

async function itemsHeld(db: Kysely<Database>, reading: Reading, officers: readonly string[]) {
  const { rows } = await sql<HeldItem>`
    select 'evidence/' || evidence.id as subject, evidence.number, evidence.custodian,
      evidence.custodian_role as role, coalesce(taken.received_at, 0) as known
    from evidence join subject on subject.subject = 'evidence/' || evidence.id
    left join event taken on taken.event_id = subject.state->'custody'->>'event'
    where evidence.custodian = any(${officers}::uuid[])
      and evidence.physical <> all(${terminalStates}::text[])
      and ${mayReadAlerts(reading, 'evidence', 'evidence')}`.execute(db);
  return rows;
}
