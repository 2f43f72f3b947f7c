import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import { isJsonObject, type JsonObject, peekEvent } from '../../../log/index.js';
import type { Database } from '../../schema/index.js';

/** A correction that stands beside what it corrects (RQ-05): what, when, by whom. */
export interface CorrectionOnPaper {
  readonly eventId: string;
  readonly index: number;
  /** Time received, ms since 1970. */
  readonly receivedAt: number;
  readonly subject: string;
  readonly officer: string;
  readonly role: string;
  /** Who countersigned as supervisor; null: nobody. */
  readonly supervisor: { readonly officer: string; readonly role: string } | null;
  readonly corrects: string;
  readonly pointer: string;
  /** Null where what is corrected is withheld; so is `correct`. */
  readonly was: string | null;
  readonly correct: string | null;
  readonly reason: string;
}

/** An event as it was read: its payload with its place in the log. */
export interface EventRead {
  readonly eventId: string;
  readonly index: number;
  readonly receivedAt: number;
  readonly subject: string;
  readonly type: string;
  readonly form: number;
  readonly actor: { readonly officer: string; readonly role: string };
  readonly kid: string;
  readonly body: JsonObject;
}

/** Every correction on these subjects, in the order of the log. */
export async function readCorrections(
  db: Kysely<Database>,
  subjects: readonly string[],
): Promise<readonly CorrectionOnPaper[]> {
  const rows = await db
    .selectFrom('event')
    .select(['log_index', 'received_at', 'subject', 'jws'])
    .where('subject', '=', sql<string>`any(${subjects}::text[])`)
    .where('type', '~', '[.](corrected|countersigned)$')
    .orderBy('log_index')
    .execute();
  return correctionsIn(rows.map(eventRead));
}

export function eventRead(row: {
  readonly log_index: number;
  readonly received_at: number;
  readonly subject: string;
  readonly jws: string;
}): EventRead {
  return { ...peekEvent(row.jws), subject: row.subject, index: row.log_index, receivedAt: row.received_at };
}

export function correctionsIn(events: readonly EventRead[]): readonly CorrectionOnPaper[] {
  return events
    .filter(({ type }) => type.endsWith('.corrected'))
    .map(({ eventId, index, receivedAt, subject, actor, body }) => ({
      eventId,
      index,
      receivedAt,
      subject,
      ...actor,
      supervisor: supervisorOf(eventId, events),
      corrects: String(body.corrects),
      pointer: String(body.pointer),
      was: textIn(body.was),
      correct: textIn(body.correct),
      reason: String(body.reason),
    }));
}

function supervisorOf(eventId: string, events: readonly EventRead[]): CorrectionOnPaper['supervisor'] {
  const signed = events.find(
    ({ type, body }) =>
      type.endsWith('.countersigned') && body.eventId === eventId && body.as === 'supervisor',
  );
  return signed === undefined ? null : signed.actor;
}

function textIn(value: JsonObject[string] | undefined): string | null {
  return typeof value === 'string' ? value : null;
}

/** Text of a member of a body that may be absent. */
export function reasonIn(value: JsonObject[string] | undefined): string | null {
  return isJsonObject(value ?? null) ? String((value as JsonObject).reason) : null;
}
