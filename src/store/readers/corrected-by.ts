import { type Kysely, sql } from 'kysely';
import { peekEvent } from '../../log/index.js';
import type { Database } from '../schema/index.js';

/** An act that corrects another; both stay visible (E55, RQ-05). */
export interface CorrectedBy {
  readonly event: string;
  readonly type: string;
  /** Leaf index. */
  readonly index: number;
  /** The field that is corrected, as a JSON pointer into the corrected event: whoever quotes it says so. */
  readonly pointer: string;
}

/** By `event_id` of what is corrected, in the order of the log; an event that nobody corrected is not in there. */
export type Corrections = ReadonlyMap<string, readonly CorrectedBy[]>;

/**
 * Which of these events were corrected, and by which. The event of an item repeats what its group says (log-format
 * section 10): it counts as corrected where the group was.
 * @param known ms since 1970: a correction received later is not known yet
 */
export async function readCorrectedBy(
  db: Kysely<Database>,
  events: readonly string[],
  known = Number.MAX_SAFE_INTEGER,
): Promise<Corrections> {
  const quoted = await readSubjects(db, events);
  const groups = await readSubjects(
    db,
    quoted.flatMap(({ group }) => group ?? []),
  );
  const subjects = [...quoted, ...groups].map(({ subject }) => subject);
  if (subjects.length === 0) return new Map();
  const { rows } = await sql<CorrectedBy & { readonly corrects: string }>`
    select correction->>'corrects' as corrects, correction->>'pointer' as pointer,
      event.event_id as event, event.type, event.log_index as index
    from subject
      cross join lateral jsonb_array_elements(subject.state->'corrections') as correction
      join event on event.event_id = correction->>'event'
    where subject.subject = any(${[...new Set(subjects)]}::text[]) and event.received_at <= ${known}::bigint
    order by event.log_index`.execute(db);
  const corrections = quoted.map(({ event, group }) => {
    const own = rows.filter(({ corrects }) => corrects === event || corrects === group);
    return [event, own.map(({ corrects: _, ...correction }) => correction)] as const;
  });
  return new Map(corrections.filter(([, own]) => own.length > 0));
}

async function readSubjects(db: Kysely<Database>, events: readonly string[]) {
  if (events.length === 0) return [];
  const rows = await db
    .selectFrom('event')
    .select(['event_id', 'subject', 'jws'])
    .where('event_id', '=', sql<string>`any(${[...new Set(events)]}::text[])`)
    .execute();
  return rows.map(({ event_id, subject, jws }) => {
    const { group } = peekEvent(jws).body;
    return { event: event_id, subject, group: typeof group === 'string' ? group : null };
  });
}
