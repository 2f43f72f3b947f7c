import { type Kysely, sql } from 'kysely';
import { readDisclosures } from '../../read-disclosures.js';
import type { Database } from '../../schema/index.js';
import { inChunks } from './chunks.js';
import type { LoggedEvent, SubjectHead } from './log-snapshot.js';

/** @throws Error where a leaf is not stored: the log itself was changed */
export async function* readEvents(
  db: Kysely<Database>,
  indexes: Iterable<number>,
): AsyncGenerator<LoggedEvent> {
  for (const chunk of inChunks(indexes)) {
    const rows = await db
      .selectFrom('event')
      .select(['log_index', 'event_id', 'subject', 'jws', 'leaf'])
      .where('log_index', '=', sql<number>`any(${chunk}::bigint[])`)
      .orderBy('log_index')
      .execute();
    if (rows.length !== chunk.length) throw new Error(`leaves from ${chunk[0]} on are not all stored`);
    const disclosures = await readDisclosures(
      db,
      rows.map(({ event_id }) => event_id),
    );
    for (const { log_index, event_id, subject, jws, leaf } of rows) {
      const own = disclosures.get(event_id) ?? [];
      yield { index: log_index, eventId: event_id, subject, jws, leaf, disclosures: own };
    }
  }
}

/** @throws Error where a subject has no event below `size` */
export async function* readHeads(
  db: Kysely<Database>,
  size: number,
  subjects: readonly string[],
): AsyncGenerator<SubjectHead> {
  for (const chunk of inChunks(subjects)) {
    const { rows } = await sql<{
      readonly subject: string;
      readonly salt: Buffer;
      readonly seq: number;
      readonly event_id: string;
      readonly leaf: Buffer;
    }>`
      select subject.subject, subject.salt, head.seq, head.event_id, head.leaf
      from subject
      cross join lateral (
        select seq, event_id, leaf from event
        where event.subject = subject.subject and event.log_index < ${size}
        order by seq desc limit 1
      ) as head
      where subject.subject = any(${chunk}::text[])`.execute(db);
    const found = new Map(rows.map(row => [row.subject, row]));
    for (const subject of chunk) {
      const row = found.get(subject);
      if (row === undefined) throw new Error(`${subject} has no event below ${size}`);
      yield { subject, salt: row.salt, seq: row.seq, eventId: row.event_id, leaf: row.leaf };
    }
  }
}
