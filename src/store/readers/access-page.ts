import type { Kysely } from 'kysely';
import { accessHeadText, formatTime, peekEvent } from '../../log/index.js';
import type { Database } from '../schema/index.js';

/** How far the log covers the access log: its last `log.access-anchored` (docs/access-log.md). */
export interface AccessAnchored {
  /** Entries that cannot be changed any more. */
  readonly count: number;
  /** Hash of the last of them, b64u. */
  readonly head: string;
  /** Leaf of the event. */
  readonly leaf: number;
  readonly receivedAt: string;
}

/** Null where nothing was anchored yet. */
export async function readAccessAnchored(db: Kysely<Database>): Promise<AccessAnchored | null> {
  const row = await db
    .selectFrom('event')
    .select(['jws', 'log_index', 'received_at'])
    .where('type', '=', 'log.access-anchored')
    .orderBy('log_index', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (row === undefined) return null;
  const { count, head } = peekEvent(row.jws).body;
  const receivedAt = formatTime(row.received_at);
  return { count: Number(count), head: String(head), leaf: row.log_index, receivedAt };
}

/** Entries behind `after`, in order, each with its hash; `next` null where there are no more. */
export async function readAccessPage(
  db: Kysely<Database>,
  { after, limit }: { readonly after: number; readonly limit: number },
) {
  const rows = await db
    .selectFrom('access_log')
    .selectAll()
    .where('entry', '>', after)
    .orderBy('entry')
    .limit(limit + 1)
    .execute();
  const items = rows.slice(0, limit).map(({ at, hash, ...entry }) => ({
    ...entry,
    at: formatTime(at.getTime()),
    hash: accessHeadText(hash),
  }));
  return { items, next: rows.length > limit ? (items.at(-1)?.entry ?? null) : null };
}
