import { type Kysely, sql } from 'kysely';
import type { TracingState } from '../../../custody/tracing/state.js';
import type { Database } from '../../schema/index.js';
import { mayRead, type Reading } from '../visibility.js';

/** All trace requests whose record the reader may see, in register order, as they stand. */
export async function readTracings(
  db: Kysely<Database>,
  reading: Reading,
): Promise<readonly { readonly id: string; readonly state: TracingState }[]> {
  const { rows } = await sql<{ id: string; state: TracingState }>`
    select tracing.id, subject.state
    from tracing join subject on subject.subject = 'tracing/' || tracing.id
    where ${mayRead(reading, 'tracings', 'tracing', 'record')}
    order by tracing.first_index`.execute(db);
  return rows;
}
