import { type Kysely, sql } from 'kysely';
import { isJsonObject, type JsonValue, peekEvent } from '../../../log/index.js';
import type { Database } from '../../schema/index.js';
import { readVisibleSubjects } from '../read-subjects.js';
import type { Reading } from '../visibility.js';
import type { StandingRow } from './standing-report.js';

const eventsAtOnce = 1_000;

/** Every gate that was passed by an officer's decision. What is signed says so; the events are read one by one. */
export async function readOverrides(db: Kysely<Database>, reading: Reading): Promise<readonly StandingRow[]> {
  const found: StandingRow[] = [];
  const { size } = await db.selectFrom('log_state').select('size').executeTakeFirstOrThrow();
  for (let from = 0; from < size; from += eventsAtOnce) {
    const rows = await db
      .selectFrom('event')
      .select(['log_index', 'received_at', 'jws'])
      .where('log_index', '>=', from)
      .where('log_index', '<', from + eventsAtOnce)
      .where('type', 'not like', sql<string>`'%.countersigned'`)
      .orderBy('log_index')
      .execute();
    for (const { jws, received_at, log_index } of rows)
      found.push(...overridesIn(jws, received_at, log_index));
  }
  const subjects = [...new Set(found.map(({ subject }) => subject))];
  const visible = await readVisibleSubjects(db, reading, subjects, 'events');
  const names = new Set(visible.map(({ subject }) => subject));
  return found.filter(({ subject }) => names.has(subject));
}

function overridesIn(jws: string, since: number, leaf: number): readonly StandingRow[] {
  const { subject, type, body } = peekEvent(jws);
  const overrides = Array.isArray(body.overrides) ? (body.overrides as readonly JsonValue[]) : [];
  return overrides.filter(isJsonObject).map(({ gate, officer, reason }) => ({
    what: String(gate),
    subject,
    label: type,
    officer: String(officer),
    detail: String(reason),
    since,
    leaf,
  }));
}
