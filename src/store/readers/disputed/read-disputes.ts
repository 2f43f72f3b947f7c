import { type Kysely, sql } from 'kysely';
import { peekEvent, type UnverifiedEvent } from '../../../log/index.js';
import type { OpenLog } from '../../open-log.js';
import type { Database } from '../../schema/index.js';
import { payloadOf } from '../jws-part.js';
import { DisputedKeys } from './disputed-keys.js';
import { firstQuorumOf } from './first-quorum-of.js';

/** An event that speaks for a disputed one, signed by another officer with a key that is not disputed there. */
export interface Supporting {
  readonly event: string;
  readonly index: number;
  readonly officer: string;
}

/** What independent evidence there is for a disputed event. The rules clear none by it: people weigh it. */
export interface Support {
  /** Countersignatures of the act, or of the act of several items that it is part of. */
  readonly countersigned: readonly Supporting[];
  /** Later events of its own history: each signs the hash of all before it. The first ten. */
  readonly followed: readonly Supporting[];
  /** Later events of other histories that name it among what they rely on. The first ten. */
  readonly named: readonly Supporting[];
  /** SHA-256 of the files it binds that are there. */
  readonly files: readonly string[];
  /** By when a quorum of the policy's witnesses had seen a tree with it; null: none has. */
  readonly cosignedAt: string | null;
}

/** An event that a key signed after it was compromised, or may have been (log-format section 8): disputed, not void. */
export interface Dispute {
  /** `event_id` of the revocation. */
  readonly revokedBy: string;
  /** Leaf index from which on events of the key are disputed. */
  readonly since: number;
  readonly support: Support;
}

/** An event as it is looked at. */
export interface LookedAt {
  readonly index: number;
  readonly eventId: string;
  readonly subject: string;
  readonly kid: string;
  readonly officer: string;
  /** `event_id` of the group's event where it is one of several items. */
  readonly group: string | null;
}

/** As it is looked at, from the statement and its leaf. */
export function lookedAt({ eventId, subject, kid, actor, body }: UnverifiedEvent, index: number): LookedAt {
  const group = typeof body.group === 'string' ? body.group : null;
  return { index, eventId, subject, kid, officer: actor.officer, group };
}

const most = 10;

/** By `event_id`: which of these events are disputed, and what supports each. */
export async function readDisputes(
  log: Pick<OpenLog, 'db' | 'policy'>,
  events: readonly LookedAt[],
): Promise<ReadonlyMap<string, Dispute>> {
  const keys = await DisputedKeys.read(log.db);
  const disputes = new Map<string, Dispute>();
  for (const event of events) {
    const key = keys.of(event);
    if (key === undefined) continue;
    const { revokedBy, since } = key;
    disputes.set(event.eventId, { revokedBy, since, support: await readSupport(log, event, keys) });
  }
  return disputes;
}

async function readSupport(
  { db, policy }: Pick<OpenLog, 'db' | 'policy'>,
  event: LookedAt,
  keys: DisputedKeys,
): Promise<Support> {
  const acts = event.group === null ? [event.eventId] : [event.eventId, event.group];
  const own = await laterEvents(db, event, keys);
  const naming = await eventsNaming(db, acts, event, keys);
  const home = await subjectsOf(db, acts);
  // In the history of its act alone: what another history says of an act is no signature under it.
  const isCountersignature = ({ type, subject, body }: Later) =>
    type.endsWith('.countersigned') && home.get(String(body)) === subject;
  const countersigned = [...own, ...naming].filter(isCountersignature);
  const rest = (later: readonly Later[]) =>
    later
      .filter(other => !isCountersignature(other))
      .slice(0, most)
      .map(supporting);
  return {
    countersigned: [...new Map(countersigned.map(other => [other.event, supporting(other)])).values()],
    followed: rest(own),
    named: rest(naming.filter(({ subject }) => subject !== event.subject)),
    files: await filesThere(db, acts),
    cosignedAt: await firstQuorumOf(db, policy, event.index),
  };
}

async function subjectsOf(
  db: Kysely<Database>,
  eventIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const rows = await db
    .selectFrom('event')
    .select(['event_id', 'subject'])
    .where('event_id', 'in', eventIds)
    .execute();
  return new Map(rows.map(row => [row.event_id, row.subject]));
}

interface Later extends Supporting {
  readonly subject: string;
  readonly type: string;
  /** `body.eventId`: what a countersignature is about. */
  readonly body: unknown;
}

function supporting({ event, index, officer }: Later): Supporting {
  return { event, index, officer };
}

interface LaterRow {
  readonly log_index: number;
  readonly jws: string;
}

function readLater(rows: readonly LaterRow[], signer: string, keys: DisputedKeys): readonly Later[] {
  return rows
    .map(({ log_index: index, jws }) => ({ index, read: peekEvent(jws) }))
    .filter(
      ({ index, read }) => read.actor.officer !== signer && keys.of({ kid: read.kid, index }) === undefined,
    )
    .map(({ index, read: { eventId, actor, subject, type, body } }) => ({
      ...{ event: eventId, index, officer: actor.officer },
      ...{ subject, type, body: body.eventId },
    }));
}

async function laterEvents(
  db: Kysely<Database>,
  { subject, index, officer }: LookedAt,
  keys: DisputedKeys,
): Promise<readonly Later[]> {
  const rows = await db
    .selectFrom('event')
    .select(['log_index', 'jws'])
    .where('subject', '=', subject)
    .where('log_index', '>', index)
    .where('officer', '<>', officer)
    .orderBy('log_index')
    .limit(100)
    .execute();
  return readLater(rows, officer, keys);
}

/** Looks through all later events: only disputed ones are asked for. */
async function eventsNaming(
  db: Kysely<Database>,
  acts: readonly string[],
  { index, officer }: LookedAt,
  keys: DisputedKeys,
): Promise<readonly Later[]> {
  const { rows } = await sql<LaterRow>`
    select log_index, jws from event
    where log_index > ${index} and officer <> ${officer}::uuid
      and ${payloadOf(sql`jws`)} -> 'refs' ?| ${acts}::text[]
    order by log_index limit 100`.execute(db);
  return readLater(rows, officer, keys);
}

async function filesThere(db: Kysely<Database>, acts: readonly string[]): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('file_reference')
    .innerJoin('file', 'file.sha256', 'file_reference.sha256')
    .select('file.sha256')
    .distinct()
    .where('event_id', 'in', acts)
    // What is withheld is not told by its hash.
    .where('digest', '=', '')
    .orderBy('file.sha256')
    .execute();
  return rows.map(({ sha256 }) => sha256);
}
