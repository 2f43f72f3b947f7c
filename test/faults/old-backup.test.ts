import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'kysely';
import t, { type Test } from 'tap';
import { foundDemoLog } from '../../src/cli/cast/found-demo-log.js';
import { officersFolder, Stage } from '../../src/cli/cast/stage.js';
import { submissionOf } from '../../src/client/index.js';
import { openDatabase } from '../../src/store/database.js';
import type { Database } from '../../src/store/schema/index.js';
import { type ServiceProcess, startScelle } from '../helpers/scelle-program.js';
import { copyTestDatabase, createTestDatabase, type TestDatabase } from '../helpers/test-database.js';
import { createTestFolder } from '../helpers/test-folder.js';

const dead = 'http://127.0.0.1:1';

/** A log of a home folder, its service as a process, and acts that are signed for it. */
async function createService(t: Test) {
  const cwd = await createTestFolder(t);
  const database = await createTestDatabase(t);
  const demo = await foundDemoLog(join(cwd, 'home'), database.serviceUrl, Date.now);
  const stage = new Stage(demo, dead, officersFolder(join(cwd, 'home')), Date.now);
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
  const serve = ({ serviceUrl }: TestDatabase) =>
    startScelle(t, ['--home', 'home', 'serve', '--port', '0'], { cwd, env: { DATABASE_URL: serviceUrl } });
  return { database, serve, sign };
}

function post({ started }: ServiceProcess, events: readonly string[], language = 'en') {
  return fetch(`${started.url}/v1/events`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'accept-language': language },
    body: JSON.stringify({ events }),
  });
}

async function appended(service: ServiceProcess, events: readonly string[]) {
  const response = await post(service, events);
  if (response.status !== 201) throw new Error(`${response.status} ${await response.text()}`);
  const { receipts }: { receipts: { index: number; eventId: string }[] } = JSON.parse(await response.text());
  return receipts;
}

async function ready({ started }: ServiceProcess, language = 'en') {
  const response = await fetch(`${started.url}/health/ready`, { headers: { 'accept-language': language } });
  const body: Record<string, unknown> = JSON.parse(await response.text());
  return { status: response.status, body, retryAfter: response.headers.get('retry-after') };
}

t.test('issue 4, section 2: a restored old database is read, never appended to, and says why', async t => {
  const { database, serve, sign } = await createService(t);
  const [first, second, third] = [await sign('DEMO-A'), await sign('DEMO-B'), await sign('DEMO-C')];
  const before = await serve(database);
  await appended(before, first);
  await before.end('SIGTERM');
  const backup = await copyTestDatabase(t, database);
  const afterBackup = await serve(database);
  const receipts = await appended(afterBackup, second);
  t.equal((await ready(afterBackup)).status, 200);
  await afterBackup.end('SIGTERM');

  const restored = await serve(backup);
  const signed = (receipts.at(-1)?.index ?? 0) + 1;
  const why = { code: 'unavailable', reason: 'old-backup-restored', signed, stored: signed - second.length };
  await t.test('on /health/ready, in both languages', async t => {
    const english = await ready(restored);
    t.match(english, { status: 503, body: { ...why, detail: /An old backup was restored/ } });
    t.ok(Number(english.retryAfter) >= 60, 'nobody asks again every five seconds');
    const french = await ready(restored, 'fr');
    t.match(french, { status: 503, body: { ...why, detail: /ancienne sauvegarde a été restaurée/ } });
    t.equal((await fetch(`${restored.started.url}/health/live`)).status, 200);
  });
  await t.test('in each refusal', async t => {
    for (const [language, words] of [
      ['en', /nothing is appended/],
      ['fr', /rien n'est ajouté/],
    ] as const) {
      const response = await post(restored, third, language);
      t.equal(response.status, 503);
      t.match(JSON.parse(await response.text()), { ...why, detail: words });
    }
  });
  await t.test('in the log, once, at the start', async t => {
    const told = restored
      .log()
      .split('\n')
      .filter(line => line.includes('every append is refused'));
    t.equal(told.length, 1, restored.log());
    t.match(JSON.parse(told[0] ?? ''), { level: 50, ...why, code: undefined });
  });
  await t.test('and what can be read is served', async t => {
    for (const path of ['/v1/log/key', '/v1/sop', '/v1/log/checkpoint', '/']) {
      t.equal((await fetch(`${restored.started.url}${path}`)).status, 200, path);
    }
  });
  await restored.end('SIGTERM');

  await t.test('the database that holds everything goes on', async t => {
    const back = await serve(database);
    t.equal((await ready(back)).status, 200);
    t.equal((await appended(back, third))[0]?.index, signed);
    t.notMatch(back.log(), 'every append is refused');
  });
});

t.test(
  'issue 4, section 2: a service that stops agreeing with its vault says so, and says when it agrees',
  async t => {
    const { database, serve, sign } = await createService(t);
    const batch = await sign('DEMO-A');
    const service = await serve(database);
    const owner = openDatabase<Database>(database.adminUrl, { maxConnections: 1 });
    t.teardown(() => owner.destroy());
    const told = async (text: string) => {
      for (let tries = 0; tries < 300 && !service.log().includes(text); tries++) await sleep(100);
      t.match(service.log(), text);
    };
    // A tree as large as the one that was signed, and another one.
    const { root } = await owner.selectFrom('log_state').select('root').executeTakeFirstOrThrow();
    await sql`update log_state set root = sha256(root)`.execute(owner);
    t.match(await ready(service), { status: 503, body: { reason: 'old-backup-restored' } });
    t.equal((await post(service, batch)).status, 503);
    await told('every append is refused');
    await owner.updateTable('log_state').set({ root }).execute();
    await told('agree again');
    await appended(service, batch);
  },
);

t.test(
  'log-format section 5: a longer tree that does not continue the signed one gets no further leaf',
  async t => {
    const { database, serve, sign } = await createService(t);
    const service = await serve(database);
    await appended(service, await sign('DEMO-A'));
    await service.end('SIGTERM');
    const other = await copyTestDatabase(t, database);
    // A history of its own, longer than what was signed: leaves of other hashes.
    const owner = openDatabase<Database>(other.adminUrl, { maxConnections: 1 });
    t.teardown(() => owner.destroy());
    await sql`update tile set hashes = hashes || sha256(hashes) where level = 0`.execute(owner);
    await sql`update tile set hashes = set_byte(hashes, 5, (get_byte(hashes, 5) + 1) % 256) where level = 0`.execute(
      owner,
    );
    await sql`update log_state set size = size + 1`.execute(owner);
    const forked = await serve(other);
    t.match(await ready(forked), { status: 503, body: { reason: 'old-backup-restored' } });
    t.equal((await post(forked, await sign('DEMO-B'))).status, 503);
    const stored = await owner.selectFrom('event').select('log_index').execute();
    const state = await owner.selectFrom('log_state').select('size').executeTakeFirstOrThrow();
    t.equal(state.size, stored.length + 1, 'nothing was added');
  },
);
