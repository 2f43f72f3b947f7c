import { createHash } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import t, { type Test } from 'tap';
import { foundDemoLog } from '../../src/cli/cast/found-demo-log.js';
import { openDatabase } from '../../src/store/database.js';
import { FolderFileStore } from '../../src/store/files/folder-file-store.js';
import { acceptUpload } from '../../src/store/files/uploads.js';
import { compareDatabases } from '../../src/store/rebuild/compare-databases.js';
import type { Database } from '../../src/store/schema/index.js';
import { createFaultProxy } from '../helpers/fault-proxy.js';
import { diskFault } from '../helpers/scelle.js';
import { runScelle, scelleJson } from '../helpers/scelle-program.js';
import { createEmptyDatabase, createTestDatabase, type TestDatabase } from '../helpers/test-database.js';
import { createTestFolder } from '../helpers/test-folder.js';

t.setTimeout(900_000);

const bytes = Buffer.from('DEMO photograph');
const sha256 = createHash('sha256').update(bytes).digest('hex');

function environment({ serviceUrl, ownerUrl }: TestDatabase): Record<string, string> {
  return { DATABASE_URL: serviceUrl, MIGRATION_DATABASE_URL: ownerUrl };
}

/** A backup of a log with one file. */
async function createBackup() {
  const cwd = await createTestFolder(t);
  const home = join(cwd, 'home');
  const database = await createTestDatabase(t);
  await foundDemoLog(home, database.serviceUrl, Date.now);
  const db = openDatabase<Database>(database.serviceUrl, { maxConnections: 1 });
  const files = await FolderFileStore.open(join(home, 'files'));
  async function* sent() {
    yield bytes;
  }
  const uploaded = { sha256, mediaType: 'image/jpeg', uploadedBy: null, uploadedAt: new Date() };
  await acceptUpload(db, files, await files.stage(sha256, sent(), 1_000), uploaded);
  await db.destroy();
  await scelleJson(['--home', 'home', 'backup', 'backup'], { cwd, env: environment(database) });
  return { cwd, database };
}

t.test(
  'issue 4, section 2: a restore that is broken off at any step is ended by the same command',
  async t => {
    const { cwd, database } = await createBackup();
    const lost = openDatabase<Database>(database.ownerUrl, { maxConnections: 1 });
    t.teardown(() => lost.destroy());
    const endsWell = async (t: Test, name: string, target: TestDatabase) => {
      const there = { cwd, env: environment(target) };
      const restore = ['--home', name, 'restore', 'backup'];
      t.not(
        (await runScelle(['--home', name, 'serve', '--port', '0'], there)).status,
        0,
        'half a restore serves nothing',
      );
      t.match(await scelleJson(restore, there), { missing: 0 });
      const restored = openDatabase<Database>(target.ownerUrl, { maxConnections: 1 });
      const owed = await restored.selectFrom('administrative_act_owed').select('body').execute();
      t.equal(owed.length, 1, 'it is owed to the log once');
      t.same((await compareDatabases(lost, restored)).differences, []);
      await restored.destroy();
      t.notOk((await readdir(join(cwd, name))).includes('restoring.json'));
    };
    for (const [step, path] of ['restoring.json', sha256, 'officers', 'vault', 'log.key'].entries()) {
      await t.test(`killed while ${path} is written`, async t => {
        const target = await createEmptyDatabase(t);
        const env = { ...environment(target), ...(diskFault(`killed ${path}`) as Record<string, string>) };
        const run = await runScelle(['--home', `disk-${step}`, 'restore', 'backup'], { cwd, env });
        t.equal(run.stdout, '', 'it was killed');
        await endsWell(t, `disk-${step}`, target);
      });
    }
    const breaks = [
      { statement: 'insert into "event"', when: 'before' },
      { statement: 'set constraints all', when: 'after' },
      { statement: 'administrative_act_owed', when: 'before' },
      { statement: 'administrative_act_owed', when: 'after' },
    ] as const;
    for (const [step, { statement, when }] of breaks.entries()) {
      await t.test(`the database goes away ${when} ${statement}`, async t => {
        const target = await createEmptyDatabase(t);
        const proxy = await createFaultProxy(t, target.ownerUrl);
        proxy.arm({ statement, when });
        const env = { ...environment(target), MIGRATION_DATABASE_URL: proxy.url };
        const name = `database-${step}`;
        t.not((await runScelle(['--home', name, 'restore', 'backup'], { cwd, env })).status, 0);
        t.ok(proxy.broke());
        await endsWell(t, name, target);
      });
    }
  },
);
