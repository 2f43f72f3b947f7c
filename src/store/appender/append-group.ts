import type { Kysely, Transaction } from 'kysely';
import { sql } from 'kysely';
import { sopInForce } from '../../custody/judge/judge-batch.js';
import type { Sop } from '../../custody/sop/document.js';
import { type LogKeys, signersAt } from '../log-keys.js';
import { writeProjections } from '../projections/index.js';
import type { Database } from '../schema/index.js';
import type { SopDocuments } from '../sop-documents.js';
import { growTree } from '../tiles.js';
import type { CheckpointVault } from '../vault.js';
import { requireContinues } from './agreement.js';
import {
  eraseDisclosures,
  insertClaims,
  insertDisclosures,
  insertEvents,
  type LogPosition,
  readPosition,
  writePosition,
  writeSubjects,
} from './insert.js';
import { type BatchJudgement, type JudgedGroup, judgeGroup } from './judge-group.js';
import { type LoadedWorld, loadWorld } from './load-world.js';
import { AppendUnavailable } from './outcome.js';
import type { ProvenStates } from './proven-states.js';
import type { PendingEvent } from './read-batch.js';
import type { RandomBytes } from './sequence.js';

/** Furthest the clock may lie behind the last leaf (log-format section 4). */
const clockToleranceMs = 60_000;

export interface GroupSurroundings {
  readonly vault: CheckpointVault;
  readonly sopDocuments: SopDocuments;
  readonly logKeys: LogKeys;
  readonly now: () => number;
  readonly random: RandomBytes;
  /** Whom the rules believe: the states of the log and of those who sign. */
  readonly provenStates: ProvenStates;
}

/**
 * Steps 2 and 3 of the write path (design section 4), inside one transaction: lock the log's row, check it
 * against the vault, judge, insert. A crash anywhere in here leaves the log as it was.
 */
export async function appendGroup(
  trx: Transaction<Database>,
  batches: readonly (readonly PendingEvent[])[],
  surroundings: GroupSurroundings,
): Promise<readonly BatchJudgement[]> {
  const position = await readPosition(trx, true);
  if (position === undefined)
    throw new AppendUnavailable('database', 'there is no log in this database: run scelle init');
  const last = await surroundings.vault.read();
  await requireContinues(trx, position, last);
  const receivedAt = timeReceived(position, surroundings.now());
  const known = await findKnown(trx, batches.flat());
  const waiting = batches.map(events => ({ events, known }));
  const fresh = batches.flat().filter(({ event }) => !known.has(event.eventId));
  const world = await loadWorld(
    trx,
    position.subject,
    fresh.map(({ event }) => event),
    surroundings.sopDocuments,
    disclosuresOf(fresh),
  );
  const state = world.log();
  // What no checkpoint could cover would stand in the log without a receipt.
  if (state !== undefined) await signersAt(surroundings.logKeys, state, position.size);
  const at = { size: position.size, receivedAt, sop: requireSopInForce(world) };
  const ground = { position, last, log: state, sop: at.sop };
  const judgedBy = new Set([position.subject, ...fresh.map(({ event }) => `officer/${event.actor.officer}`)]);
  for (const subject of judgedBy) {
    const stored = world.subjects.get(subject);
    if (stored === undefined) await surroundings.provenStates.requireNone(trx, subject);
    else await surroundings.provenStates.require(trx, subject, stored, ground);
  }
  const isHeld = async (key: string) => (await surroundings.logKeys.find(key)) !== undefined;
  const group = await judgeGroup(world, waiting, at, { random: surroundings.random, isHeld });
  if (group.sequenced.length > 0) {
    await writePosition(trx, await writeGroup(trx, position, group, receivedAt));
  }
  return group.judgements;
}

/** Judging under another SOP than the one in force would be worse than not judging. */
function requireSopInForce(world: LoadedWorld): Sop {
  const sop = sopInForce(world);
  if (sop !== undefined) return sop;
  throw new AppendUnavailable(
    'sop-missing',
    `the SOP document ${world.log()?.sop.sha256} in force is not at hand`,
  );
}

/** Never smaller than the last; refused when the clock is far behind (log-format section 4). */
function timeReceived(position: LogPosition, now: number): number {
  if (now >= position.receivedAt - clockToleranceMs) return Math.max(now, position.receivedAt);
  throw new AppendUnavailable(
    'clock-behind',
    `the clock is ${position.receivedAt - now} ms behind the last event of the log`,
  );
}

async function findKnown(
  db: Kysely<Database>,
  events: readonly PendingEvent[],
): Promise<ReadonlyMap<string, number>> {
  const rows = await db
    .selectFrom('event')
    .select(['event_id', 'log_index'])
    .where('event_id', '=', sql<string>`any(${events.map(({ event }) => event.eventId)}::text[])`)
    .execute();
  return new Map(rows.map(row => [row.event_id, row.log_index]));
}

/**
 * Writes what a group changed, all but the log's row. The order of statements does not matter: they are seen
 * together or not at all.
 * @returns the log's new position, for the caller to write
 */
export async function writeGroup(
  trx: Transaction<Database>,
  position: Pick<LogPosition, 'size'>,
  { sequenced, sequencer, overlay }: JudgedGroup,
  receivedAt: number,
): Promise<LogPosition> {
  await insertEvents(trx, sequenced);
  await insertDisclosures(trx, sequenced);
  await writeSubjects(trx, sequencer.changes(overlay));
  await insertClaims(trx, overlay.claims);
  await writeProjections(trx, { steps: overlay.steps, disclosures: disclosuresOf(sequenced) });
  await eraseDisclosures(trx, sequenced);
  const hashes = sequenced.map(({ leafHash }) => leafHash);
  const { size, root } = await growTree(trx, position.size, hashes);
  return { size, root, receivedAt };
}

function disclosuresOf(events: readonly PendingEvent[]): ReadonlyMap<string, readonly string[]> {
  return new Map(events.map(({ event, disclosures }) => [event.eventId, disclosures]));
}
