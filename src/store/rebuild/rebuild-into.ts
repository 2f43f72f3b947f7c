import { type Kysely, sql, type Transaction } from 'kysely';
import { equalBytes } from '../../log/index.js';
import { insertDisclosures, insertEvents, type LogPosition, readPosition } from '../appender/insert.js';
import { transact } from '../database.js';
import type { Database } from '../schema/index.js';
import type { SopDocuments } from '../sop-documents.js';
import { type Comparison, compareWithSnapshot } from './compare-databases.js';
import { liftTimeouts } from './lift-timeouts.js';
import { RebuildError, readLoggedActs, rebuildFaults } from './read-logged-acts.js';
import { type RebuildOptions, replayStretch } from './replay-log.js';

/**
 * Makes the log of `source` anew in `target`, a database that is migrated and empty: the events and what was
 * withheld and not erased are copied, everything else follows from them. The log goes on meanwhile; what is
 * rebuilt is the log as it was at the start. What no event says is not copied: checkpoints given out, uploaded
 * files, the access log.
 * @param target connection of the tables' owner
 * @returns with `compare`, how the two differ; null without
 * @throws RebuildError where the target is not empty, or what is stored does not come to the root of the log
 */
export async function rebuildInto(
  source: Kysely<Database>,
  target: Kysely<Database>,
  sopDocuments: SopDocuments,
  { report, stretchLength, compare = false }: RebuildOptions = {},
): Promise<Comparison | null> {
  const snapshot = source.transaction().setIsolationLevel('repeatable read').setAccessMode('read only');
  return snapshot.execute(async reading => {
    await liftTimeouts(reading);
    const position = await readPosition(reading, false);
    if (position === undefined) throw new RebuildError(rebuildFaults.noLog());
    await transact(target, async ({ db: trx }) => {
      await liftTimeouts(trx);
      if ((await readPosition(trx, false)) !== undefined) throw new RebuildError(rebuildFaults.targetTaken());
      const saltsOf = (subjects: readonly string[]) => readSalts(reading, subjects);
      const replay = { trx, logSubject: position.subject, sopDocuments, saltsOf };
      for await (const stretch of readLoggedActs(reading, position.size, stretchLength)) {
        await insertEvents(trx, stretch.sequenced);
        await insertDisclosures(trx, stretch.sequenced);
        const root = await replayStretch(replay, stretch);
        const done = stretch.firstIndex + stretch.sequenced.length;
        if (done === position.size) await finish(trx, position, root, stretch.sequenced.at(-1)?.receivedAt);
        report?.(done, position.size);
      }
    });
    return compare ? compareWithSnapshot(reading, target) : null;
  });
}

async function readSalts(
  source: Kysely<Database>,
  subjects: readonly string[],
): Promise<ReadonlyMap<string, Uint8Array>> {
  const rows = await source
    .selectFrom('subject')
    .select(['subject', 'salt'])
    .where('subject', '=', sql<string>`any(${subjects}::text[])`)
    .execute();
  return new Map(rows.map(({ subject, salt }) => [subject, salt]));
}

async function finish(
  trx: Transaction<Database>,
  { origin, subject, size, root }: LogPosition & { readonly origin: string; readonly subject: string },
  rebuilt: Uint8Array,
  receivedAt = 0,
): Promise<void> {
  if (!equalBytes(rebuilt, root)) {
    throw new RebuildError(rebuildFaults.otherRoot());
  }
  await trx
    .insertInto('log_state')
    .values({ origin, subject, size, root: Buffer.from(rebuilt), received_at: receivedAt })
    .execute();
}
