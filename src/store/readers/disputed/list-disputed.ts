import { type Kysely, sql } from 'kysely';
import { peekEvent } from '../../../log/index.js';
import type { Database } from '../../schema/index.js';
import { readVisibleSubjects } from '../read-subjects.js';
import type { Reading } from '../visibility.js';
import { type DisputedKey, DisputedKeys } from './disputed-keys.js';

/** An event that a compromised key signed, as it is stored. */
export interface DisputedEvent {
  readonly log_index: number;
  readonly received_at: number;
  readonly jws: string;
  readonly subject: string;
  readonly type: string;
  readonly officer: string;
  readonly key: DisputedKey;
}

const eventsAtOnce = 500;

/**
 * Events that are disputed (log-format section 8), in log order: those whose signed statements the reader may see, or those
 * about whose subjects he is alerted.
 * @param after leaf index; those behind it
 */
export async function listDisputed(
  db: Kysely<Database>,
  reading: Reading,
  { after, limit }: { readonly after: number; readonly limit: number },
  depth: 'events' | 'alerts' = 'events',
): Promise<{ readonly items: readonly DisputedEvent[]; readonly next: number | null }> {
  const keys = await DisputedKeys.read(db);
  const found: DisputedEvent[] = [];
  let position = after;
  while (keys.all.length > 0 && found.length <= limit) {
    const rows = await readSigned(db, keys.all, position);
    const disputed = rows.flatMap(row => {
      const key = keys.of({ kid: peekEvent(row.jws).kid, index: row.log_index });
      return key === undefined ? [] : [{ ...row, key }];
    });
    found.push(...(await visibleOf(db, reading, disputed, depth)));
    position = rows.at(-1)?.log_index ?? position;
    if (rows.length < eventsAtOnce) break;
  }
  const items = found.slice(0, limit);
  return { items, next: found.length > limit ? (items.at(-1)?.log_index ?? null) : null };
}

/** What the officers of these keys signed while they were compromised, by whatever key. */
async function readSigned(
  db: Kysely<Database>,
  keys: readonly DisputedKey[],
  after: number,
): Promise<readonly Omit<DisputedEvent, 'key'>[]> {
  const spans = JSON.stringify(keys.map(({ officer, since, until }) => ({ officer, since, until })));
  const { rows } = await sql<Omit<DisputedEvent, 'key'>>`
    select distinct event.log_index, event.received_at, event.jws, event.subject, event.type, event.officer
    from jsonb_to_recordset(${spans}::jsonb) as span (officer uuid, since bigint, until bigint)
    join event on event.officer = span.officer
      and event.log_index >= span.since and event.log_index < span.until
    where event.log_index > ${after}::bigint
    order by event.log_index limit ${eventsAtOnce}`.execute(db);
  return rows;
}

async function visibleOf(
  db: Kysely<Database>,
  reading: Reading,
  events: readonly DisputedEvent[],
  depth: 'events' | 'alerts',
): Promise<readonly DisputedEvent[]> {
  const subjects = [...new Set(events.map(({ subject }) => subject))];
  const visible = await readVisibleSubjects(db, reading, subjects, depth);
  const names = new Set(visible.map(({ subject }) => subject));
  return events.filter(({ subject }) => names.has(subject));
}
