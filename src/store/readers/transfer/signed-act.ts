import { type Kysely, sql } from 'kysely';
import type { Occurrence } from '../../../custody/schema/occurrence.js';
import { isJsonObject, type JsonObject, peekEvent } from '../../../log/index.js';
import type { Database } from '../../schema/index.js';
import { DisputedKeys } from '../disputed/disputed-keys.js';
import { LostKeys } from '../disputed/lost-keys.js';
import { type InForceAt, readRolesAt } from '../roles-at.js';
import { type CorrectionOnPaper, correctionsIn, type EventRead, eventRead, reasonIn } from './corrections.js';

interface Signature {
  readonly officer: string;
  readonly role: string;
  /** False: the role was not in force at the time the act is said to have taken place. */
  readonly roleInForce: boolean;
  /** True: its key was compromised by then (log-format section 8). */
  readonly disputed: boolean;
  /** Leaf at which its key was reported lost, after it; null: it was not. */
  readonly keyLost: number | null;
  readonly eventId: string;
  readonly index: number;
  /** Time received, ms since 1970. */
  readonly receivedAt: number;
}

/** A signature that stands under an act beside the first one. */
export interface Countersigned extends Signature {
  readonly as: string;
}

/** The event of one item that goes with an act. */
export interface ItemOfAct {
  readonly item: string;
  readonly type: string;
  readonly form: number;
  readonly eventId: string;
  readonly index: number;
  readonly body: JsonObject;
}

/** One act of a subject with everything that was signed with it. */
export interface SignedAct extends Signature {
  readonly type: string;
  readonly form: number;
  readonly occurred: Occurrence | null;
  readonly place: string | null;
  /** Why it was entered late (RQ-10); null: it was not. */
  readonly late: string | null;
  readonly body: JsonObject;
  readonly countersigned: readonly Countersigned[];
  readonly items: readonly ItemOfAct[];
  /** What later acts correct of it or of a signature under it. */
  readonly corrections: readonly CorrectionOnPaper[];
}

/** Every act of a subject, in order. Bodies were checked when they came in; claims stay withheld. */
export async function readSignedActs(db: Kysely<Database>, subject: string): Promise<readonly SignedAct[]> {
  const rows = await db
    .selectFrom('event')
    .select(['log_index', 'received_at', 'subject', 'jws'])
    .where('subject', '=', subject)
    .orderBy('seq')
    .execute();
  const events = rows.map(eventRead);
  const acts = events.filter(({ type }) => !type.endsWith('.countersigned'));
  const [items, keys, lost, inForceAt] = await Promise.all([
    readItemEvents(db, acts.map(({ body }) => body).flatMap(listedItems)),
    DisputedKeys.read(db),
    LostKeys.read(
      db,
      events.map(({ kid }) => kid),
    ),
    readRolesAt(
      db,
      events.map(({ actor }) => actor.officer),
    ),
  ]);
  return acts.map(act => signedAct(act, events, items, { inForceAt, keys, lost }));
}

function signedAct(
  act: EventRead,
  events: readonly EventRead[],
  items: ReadonlyMap<string, ItemOfAct>,
  {
    inForceAt,
    keys,
    lost,
  }: { readonly inForceAt: InForceAt; readonly keys: DisputedKeys; readonly lost: LostKeys },
): SignedAct {
  const { type, form, body } = act;
  const occurred = (body.occurred as unknown as Occurrence | undefined) ?? null;
  const signature = ({ actor, kid, eventId, index, receivedAt }: EventRead): Signature => ({
    ...actor,
    roleInForce: occurred === null || inForceAt(actor.officer, actor.role, occurred),
    disputed: keys.of({ kid, index }) !== undefined,
    keyLost: lost.reportedAfter({ kid, index }),
    eventId,
    index,
    receivedAt,
  });
  const countersigned = events
    .filter(other => other.type.endsWith('.countersigned') && other.body.eventId === act.eventId)
    .map(other => ({ ...signature(other), as: String(other.body.as) }));
  const signed = [act.eventId, ...countersigned.map(({ eventId }) => eventId)];
  return {
    ...signature(act),
    type,
    form,
    occurred,
    place: isJsonObject(body.place ?? null) ? String((body.place as JsonObject).description) : null,
    late: reasonIn(body.lateEntry),
    body,
    countersigned,
    items: listedItems(body).flatMap(({ subject, seq }) => items.get(`${subject} ${seq}`) ?? []),
    corrections: correctionsIn(events).filter(({ corrects }) => signed.includes(corrects)),
  };
}

interface ListedItem {
  readonly subject: string;
  readonly seq: number;
}

function listedItems({ items = null }: JsonObject): readonly ListedItem[] {
  return Array.isArray(items) ? (items as unknown as readonly ListedItem[]) : [];
}

async function readItemEvents(
  db: Kysely<Database>,
  listed: readonly ListedItem[],
): Promise<ReadonlyMap<string, ItemOfAct>> {
  if (listed.length === 0) return new Map();
  const { rows } = await sql<{ subject: string; seq: number; index: number; jws: string }>`
    select event.subject, event.seq, event.log_index as index, event.jws
    from unnest(${listed.map(({ subject }) => subject)}::text[], ${listed.map(({ seq }) => seq)}::integer[])
      as listed (subject, seq)
    join event on event.subject = listed.subject and event.seq = listed.seq`.execute(db);
  return new Map(
    rows.map(({ subject, seq, index, jws }) => {
      const { eventId, type, form, body } = peekEvent(jws);
      const item = subject.slice(subject.indexOf('/') + 1);
      return [`${subject} ${seq}`, { item, type, form, eventId, index, body }];
    }),
  );
}
