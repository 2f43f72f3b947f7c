import type { Kysely } from 'kysely';
import type { Database } from '../schema/index.js';
import type { EventFindings, EventGround, StoredEvent } from './check-event.js';
import type { Difference } from './difference.js';
import { readErasures } from './keys-in-log.js';
import { readStoredEvents } from './read-stored-events.js';

/** Checks events, on as many cores as there are. */
type CheckEvents = (events: readonly StoredEvent[]) => Promise<readonly EventFindings[]>;

/** Begins to check: what all checks share is handed over once. */
export type BeginChecks = (ground: EventGround) => { readonly check: CheckEvents; end(): Promise<void> };

interface EventsOptions {
  /** Events in memory at once. */
  readonly stretch: number;
  /** Told after each stretch: every event before `done` was checked, with these findings. Throws to break off. */
  readonly checked: (done: number, found: readonly Difference[]) => Promise<void>;
}

/** Checks the stored events of the leaves `from` to `size - 1`, one stretch after the other; the next is read meanwhile. */
export async function checkEvents(
  db: Kysely<Database>,
  { from, size }: { readonly from: number; readonly size: number },
  check: CheckEvents,
  { stretch, checked }: EventsOptions,
): Promise<void> {
  const read = (start: number) => readStoredEvents(db, start, Math.min(size, start + stretch));
  let ahead = read(from);
  for (let start = from; start < size; start += stretch) {
    const events = await ahead;
    const end = Math.min(size, start + stretch);
    if (end < size) {
      ahead = read(end);
      // Where the check below fails first, nobody waits for this any more.
      ahead.catch(() => {});
    }
    const results = await check(events);
    await checked(end, [
      ...missingPlaces(events, start, end),
      ...results.flatMap(asDifferences),
      ...(await lostClaims(db, results)),
    ]);
  }
}

function missingPlaces(events: readonly StoredEvent[], start: number, end: number): readonly Difference[] {
  const stored = new Set(events.map(({ index }) => index));
  return Array.from({ length: end - start }, (_, offset) => start + offset)
    .filter(index => !stored.has(index))
    .map(index => ({ check: 'event', index, where: null, detail: 'there is no event' }));
}

function asDifferences({ index, findings }: EventFindings): readonly Difference[] {
  return findings.map(finding => ({ ...finding, index, where: null }));
}

/** A claim without its disclosure was erased by an event of the log, or it was lost. */
async function lostClaims(
  db: Kysely<Database>,
  results: readonly EventFindings[],
): Promise<readonly Difference[]> {
  if (results.every(({ undisclosed }) => undisclosed.length === 0)) return [];
  const erased = await readErasures(db);
  return results.flatMap(({ index, eventId, undisclosed }) =>
    undisclosed
      .filter(digest => erased.get(eventId)?.has(digest) !== true)
      .map(digest => ({
        check: 'disclosure' as const,
        index,
        where: null,
        detail: `${digest} is gone, and no event erased it`,
      })),
  );
}

/** Claims that an event ordered to be erased and that are stored all the same. */
export async function keptThoughErased(db: Kysely<Database>): Promise<readonly Difference[]> {
  const erased = await readErasures(db);
  if (erased.size === 0) return [];
  const rows = await db
    .selectFrom('disclosure')
    .innerJoin('event', 'event.event_id', 'disclosure.event_id')
    .select(['event.log_index', 'disclosure.event_id', 'disclosure.digest'])
    .where('disclosure.event_id', 'in', [...erased.keys()])
    .execute();
  return rows
    .filter(({ event_id, digest }) => erased.get(event_id)?.has(digest) === true)
    .map(({ log_index: index, digest }) => ({
      check: 'disclosure',
      index,
      where: null,
      detail: `${digest} was erased by an event, and is stored`,
    }));
}
