import { once } from 'node:events';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import t from 'tap';
import { findPostmaster } from '../../../src/store/embedded/postmaster.js';
import { query, startParent, startServerIn } from '../../helpers/embedded.js';
import { createTestFolder } from '../../helpers/test-folder.js';

t.test('the server lives on after kill -9 of its parent, is found again, and stops in the end', async t => {
  const directory = await createTestFolder(t);
  const parent = await startParent(directory);
  await query(parent.serviceUrl, 'select 1');
  const before = await findPostmaster(join(directory, 'data'));
  parent.child.kill('SIGKILL');
  await once(parent.child, 'exit');
  await query(parent.serviceUrl, 'select 1');

  const server = await startServerIn(directory);
  const after = await findPostmaster(join(directory, 'data'));
  t.ok(before !== null && before.pid === after?.pid, 'the same server');
  t.equal(server.serviceUrl, parent.serviceUrl);
  await server.stop();
  t.equal(await findPostmaster(join(directory, 'data')), null);
});

t.test('kill -9 of the server itself, in the middle of a statement', async t => {
  const directory = await createTestFolder(t);
  const first = await startServerIn(directory);
  await query(first.ownerUrl, 'create table kept as select 1 as id');
  const working = query(first.ownerUrl, 'select count(*) from generate_series(1, 1000000000)').catch(e => e);
  await new Promise(resolve => setTimeout(resolve, 300));
  const pid = (await findPostmaster(join(directory, 'data')))?.pid ?? 0;
  process.kill(pid, 'SIGKILL');

  const second = await startServerIn(directory);
  t.match(await working, Error);
  t.same(await query(second.ownerUrl, 'select id from kept'), [{ id: 1 }]);
  t.not((await findPostmaster(join(directory, 'data')))?.pid, pid);
  await second.stop();
  await first.stop();
  t.equal(await findPostmaster(join(directory, 'data')), null);
});

t.test("a process number in postmaster.pid that is somebody else's by now", async t => {
  const directory = await createTestFolder(t);
  const first = await startServerIn(directory);
  const file = join(directory, 'data/postmaster.pid');
  const stale = (await readFile(file, 'utf8')).replace(/^\d+/, String(process.pid));
  await first.stop();
  await writeFile(file, stale);
  const second = await startServerIn(directory);
  t.same(await query(second.serviceUrl, 'select 1 as one'), [{ one: 1 }]);
  await second.stop();
});

t.test('a server that does not answer is replaced', async t => {
  const directory = await createTestFolder(t);
  const first = await startServerIn(directory);
  const pid = (await findPostmaster(join(directory, 'data')))?.pid ?? 0;
  process.kill(pid, 'SIGSTOP');
  const second = await startServerIn(directory);
  await query(second.serviceUrl, 'select 1');
  t.not((await findPostmaster(join(directory, 'data')))?.pid, pid);
  await first.stop();
  await query(second.serviceUrl, 'select 1');
  await second.stop();
});

t.test('a crash in the middle of making the cluster', async t => {
  const directory = await createTestFolder(t);
  await mkdir(join(directory, 'data.new/base'), { recursive: true });
  await writeFile(join(directory, 'data.new/PG_VERSION'), '18\n');
  const server = await startServerIn(directory);
  await query(server.serviceUrl, 'select 1');
  t.notOk((await readdir(directory)).includes('data.new'));
  t.notOk((await readdir(directory)).includes('initdb-password'));
  await server.stop();
});

t.test('starts at once on one folder: one server, which the last to end stops', async t => {
  const directory = await createTestFolder(t);
  const [one, two, other] = await Promise.all([
    startServerIn(directory),
    startServerIn(directory),
    startParent(directory),
  ]);
  t.equal(one.serviceUrl, two.serviceUrl);
  t.equal(one.serviceUrl, other.serviceUrl);
  await one.stop();
  await query(two.serviceUrl, 'select 1');
  await two.stop();
  await query(other.serviceUrl, 'select 1');
  other.child.kill('SIGKILL');
  await once(other.child, 'exit');
  const last = await startServerIn(directory);
  await last.stop();
  await t.rejects(query(last.serviceUrl, 'select 1'), { code: 'ECONNREFUSED' });
});
