import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'kysely';
import pg from 'pg';
import t, { type Test } from 'tap';
import { openDatabase } from '../../src/store/database.js';
import type { Database } from '../../src/store/schema/index.js';
import { runScelle, scelleJson, startProgram } from '../helpers/scelle-program.js';
import { append, createTestLog, type TestLog } from '../helpers/test-log.js';

t.setTimeout(600_000);

const fsck = ['--home', '.', 'fsck'];

async function createHome(
  t: Test,
): Promise<TestLog & { readonly place: { cwd: string; env: Record<string, string> } }> {
  const test = await createTestLog(t);
  await append(test.appender, await test.cast.enlist('DEMO-WIT-1', ['WIT']));
  const { serviceUrl, ownerUrl } = test.database;
  const place = {
    cwd: dirname(test.places.filesFolder),
    env: { DATABASE_URL: serviceUrl, MIGRATION_DATABASE_URL: ownerUrl },
  };
  return { ...test, place };
}

t.test(
  'scelle fsck: nothing differs under a running service; what does is named, in both languages',
  async t => {
    const { appender, cast, database, place } = await createHome(t);
    const clean = await runScelle(fsck, place);
    t.match(clean, { status: 0, stdout: /^Checked: 12 events, \d+ rows .*\nNo difference\.\n$/ });
    t.match(clean.stderr, /^100 % {2}12\/12$/m, 'progress on standard error');
    t.notOk(existsSync(join(place.cwd, 'fsck.json')), 'nothing is left of a check that is done');
    const { MIGRATION_DATABASE_URL: _owner, ...service } = place.env;
    t.match(await runScelle(fsck, { ...place, env: service }), {
      status: 2,
      stderr: /MIGRATION_DATABASE_URL/,
    });

    const admin = openDatabase<Database>(database.adminUrl, { maxConnections: 1 });
    t.teardown(() => admin.destroy());
    await sql`update officer set national = true where id = ${cast.member('DEMO-WIT-1').officer}`.execute(
      admin,
    );
    const differing = await runScelle(['--lang', 'fr', ...fsck], place);
    t.match(differing, {
      status: 6,
      stdout: /1 différences :\n {2}acte 11: officer \[.*\]: table de lecture: differs in national/,
    });
    const told = await runScelle(['--json', ...fsck], place);
    t.equal(told.status, 6);
    t.match(JSON.parse(told.stdout), {
      events: 12,
      resumed: false,
      differences: [{ check: 'projection', index: 11, where: /^officer / }],
    });
    await append(appender, await cast.enlist('DEMO-WIT-2', ['WIT']));
  },
);

/** Holds the check at the claims: events and tree are done, and it waits. Gives what waits for that, and what ends it. */
async function holdAtClaims(t: Test, adminUrl: string) {
  const holder = new pg.Client({ connectionString: adminUrl });
  await holder.connect();
  await holder.query('begin; lock table claim in access exclusive mode');
  let holding = true;
  const letGo = async () => {
    if (holding) await holder.end();
    holding = false;
  };
  t.teardown(letGo);
  const held = async () => {
    const waiting = "select from pg_locks where relation = 'claim'::regclass and not granted";
    for (let tries = 0; tries < 600 && (await holder.query(waiting)).rowCount === 0; tries++) await sleep(50);
  };
  return { held, letGo };
}

t.test('scelle fsck: broken off by Ctrl-C or killed, it goes on where it was', async t => {
  const { database, place } = await createHome(t);
  const path = join(place.cwd, 'fsck.json');
  const stageOf = async () => JSON.parse(await readFile(path, 'utf8')).stage;

  const first = await holdAtClaims(t, database.adminUrl);
  const stopped = startProgram(t, ['--json', ...fsck], place);
  await first.held();
  stopped.child.kill('SIGINT');
  t.match(await runScelle(fsck, place), { status: 2, stderr: /another fsck runs/ });
  await first.letGo();
  t.equal((await stopped.ended).status, 1);
  t.match(JSON.parse(stopped.stdout()).error, /goes on here/);
  t.not(await stageOf(), 'events');
  t.match(await scelleJson(fsck, place), { events: 12, resumed: true, differences: [] });

  const second = await holdAtClaims(t, database.adminUrl);
  const killed = startProgram(t, ['--json', ...fsck], place);
  await second.held();
  killed.child.kill('SIGKILL');
  await killed.ended;
  await second.letGo();
  t.equal(await stageOf(), 'events');
  t.match(await scelleJson(fsck, place), { events: 12, resumed: true, differences: [] });
  t.match(await scelleJson([...fsck, '--restart'], place), { resumed: false });
});
