import { type Kysely, sql } from 'kysely';
import { type Act, leafHash, peekEvent, readActs, type SignedEvent } from '../../log/index.js';
import type { SequencedEvent } from '../appender/sequence.js';
import type { Database } from '../schema/index.js';

/** What is stored does not follow the log format, or does not come to what the log says of itself. */
export class RebuildError extends Error {
  override readonly name = 'RebuildError';
}

/** Whole acts that follow each other in the log, and their events in order. */
export interface StretchOfLog {
  /** Leaf index of the first event; the positions in `acts` count from it. */
  readonly firstIndex: number;
  readonly acts: readonly Act[];
  readonly sequenced: readonly SequencedEvent[];
}

/** More than the longest act: a batch has at most 1,000 events, so a stretch always holds one act whole. */
const longestStretch = 1_500;

/**
 * Reads the log from leaf 0 up to `size`, cut between acts. Signatures are not checked: what is in the log was
 * checked on its way in, and is checked again by those who do not trust us.
 * @param stretchLength events at most; a test cuts elsewhere
 */
export async function* readLoggedActs(
  db: Kysely<Database>,
  size: number,
  stretchLength = longestStretch,
): AsyncGenerator<StretchOfLog> {
  let firstIndex = 0;
  while (firstIndex < size) {
    const end = Math.min(size, firstIndex + stretchLength);
    const events = await readEvents(db, firstIndex, end);
    const { acts, faults } = readActs(events.map(({ event }) => event));
    // The last act may go on beyond the stretch: it is read again with the next.
    const cut = end < size ? acts.at(-1)?.position : events.length;
    if (cut === undefined || cut === 0) throw new RebuildError(`no whole act begins at leaf ${firstIndex}`);
    const fault = faults.find(({ position }) => position < cut);
    if (fault !== undefined) throw new RebuildError(`leaf ${firstIndex + fault.position}: ${fault.message}`);
    yield {
      firstIndex,
      acts: acts.filter(({ position }) => position < cut),
      sequenced: events.slice(0, cut),
    };
    firstIndex += cut;
  }
}

async function readEvents(
  db: Kysely<Database>,
  from: number,
  to: number,
): Promise<readonly SequencedEvent[]> {
  const rows = await db
    .selectFrom('event')
    .select(['log_index', 'jws', 'leaf', 'received_at'])
    .where('log_index', '>=', from)
    .where('log_index', '<', to)
    .orderBy('log_index')
    .execute();
  if (rows.length !== to - from || rows[0]?.log_index !== from) {
    throw new RebuildError(`leaves ${from} to ${to - 1} are not all stored`);
  }
  const read = rows.map(({ log_index, jws, leaf, received_at }) => ({
    event: peekEvent(jws) satisfies SignedEvent,
    index: log_index,
    receivedAt: received_at,
    leaf,
    leafHash: leafHash(leaf),
  }));
  const disclosures = await readDisclosures(
    db,
    read.map(({ event }) => event.eventId),
  );
  return read.map(row => ({ ...row, disclosures: disclosures.get(row.event.eventId) ?? [] }));
}

/** Withheld claims that were not erased. */
async function readDisclosures(
  db: Kysely<Database>,
  eventIds: readonly string[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const rows = await db
    .selectFrom('disclosure')
    .select(['event_id', sql<string[]>`array_agg(disclosure order by digest)`.as('disclosures')])
    .where('event_id', '=', sql<string>`any(${eventIds}::text[])`)
    .groupBy('event_id')
    .execute();
  return new Map(rows.map(({ event_id, disclosures }) => [event_id, disclosures]));
}
