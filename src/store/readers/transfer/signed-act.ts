import { type Kysely, sql } from 'kysely';
import type { Occurrence } from '../../../custody/schema/occurrence.js';
import { isJsonObject, type JsonObject, peekEvent } from '../../../log/index.js';
import type { Database } from '../../schema/index.js';

/** A signature that stands under an act beside the first one. */
export interface Countersigned {
  readonly officer: string;
  readonly role: string;
  readonly as: string;
  readonly eventId: string;
  readonly index: number;
}

/** The event of one item that goes with an act. */
export interface ItemOfAct {
  readonly item: string;
  readonly eventId: string;
  readonly index: number;
  readonly body: JsonObject;
}

/** One act of a transfer with everything that was signed with it. */
export interface SignedAct {
  readonly eventId: string;
  readonly index: number;
  readonly type: string;
  readonly form: number;
  readonly officer: string;
  readonly role: string;
  readonly occurred: Occurrence | null;
  readonly place: string | null;
  readonly body: JsonObject;
  readonly countersigned: readonly Countersigned[];
  readonly items: readonly ItemOfAct[];
}

/** Every act of a transfer, in order. Bodies were checked when they came in; claims stay withheld. */
export async function readSignedActs(db: Kysely<Database>, transfer: string): Promise<readonly SignedAct[]> {
  const rows = await db
    .selectFrom('event')
    .select(['log_index', 'jws'])
    .where('subject', '=', `transfer/${transfer}`)
    .orderBy('seq')
    .execute();
  const events = rows.map(({ log_index, jws }) => ({ index: log_index, ...peekEvent(jws) }));
  const acts = events.filter(({ type }) => !type.endsWith('.countersigned'));
  const items = await readItemEvents(db, acts.map(({ body }) => body).flatMap(listedItems));
  return acts.map(({ eventId, index, type, form, actor, body }) => ({
    eventId,
    index,
    type,
    form,
    ...actor,
    occurred: (body.occurred as unknown as Occurrence | undefined) ?? null,
    place: isJsonObject(body.place ?? null) ? String((body.place as JsonObject).description) : null,
    body,
    countersigned: events
      .filter(other => other.type.endsWith('.countersigned') && other.body.eventId === eventId)
      .map(other => ({
        ...other.actor,
        as: String(other.body.as),
        eventId: other.eventId,
        index: other.index,
      })),
    items: listedItems(body).flatMap(({ subject, seq }) => items.get(`${subject} ${seq}`) ?? []),
  }));
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
      const { eventId, body } = peekEvent(jws);
      return [`${subject} ${seq}`, { item: subject.slice(subject.indexOf('/') + 1), eventId, index, body }];
    }),
  );
}
