import type { Test } from 'tap';
import { openDatabase } from '../../src/store/database.js';
import type { Candidate, RecoverySource } from '../../src/store/recover/candidate.js';
import type { Recovery } from '../../src/store/recover/recover-log.js';
import { replicaSource } from '../../src/store/recover/replica-source.js';
import type { Database } from '../../src/store/schema/index.js';
import { copyTestDatabase } from './test-database.js';
import { append, createTestLog, type TestLog } from './test-log.js';

/** A log of 18 leaves, and the database as it was at 12: what a backup restored. */
export async function createRestored(t: Test) {
  const test = await createTestLog(t);
  await append(test.appender, await test.cast.enlist('DEMO-WIT-1', ['WIT']));
  const backup = await copyTestDatabase(t, test.database);
  await append(test.appender, await test.cast.enlist('DEMO-WIT-2', ['WIT']));
  return { ...test, backup };
}

export function connect(t: Test, url: string) {
  const db = openDatabase<Database>(url, { maxConnections: 2 });
  t.teardown(() => db.destroy());
  return db;
}

export async function recoveryInto(
  t: Test,
  { db, places, log, cast }: TestLog,
  url: string,
  changes: Partial<Recovery> = {},
): Promise<Recovery> {
  return {
    db: connect(t, url),
    vaultFolder: places.vaultFolder,
    origin: cast.origin,
    logKeys: [cast.logKey.key],
    sources: [await replicaSource('replica', db)],
    checkpoints: [],
    sopDocuments: log.sopDocuments,
    report: () => {},
    ...changes,
  };
}

/** The replica, with each candidate changed by a test; null: it lacks it. */
export async function lying(
  { db }: TestLog,
  name: string,
  change: (candidate: Candidate) => Candidate | null,
): Promise<RecoverySource> {
  const source = await replicaSource(name, db);
  return {
    name,
    notes: source.notes,
    receipts: [],
    async *candidates(from) {
      for await (const candidate of source.candidates(from)) {
        const changed = change(candidate);
        if (changed !== null) yield changed;
      }
    },
  };
}
