import type { LogState } from '../custody/log/state.js';
import type { OpenLog } from './open-log.js';

/** The log's own history: its head and its state. */
export async function readLogStanding({ db, subject }: Pick<OpenLog, 'db' | 'subject'>) {
  const row = await db
    .selectFrom('subject')
    .select(['seq', 'head', 'state'])
    .where('subject', '=', subject)
    .executeTakeFirstOrThrow();
  return { seq: row.seq, eventId: row.head, state: row.state as LogState };
}
