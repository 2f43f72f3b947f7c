import { sql, type Transaction } from 'kysely';
import type { Database } from '../schema/index.js';

/** Work over the whole log takes as long as it takes; the limits are there for requests. */
export async function liftTimeouts(trx: Transaction<Database>): Promise<void> {
  await sql`set local statement_timeout = 0`.execute(trx);
  await sql`set local idle_in_transaction_session_timeout = 0`.execute(trx);
}
