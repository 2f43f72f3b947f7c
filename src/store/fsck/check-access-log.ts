import type { Kysely } from 'kysely';
import {
  accessEntryHash,
  accessEntryText,
  accessHeadText,
  equalBytes,
  orNothing,
  peekEvent,
} from '../../log/index.js';
import { readAccessHead } from '../access-log.js';
import type { Database } from '../schema/index.js';
import type { Difference } from './difference.js';

/** Where the log says that the access log stood (`log.access-anchored`). */
interface Anchor {
  /** Leaf index of the event that says so. */
  readonly index: number;
  readonly count: number;
  /** Hash of the last entry, b64u. */
  readonly head: string;
}

const pageLength = 1_000;
/** A log that was written anew differs at every entry; more than that tells nothing new. */
const mostDifferences = 1_000;

/**
 * The chain of the access log (docs/access-log.md): numbers without a gap, each hash that of the entry and of the one
 * before, and at each place that the log anchored the hash that was anchored. Entries after the last anchor can be
 * written anew by whoever owns the table, and nothing shows it.
 */
export async function checkAccessLog(
  db: Kysely<Database>,
  report: (done: number, total: number) => void,
): Promise<{ readonly entries: number; readonly differences: readonly Difference[] }> {
  // Before the entries: what is anchored meanwhile covers some that are not read below.
  const anchors = await readAnchors(db);
  const anchorsAt = new Map<number, Anchor[]>();
  for (const anchor of anchors) anchorsAt.set(anchor.count, [...(anchorsAt.get(anchor.count) ?? []), anchor]);
  const { entry: total } = await readAccessHead(db);
  const found: Difference[] = [];
  let [after, prev]: [number, Buffer | null] = [0, null];
  for (;;) {
    const rows = await db
      .selectFrom('access_log')
      .selectAll()
      .where('entry', '>', after)
      .where('entry', '<=', total)
      .orderBy('entry')
      .limit(pageLength)
      .execute();
    for (const { hash, at, ...row } of rows) {
      const { entry } = row;
      if (entry !== after + 1)
        found.push(wrong(after + 1, `entries ${after + 1} to ${entry - 1} are missing`));
      else {
        const text = accessEntryText({ ...row, at: at.getTime(), prev: prev && accessHeadText(prev) });
        if (!equalBytes(accessEntryHash(text), hash)) found.push(wrong(entry, 'its hash is that of another'));
      }
      for (const { index, head } of anchorsAt.get(entry) ?? []) {
        if (head !== accessHeadText(hash)) found.push(wrong(entry, 'the log anchored another hash', index));
      }
      [after, prev] = [entry, hash];
    }
    report(after, total);
    if (rows.length < pageLength || found.length >= mostDifferences) break;
  }
  if (found.length < mostDifferences) found.push(...gone(anchors, after));
  return { entries: after, differences: found };
}

/** Anchors beyond the last entry that is there. */
function gone(anchors: readonly Anchor[], last: number): readonly Difference[] {
  return anchors
    .filter(({ count }) => count > last)
    .map(({ index, count }) =>
      wrong(last + 1, `the log anchored ${count} entries, ${last} are there`, index),
    );
}

function wrong(entry: number, detail: string, index: number | null = null): Difference {
  return { check: 'access-log', index, where: `access_log ${entry}`, detail };
}

/** Events that cannot be read anchor nothing: that they cannot be read is found where all events are checked. */
async function readAnchors(db: Kysely<Database>): Promise<readonly Anchor[]> {
  const rows = await db
    .selectFrom('event')
    .select(['log_index', 'jws'])
    .where('type', '=', 'log.access-anchored')
    .orderBy('log_index')
    .execute();
  return rows.flatMap(({ log_index: index, jws }) => {
    const { count, head } = orNothing(() => peekEvent(jws))?.body ?? {};
    return typeof count === 'number' && typeof head === 'string' ? [{ index, count, head }] : [];
  });
}
