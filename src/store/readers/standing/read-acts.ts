import { type Kysely, sql } from 'kysely';
import { peekEvent, type UnverifiedEvent } from '../../../log/index.js';
import type { Database } from '../../schema/index.js';

/** An act with its place in the log. */
export interface LoggedAct {
  readonly event: UnverifiedEvent;
  readonly index: number;
  /** ms since 1970. */
  readonly receivedAt: number;
}

const eventsAtOnce = 1_000;

/** Every act of the log, in its order, without countersignatures: for what only the signed statements say. */
export async function* readActs(db: Kysely<Database>): AsyncGenerator<LoggedAct> {
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
    for (const { jws, received_at, log_index } of rows) {
      yield { event: peekEvent(jws), index: log_index, receivedAt: received_at };
    }
  }
}
