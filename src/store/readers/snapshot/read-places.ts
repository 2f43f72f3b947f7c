import { type Kysely, sql } from 'kysely';
import type { Database } from '../../schema/index.js';
import { inChunks } from './chunks.js';
import type { EventPlace } from './log-snapshot.js';

type PlaceRow = { readonly log_index: number; readonly subject: string; readonly officer: string };

/** Every subject that had begun, sorted by its characters: all are ASCII, so that is the order of their bytes. */
export async function readAllSubjects(db: Kysely<Database>, size: number): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('event')
    .select('subject')
    .where('seq', '=', 1)
    .where('log_index', '<', size)
    .execute();
  return rows.map(({ subject }) => subject).sort();
}

export async function readPlaces(
  db: Kysely<Database>,
  size: number,
  subjects: readonly string[],
): Promise<readonly EventPlace[]> {
  const found: EventPlace[] = [];
  for (const chunk of inChunks(subjects)) {
    const rows = await db
      .selectFrom('event')
      .select(['log_index', 'subject', 'officer'])
      .where('subject', '=', sql<string>`any(${chunk}::text[])`)
      .where('log_index', '<', size)
      .execute();
    for (const row of rows) found.push(placeOf(row));
  }
  return found.sort((one, other) => one.index - other.index);
}

/** Countersignatures follow their act directly, in the log and in its subject (log-format section 10). */
export async function readPlacesWithCountersignatures(
  db: Kysely<Database>,
  size: number,
  eventIds: readonly string[],
): Promise<readonly EventPlace[]> {
  const found: EventPlace[] = [];
  for (const chunk of inChunks(eventIds)) {
    const { rows } = await sql<PlaceRow>`
      with recursive act as (
        select log_index, subject, officer from event
        where event_id = any(${chunk}::text[]) and log_index < ${size}
        union
        select event.log_index, event.subject, event.officer from act
        join event on event.log_index = act.log_index + 1
        where event.subject = act.subject and event.type like '%.countersigned' and event.log_index < ${size}
      )
      select log_index, subject, officer from act`.execute(db);
    for (const row of rows) found.push(placeOf(row));
  }
  return found.sort((one, other) => one.index - other.index);
}

function placeOf({ log_index, subject, officer }: PlaceRow): EventPlace {
  return { index: log_index, subject, officer };
}
