import { createHash } from 'node:crypto';
import { cp, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import t, { type Test } from 'tap';
import { foundDemoLog } from '../../src/cli/cast/found-demo-log.js';
import { officersFolder, Stage } from '../../src/cli/cast/stage.js';
import { submissionOf } from '../../src/client/index.js';
import { openDatabase } from '../../src/store/database.js';
import { FolderFileStore } from '../../src/store/files/folder-file-store.js';
import { acceptUpload } from '../../src/store/files/uploads.js';
import { compareDatabases } from '../../src/store/rebuild/compare-databases.js';
import type { Database } from '../../src/store/schema/index.js';
import { fileAt } from '../helpers/run-fsck.js';
import { diskFault } from '../helpers/scelle.js';
import { runScelle, scelleJson, startScelle } from '../helpers/scelle-program.js';
import { createEmptyDatabase, createTestDatabase, type TestDatabase } from '../helpers/test-database.js';
import { createTestFolder } from '../helpers/test-folder.js';

t.setTimeout(600_000);

const bytes = Buffer.from('DEMO photograph');
const sha256 = createHash('sha256').update(bytes).digest('hex');

function environment({ serviceUrl, ownerUrl }: TestDatabase) {
  return { DATABASE_URL: serviceUrl, MIGRATION_DATABASE_URL: ownerUrl };
}

/** A log with a file, in the home folder `home`. */
async function createHome(t: Test) {
  const cwd = await createTestFolder(t);
  const home = join(cwd, 'home');
  const database = await createTestDatabase(t);
  const demo = await foundDemoLog(home, database.serviceUrl, Date.now);
  const db = openDatabase<Database>(database.serviceUrl, { maxConnections: 1 });
  const files = await FolderFileStore.open(join(home, 'files'));
  const staged = await files.stage(
    sha256,
    (async function* () {
      yield bytes;
    })(),
    1_000,
  );
  const uploaded = { sha256, mediaType: 'image/jpeg', uploadedBy: null, uploadedAt: new Date() };
  await acceptUpload(db, files, staged, uploaded);
  await db.destroy();
  const stage = new Stage(demo, 'http://127.0.0.1:1', officersFolder(home), Date.now);
  const sign = async (name: string) =>
    submissionOf(
      await stage.sign([
        {
          subject: `officer/${stage.newId()}`,
          type: 'officer.registered',
          by: 'DEMO-REG-1/REG',
          countersigned: ['DEMO-REG-2/REG as registrar'],
          body: { name, unit: null, kind: 'PERSON', national: false },
        },
      ]),
    );
  return { cwd, home, database, sign, place: { cwd, env: environment(database) } };
}

async function post(url: string, events: readonly string[]): Promise<number> {
  const headers = { 'content-type': 'application/json' };
  const response = await fetch(`${url}/v1/events`, {
    method: 'POST',
    headers,
    body: JSON.stringify({ events }),
  });
  await response.arrayBuffer();
  return response.status;
}

t.test('RQ-78, RQ-79: drill: destroy, restore, verify, go on', async t => {
  const { cwd, home, database, sign, place } = await createHome(t);
  const [before, after, later] = [await sign('DEMO-A'), await sign('DEMO-B'), await sign('DEMO-C')];
  const service = await startScelle(t, ['--home', 'home', 'serve', '--port', '0'], place);
  t.equal(await post(service.started.url, before), 201);
  const made = await scelleJson(['--home', 'home', 'backup', 'backup'], place);
  t.match(made, { files: 2, copied: 2, lost: [], size: Number });
  t.equal(await post(service.started.url, after), 201, 'the service went on, and goes on');
  await service.end('SIGTERM');

  await t.test(
    'into another home, with the vault that outlived the rest: refused until it is recovered',
    async t => {
      const target = await createEmptyDatabase(t);
      const there = { cwd, env: environment(target) };
      await cp(join(home, 'vault'), join(cwd, 'second/vault'), { recursive: true });
      const restored = await scelleJson(['--home', 'second', 'restore', 'backup'], there);
      t.match(restored, { size: made.size, signed: made.size + after.length, missing: after.length });
      for (const key of ['log.key', 'officers/DEMO-REG-1/officer.key.json']) {
        t.equal((await stat(join(cwd, 'second', key))).mode & 0o777, 0o600, `${key} is nobody else's`);
        t.same(await readFile(join(cwd, 'second', key)), await readFile(join(home, key)));
      }
      t.same(await readFile(fileAt(join(cwd, 'second/files'), sha256)), bytes);
      const running = await startScelle(t, ['--home', 'second', 'serve', '--port', '0'], there);
      t.equal(await post(running.started.url, later), 503, 'the vault says that the state is too old');
      t.equal((await fetch(`${running.started.url}/health/ready`)).status, 503);
      const fsck = await runScelle(['--home', 'second', '--json', 'fsck'], there);
      t.match(JSON.parse(fsck.stdout).differences, [{ check: 'vault', detail: /old backup was restored/ }]);
      await scelleJson(['--home', 'home', 'backup', 'later'], place);
      const recover = ['--home', 'second', 'log', 'recover', '--from', 'later'];
      t.match(await scelleJson(recover, there), { recovered: after.length });
      t.equal(await post(running.started.url, later), 201);
      await running.end('SIGTERM');
      t.match(await scelleJson(['--home', 'second', 'fsck'], there), { differences: [], files: 2 });
    },
  );

  await t.test(
    'what is there is never written over; a backup that is not whole puts nothing in place',
    async t => {
      const target = await createEmptyDatabase(t);
      const there = { cwd, env: environment(target) };
      t.match(await runScelle(['--home', 'home', 'restore', 'backup'], there), {
        status: 2,
        stderr: /is not empty/,
      });
      const taken = await runScelle(['--home', 'third', 'restore', 'backup'], place);
      t.match(taken, { status: 2, stderr: /holds .* events already/ });
      t.match(await runScelle(['--home', 'fourth', 'restore', 'home'], there), {
        status: 2,
        stderr: /no backup/,
      });
      await cp(join(cwd, 'backup'), join(cwd, 'damaged'), { recursive: true });
      await writeFile(fileAt(join(cwd, 'damaged/files'), sha256), 'DEMO photogrbph');
      const damaged = await runScelle(['--home', 'fourth', 'restore', 'damaged'], there);
      t.match(damaged, { status: 2, stderr: /the backup is not whole: .* Nothing was put in place/ });
      t.notOk((await readdir(cwd)).includes('fourth'));
      t.match(await runScelle(['--home', 'home', 'backup', 'home/inside'], place), {
        status: 2,
        stderr: /inside/,
      });
      t.match(await runScelle(['--home', 'home', 'backup', '.'], place), {
        status: 2,
        stderr: /no part of a backup/,
      });
    },
  );

  await t.test('broken off, it goes on: row by row the database that was lost', async t => {
    const again = await scelleJson(['--home', 'home', 'backup', 'backup'], place);
    t.match(again, { size: made.size + after.length, files: 2, copied: 0 }, 'only new files are copied');
    const target = await createEmptyDatabase(t);
    const there = { cwd, env: environment(target) };
    const restore = ['--home', 'fifth', 'restore', 'backup'];
    const killed = {
      ...there,
      env: { ...there.env, ...(diskFault('killed log.key') as Record<string, string>) },
    };
    t.equal((await runScelle(restore, killed)).stdout, '');
    const serve = await runScelle(['--home', 'fifth', 'serve', '--port', '0'], there);
    t.not(serve.status, 0, 'half a restore is no service');
    t.match(await scelleJson(restore, there), { missing: 0 });
    const [left, right] = [database, target].map(({ ownerUrl }) => openDatabase<Database>(ownerUrl));
    if (left === undefined || right === undefined) throw new Error('two databases');
    t.same((await compareDatabases(left, right)).differences, []);
    await Promise.all([left.destroy(), right.destroy()]);
    t.match(await scelleJson(['--home', 'fifth', 'fsck'], there), { differences: [] });
  });

  await t.test('a backup that is killed leaves the one before, whole', async t => {
    const manifest = await readFile(join(cwd, 'backup/manifest.json'), 'utf8');
    const killed = {
      ...place,
      env: { ...place.env, ...(diskFault('killed manifest.json') as Record<string, string>) },
    };
    t.equal((await runScelle(['--home', 'home', 'backup', 'backup'], killed)).stdout, '');
    t.equal(await readFile(join(cwd, 'backup/manifest.json'), 'utf8'), manifest);
    const target = await createEmptyDatabase(t);
    const there = { cwd, env: environment(target) };
    t.match(await scelleJson(['--home', 'sixth', 'restore', 'backup'], there), { missing: 0 });
    await scelleJson(['--home', 'home', 'backup', 'backup'], place);
    const generations = (await readdir(join(cwd, 'backup'))).filter(name => name.startsWith('generation-'));
    t.equal(generations.length, 1, 'what the crash left is gone');
  });
});
