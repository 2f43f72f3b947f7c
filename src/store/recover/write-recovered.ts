import type { Kysely, Transaction } from 'kysely';
import { equalBytes } from '../../log/index.js';
import {
  eraseDisclosures,
  insertDisclosures,
  insertEvents,
  type LogPosition,
  readPosition,
  writePosition,
} from '../appender/insert.js';
import type { SequencedEvent } from '../appender/sequence.js';
import { transact } from '../database.js';
import { liftTimeouts } from '../rebuild/lift-timeouts.js';
import { readLoggedActs } from '../rebuild/read-logged-acts.js';
import { replayStretch } from '../rebuild/replay-log.js';
import type { Database } from '../schema/index.js';
import type { SopDocuments } from '../sop-documents.js';
import { readSalts } from './read-salts.js';
import { RecoverError, recoverFaults } from './recover-error.js';

export interface RecoveredEvents {
  readonly origin: string;
  /** Where the log stood when they were gathered; null: there is none in the database. */
  readonly before: LogPosition | null;
  /** The root they come to. */
  readonly root: Uint8Array;
  readonly events: readonly SequencedEvent[];
  /** Of subjects that the database does not know. */
  readonly salts: ReadonlyMap<string, Uint8Array>;
}

/**
 * Puts recovered events back at their places, with their leaves as they were, and makes what follows from them by the
 * rules' `evolve` alone. One transaction under the lock of the log's row: a crash before its commit leaves the log as
 * it was, and the same command does it again; after it everything is there.
 * @throws RecoverError where the log moved on since they were gathered
 */
export async function writeRecovered(
  db: Kysely<Database>,
  recovered: RecoveredEvents,
  sopDocuments: SopDocuments,
  report: (done: number, total: number) => void,
): Promise<void> {
  const { before, root, events } = recovered;
  const [first] = events;
  if (first === undefined) return;
  await transact(db, async ({ db: trx }) => {
    await liftTimeouts(trx);
    await requireUnmoved(trx, before);
    for (let start = 0; start < events.length; start += 1_000) {
      const part = events.slice(start, start + 1_000);
      await insertEvents(trx, part);
      await insertDisclosures(trx, part);
    }
    const size = first.index + events.length;
    const made = await replay(trx, recovered, size, sopDocuments, report);
    if (made === null || !equalBytes(made, root)) throw new RecoverError(recoverFaults.otherTree(size));
    await eraseDisclosures(trx, events);
    await writeNewPosition(trx, recovered, { size, root, receivedAt: events.at(-1)?.receivedAt ?? 0 });
  });
}

async function requireUnmoved(trx: Transaction<Database>, before: LogPosition | null): Promise<void> {
  const now = await readPosition(trx, true);
  const same =
    (now === undefined && before === null) ||
    (now?.size === before?.size &&
      equalBytes(now?.root ?? new Uint8Array(), before?.root ?? new Uint8Array()));
  if (!same) throw new RecoverError(recoverFaults.movedOn());
}

async function replay(
  trx: Transaction<Database>,
  { events, salts }: RecoveredEvents,
  size: number,
  sopDocuments: SopDocuments,
  report: (done: number, total: number) => void,
): Promise<Uint8Array | null> {
  const from = events[0]?.index ?? 0;
  const logSubject = (await readPosition(trx, false))?.subject ?? events[0]?.event.subject ?? '';
  const saltsOf = async (subjects: readonly string[]) =>
    new Map([...salts, ...(await readSalts(trx, subjects))]);
  let root: Uint8Array | null = null;
  for await (const stretch of readLoggedActs(trx, size, undefined, from)) {
    root = await replayStretch({ trx, logSubject, sopDocuments, saltsOf }, stretch);
    report(stretch.firstIndex + stretch.sequenced.length - from, events.length);
  }
  return root;
}

async function writeNewPosition(
  trx: Transaction<Database>,
  { origin, before, events }: RecoveredEvents,
  position: LogPosition,
): Promise<void> {
  if (before !== null) return writePosition(trx, position);
  const { size, root, receivedAt } = position;
  const subject = events[0]?.event.subject ?? '';
  await trx
    .insertInto('log_state')
    .values({ origin, subject, size, root: Buffer.from(root), received_at: receivedAt })
    .execute();
}
