import type { Kysely } from 'kysely';
import { isJsonObject, type JsonValue } from '../../../log/index.js';
import type { Database } from '../../schema/index.js';
import type { Reading } from '../visibility.js';
import { type LoggedAct, readActs } from './read-acts.js';
import type { StandingRow } from './standing-report.js';
import { visibleRows } from './visible-rows.js';

/** Every gate that was passed by an officer's decision. What is signed says so; the events are read one by one. */
export async function readOverrides(db: Kysely<Database>, reading: Reading): Promise<readonly StandingRow[]> {
  const found: StandingRow[] = [];
  for await (const act of readActs(db)) found.push(...overridesIn(act));
  return visibleRows(db, reading, found);
}

function overridesIn({
  event: { subject, type, body },
  receivedAt,
  index,
}: LoggedAct): readonly StandingRow[] {
  const overrides = Array.isArray(body.overrides) ? (body.overrides as readonly JsonValue[]) : [];
  return overrides.filter(isJsonObject).map(({ gate, officer, reason }) => ({
    what: String(gate),
    subject,
    label: type,
    officer: String(officer),
    detail: String(reason),
    since: receivedAt,
    late: null,
    leaf: index,
  }));
}
