import type { Kysely } from 'kysely';
import { isJsonObject } from '../../../log/index.js';
import type { Database } from '../../schema/index.js';
import type { Reading } from '../visibility.js';
import { type LoggedAct, readActs } from './read-acts.js';
import type { StandingRow } from './standing-report.js';
import { visibleRows } from './visible-rows.js';

/** RQ-10: what was entered late, with what a late act of several items says of each. By subject, then in log order. */
export async function readLateEntries(
  db: Kysely<Database>,
  reading: Reading,
): Promise<readonly StandingRow[]> {
  const found: StandingRow[] = [];
  /** Why the event of a group was entered late, by its `event_id`: it comes before those of its items. */
  const groups = new Map<string, string>();
  for await (const act of readActs(db)) {
    const { body, eventId } = act.event;
    const late = body.lateEntry ?? null;
    const reason = isJsonObject(late) ? String(late.reason) : groups.get(String(body.group));
    if (reason === undefined) continue;
    if (Array.isArray(body.items)) groups.set(eventId, reason);
    found.push(rowOf(act, reason));
  }
  const visible = await visibleRows(db, reading, found);
  return visible.toSorted((one, other) =>
    one.subject === other.subject ? 0 : one.subject < other.subject ? -1 : 1,
  );
}

function rowOf(
  { event: { subject, type, actor }, receivedAt, index }: LoggedAct,
  reason: string,
): StandingRow {
  return {
    what: type,
    subject,
    label: '',
    officer: actor.officer,
    detail: reason,
    since: receivedAt,
    late: true,
    leaf: index,
  };
}
