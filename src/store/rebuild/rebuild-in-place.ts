import { type Kysely, sql, type Transaction } from 'kysely';
import { equalBytes } from '../../log/index.js';
import { readPosition } from '../appender/insert.js';
import { transact } from '../database.js';
import { readingTables } from '../projections/index.js';
import type { Database } from '../schema/index.js';
import type { SopDocuments } from '../sop-documents.js';
import { type Comparison, compareWithCopies } from './compare-databases.js';
import { liftTimeouts } from './lift-timeouts.js';
import { RebuildError, readLoggedActs, rebuildFaults } from './read-logged-acts.js';
import { type RebuildOptions, replayStretch } from './replay-log.js';

const rebuiltTables = [...readingTables, 'claim', 'tile', 'subject'];
const copyOf = (table: string) => `before_${table}`;

/** What is to happen in the same transaction, once the tree came to the root of the log. */
export interface Completion {
  completed?(trx: Transaction<Database>, size: number): Promise<void>;
}

/**
 * Throws away everything that follows from the log (states, claims, tiles, tables for reading) and makes it
 * anew. One transaction: readers see the old until it is done, writers wait (and are answered 503 where that takes
 * long), and a crash changes nothing. So it may run under a running service.
 * @param owner connection of the tables' owner: the service may not delete states
 * @returns with `compare`, how what there was differs from what the log says; null without
 * @throws RebuildError where what is stored does not come to the root of the log
 */
export async function rebuildInPlace(
  owner: Kysely<Database>,
  sopDocuments: SopDocuments,
  { report, stretchLength, compare = false, completed }: RebuildOptions & Completion = {},
): Promise<Comparison | null> {
  return transact(owner, async ({ db: trx }) => {
    await liftTimeouts(trx);
    const position = await readPosition(trx, true);
    if (position === undefined) throw new RebuildError(rebuildFaults.noLog());
    await sql`create temporary table kept_salt on commit drop as select subject, salt from subject`.execute(
      trx,
    );
    await sql`create unique index on kept_salt (subject)`.execute(trx);
    for (const table of rebuiltTables) {
      if (compare) {
        const copy = sql.table(copyOf(table));
        await sql`create temporary table ${copy} on commit drop as select * from ${sql.table(table)}`.execute(
          trx,
        );
      }
      await sql`delete from ${sql.table(table)}`.execute(trx);
    }
    const saltsOf = async (subjects: readonly string[]) => {
      const { rows } = await sql<{ subject: string; salt: Buffer }>`
        select subject, salt from kept_salt where subject = any(${subjects}::text[])`.execute(trx);
      return new Map(rows.map(({ subject, salt }) => [subject, salt]));
    };
    const replay = { trx, logSubject: position.subject, sopDocuments, saltsOf };
    for await (const stretch of readLoggedActs(trx, position.size, stretchLength)) {
      const root = await replayStretch(replay, stretch);
      const done = stretch.firstIndex + stretch.sequenced.length;
      if (done === position.size && !equalBytes(root, position.root)) {
        throw new RebuildError(rebuildFaults.otherRoot());
      }
      report?.(done, position.size);
    }
    await completed?.(trx, position.size);
    return compare ? compareWithCopies(trx, rebuiltTables, copyOf) : null;
  });
}
