import { randomUUID } from 'node:crypto';
import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import type pg from 'pg';
import type { Test } from 'tap';
import { buildApp } from '../../src/http/app.js';
import type { Difference } from '../../src/store/fsck/difference.js';
import type { FsckProgress } from '../../src/store/fsck/fsck.js';
import { openLogKeys } from '../../src/store/log-key-file.js';
import { type OpenLog, openLog } from '../../src/store/open-log.js';
import type { Held } from '../../src/verify/index.js';
import { runFsck } from '../helpers/run-fsck.js';
import { copyTestDatabase, type TestDatabase } from '../helpers/test-database.js';
import { createTestFolder } from '../helpers/test-folder.js';
import type { Attack, Audit, Found, Handed } from './attack.js';
import { type AttackedLog, exportItem, exportWhole } from './attacked-log.js';
import { reportFound } from './report.js';
import { asSuperuser } from './stolen.js';

/** What the database administrator may reach. */
export interface Reach {
  readonly client: pg.Client;
  readonly log: AttackedLog;
  /** Copy of the service's folder: vault and files. */
  readonly home: string;
}

/** An attack by SQL, and by hand on the disk; the service itself makes the exports afterwards. */
export interface TablesAttack {
  readonly title: string;
  readonly has?: string;
  readonly tamper: (reach: Reach) => Promise<{
    readonly whole?: Found;
    readonly dossier?: Found;
    /** What the reader of the dossier has beside the policy. */
    readonly kept?: { readonly held: string; readonly known: readonly Held[] };
    /** Leaf at which `scelle fsck` finds a difference. */
    readonly fsck?: number;
    /**
     * What the service says of itself on `/health/ready`. It looks at the last event and at a sample of the others: one
     * that is gone among them is noticed `perhaps`.
     */
    readonly ready?: 'ready' | 'old-backup-restored' | 'database' | 'state-changed' | 'perhaps';
  }>;
}

/** Tampers with a copy of database and folder, and has the service export from there. */
export function onTables({ title, has = 'the tables', tamper }: TablesAttack): Attack {
  return {
    title,
    has,
    async tamper(log, t) {
      const { database, home, service } = await copyOf(log, t);
      const found = await asSuperuser(database.adminUrl, client => tamper({ client, log, home }));
      const opened = await service();
      const { ready = 'ready' } = found;
      const said = await readiness(opened);
      const expected = ready === 'perhaps' ? ['ready', 'database'] : [ready];
      t.ok(expected.includes(String(said)), `what the service itself notices: ${said}`);
      if (found.fsck !== undefined) await isFoundByFsck(t, opened, { title, has, index: found.fsck });
      const audits: Audit[] = [];
      const common = { held: 'the policy', policy: log.policy };
      if (found.whole) {
        const given = await exported(() => exportWhole(opened));
        audits.push({ ...common, of: 'the whole log', given, found: found.whole, untampered: log.whole });
      }
      if (found.dossier) {
        const given = await exported(() => exportItem(opened, log.item));
        audits.push({
          ...common,
          ...found.kept,
          of: "an item's dossier",
          given,
          found: found.dossier,
          untampered: log.dossier,
        });
      }
      return audits;
    },
  };
}

export interface CopiedService {
  readonly database: TestDatabase;
  readonly home: string;
  /** Opens the log of the copy. */
  service(now?: () => number): Promise<OpenLog>;
}

/** A copy of the log's database and folder, as a backup is one. */
export async function copyOf({ pristine, testStage }: AttackedLog, t: Test): Promise<CopiedService> {
  const database = await copyTestDatabase(t, pristine);
  const home = join(await createTestFolder(t), randomUUID());
  await cp(testStage.home, home, { recursive: true });
  return {
    database,
    home,
    async service(now = () => testStage.clock.now) {
      const log = await openLog({
        serviceUrl: database.serviceUrl,
        vaultFolder: join(home, 'vault'),
        filesFolder: join(home, 'files'),
        logKeys: await openLogKeys(join(home, 'log.key'), null),
        now,
      });
      t.teardown(() => log.close());
      return log;
    },
  };
}

async function exported(make: () => Promise<Handed>): Promise<Handed | Error> {
  return make().catch((error: unknown) => {
    if (error instanceof Error) return error;
    throw error;
  });
}

async function readiness(log: OpenLog): Promise<unknown> {
  const app = await buildApp({ log, logger: false });
  try {
    const answer = await app.inject({ url: '/health/ready' });
    return answer.statusCode === 200 ? 'ready' : answer.json().reason;
  } finally {
    await app.close();
  }
}

async function isFoundByFsck(
  t: Test,
  log: OpenLog,
  { title, has, index }: { readonly title: string; readonly has: string; readonly index: number },
): Promise<void> {
  const differences = await findDifferences(log);
  const found = differences.find(difference => difference.index === index);
  t.ok(found, `scelle fsck: a difference at ${index}; it found ${JSON.stringify(differences)}`);
  const said = `${found?.check} at ${found?.index}`;
  const named = `a difference at ${index}`;
  reportFound({ family: 'the tables', title, has, of: 'scelle fsck', held: 'the database', named, said });
}

/** What `scelle fsck` finds in events, leaves and tiles. */
export async function findDifferences(log: OpenLog): Promise<readonly Difference[]> {
  const enough = new Error('the tree was compared');
  let differences: readonly Difference[] = [];
  const keep = async (progress: FsckProgress): Promise<void> => {
    ({ differences } = progress);
    if (progress.stage === 'states') throw enough;
  };
  await runFsck(log, log.db, { stretch: 200, keep }).catch((error: unknown) => {
    if (error !== enough) throw error;
  });
  return differences;
}
