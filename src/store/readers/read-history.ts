import { type Kysely, sql } from 'kysely';
import {
  collectDigests,
  formatTime,
  type JsonValue,
  peekEvent,
  readDisclosure,
  type UnverifiedEvent,
} from '../../log/index.js';
import type { OpenLog } from '../open-log.js';
import type { Database } from '../schema/index.js';
import { type CorrectedBy, readCorrectedBy } from './corrected-by.js';
import { type Dispute, lookedAt, readDisputes } from './disputed/read-disputes.js';

/**
 * A claim that stands in an event as a digest: shown, kept back from this reader, erased for good by an act of the
 * subject, or missing: gone without one.
 */
export type ClaimView =
  | { readonly pointer: string; readonly digest: string; readonly status: 'withheld' | 'erased' | 'missing' }
  | {
      readonly pointer: string;
      readonly digest: string;
      readonly status: 'disclosed';
      readonly value: JsonValue;
      readonly disclosure: string;
    };

/** A signed statement as a reader sees it. */
export interface EventView {
  readonly index: number;
  /** Time received, in the log's form. */
  readonly receivedAt: string;
  readonly eventId: string;
  readonly subject: string;
  readonly seq: number;
  readonly prev: string | null;
  readonly type: string;
  readonly form: number;
  readonly actor: UnverifiedEvent['actor'];
  readonly kid: string;
  readonly at: string;
  readonly refs: readonly string[];
  readonly body: UnverifiedEvent['body'];
  /** Acts that correct it, or the act of several items that it is part of. */
  readonly correctedBy: readonly CorrectedBy[];
  /** Null where its key was not compromised by then. */
  readonly disputed: Dispute | null;
  /** The statement as it was signed. */
  readonly jws: string;
  readonly claims: readonly ClaimView[];
}

interface StoredEvent {
  readonly log_index: number;
  readonly received_at: number;
  readonly jws: string;
}

/** Events of a subject after `after` (a `seq`), oldest first. */
export async function readHistory(
  log: Pick<OpenLog, 'db' | 'policy'>,
  subject: string,
  { after, limit, withheld }: { readonly after: number; readonly limit: number; readonly withheld: boolean },
): Promise<{ readonly items: readonly EventView[]; readonly next: number | null }> {
  const rows = await log.db
    .selectFrom('event')
    .select(['log_index', 'received_at', 'jws'])
    .where('subject', '=', subject)
    // The cursor comes from the sender, and may be more than the column holds.
    .where('seq', '>', sql<number>`${after}::bigint`)
    .orderBy('seq')
    .limit(limit + 1)
    .execute();
  const items = await viewEvents(log, rows.slice(0, limit), withheld);
  return { items, next: rows.length > limit ? (items.at(-1)?.seq ?? null) : null };
}

export async function viewEvents(
  log: Pick<OpenLog, 'db' | 'policy'>,
  rows: readonly StoredEvent[],
  withheld: boolean,
): Promise<readonly EventView[]> {
  const { db } = log;
  const events = rows.map(row => ({ row, event: peekEvent(row.jws) }));
  const ids = events.map(({ event }) => event.eventId);
  const subjects = [...new Set(events.map(({ event }) => event.subject))];
  const [kept, erased, corrections, disputes] = await Promise.all([
    readDisclosures(db, ids),
    readErased(db, subjects),
    readCorrectedBy(db, ids),
    readDisputes(
      log,
      events.map(({ row, event }) => lookedAt(event, row.log_index)),
    ),
  ]);
  return events.map(({ row, event }) => ({
    index: row.log_index,
    receivedAt: formatTime(row.received_at),
    eventId: event.eventId,
    subject: event.subject,
    seq: event.seq,
    prev: event.prev,
    type: event.type,
    form: event.form,
    actor: event.actor,
    kid: event.kid,
    at: event.at,
    refs: event.refs,
    body: event.body,
    correctedBy: corrections.get(event.eventId) ?? [],
    disputed: disputes.get(event.eventId) ?? null,
    jws: event.jws,
    claims: collectDigests(event.body).map(({ pointer, digest }) =>
      viewClaim(pointer, digest, kept.get(`${event.eventId} ${digest}`), {
        erased: erased.has(`${event.eventId} ${digest}`),
        withheld,
      }),
    ),
  }));
}

function viewClaim(
  pointer: string,
  digest: string,
  disclosure: string | undefined,
  { erased, withheld }: { readonly erased: boolean; readonly withheld: boolean },
): ClaimView {
  if (disclosure === undefined) return { pointer, digest, status: erased ? 'erased' : 'missing' };
  if (!withheld) return { pointer, digest, status: 'withheld' };
  return { pointer, digest, status: 'disclosed', value: readDisclosure(disclosure).value, disclosure };
}

async function readDisclosures(
  db: Kysely<Database>,
  eventIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (eventIds.length === 0) return new Map();
  const rows = await db
    .selectFrom('disclosure')
    .select(['event_id', 'digest', 'disclosure'])
    .where('event_id', '=', sql<string>`any(${eventIds}::text[])`)
    .execute();
  return new Map(rows.map(row => [`${row.event_id} ${row.digest}`, row.disclosure]));
}

/** What acts of these subjects erased, as `<eventId> <digest>`: an operator's hand on a table erases nothing lawfully. */
async function readErased(db: Kysely<Database>, subjects: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = await db
    .selectFrom('event')
    .select('jws')
    .where('subject', '=', sql<string>`any(${subjects}::text[])`)
    .where('type', 'like', '%.disclosure-erased')
    .execute();
  return new Set(rows.map(({ jws }) => peekEvent(jws).body).map(body => `${body.eventId} ${body.digest}`));
}
