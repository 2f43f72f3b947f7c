import type { Kysely } from 'kysely';
import type { Database } from '../../schema/index.js';
import { readVisibleSubjects } from '../read-subjects.js';
import type { Reading } from '../visibility.js';
import type { StandingRow } from './standing-report.js';

/** Lines about subjects whose signed statements the reader may see. */
export async function visibleRows(
  db: Kysely<Database>,
  reading: Reading,
  rows: readonly StandingRow[],
): Promise<readonly StandingRow[]> {
  const subjects = [...new Set(rows.map(({ subject }) => subject))];
  const visible = await readVisibleSubjects(db, reading, subjects, 'events');
  const names = new Set(visible.map(({ subject }) => subject));
  return rows.filter(({ subject }) => names.has(subject));
}
