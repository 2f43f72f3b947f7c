import { randomUUID } from 'node:crypto';
import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import type pg from 'pg';
import type { Test } from 'tap';
import { buildApp } from '../../src/http/app.js';
import { readLogKey } from '../../src/store/log-key-file.js';
import { type OpenLog, openLog } from '../../src/store/open-log.js';
import { copyTestDatabase, type TestDatabase } from '../helpers/test-database.js';
import { createTestFolder } from '../helpers/test-folder.js';
import type { Attack, Audit, Found, Handed } from './attack.js';
import { type AttackedLog, exportItem, exportWhole } from './attacked-log.js';
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
    /** What the service says of itself on `/health/ready`. */
    readonly ready?: 'ready' | 'old-backup-restored';
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
      t.equal(await readiness(opened), found.ready ?? 'ready', 'what the service itself notices');
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
        logKey: await readLogKey(join(home, 'log.key'), null),
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
