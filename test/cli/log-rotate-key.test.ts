import { cp, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import t, { type Test } from 'tap';
import { officersFolder } from '../../src/cli/cast/stage.js';
import { publicCard, readKeyFile, submissionOf } from '../../src/client/index.js';
import {
  formatNote,
  formatVerifierKey,
  parseNote,
  parsePolicy,
  verifyCheckpoint,
} from '../../src/log/index.js';
import { openDatabase } from '../../src/store/database.js';
import { readLogStanding } from '../../src/store/read-log-standing.js';
import { destroySpentLogKeys } from '../../src/store/rotate-log-key.js';
import type { Database } from '../../src/store/schema/index.js';
import { newLogKey } from '../helpers/log-rotation.js';
import { diskFault, Laptop } from '../helpers/scelle.js';
import { runScelle, scelleJson, startScelle } from '../helpers/scelle-program.js';
import { createEmptyDatabase, type TestDatabase } from '../helpers/test-database.js';
import { createTestFolder } from '../helpers/test-folder.js';
import { createTestStage } from '../helpers/test-stage.js';

t.setTimeout(600_000);

const clock = {
  get now() {
    return Date.now();
  },
};

function environment({ serviceUrl, ownerUrl }: TestDatabase) {
  return { DATABASE_URL: serviceUrl, MIGRATION_DATABASE_URL: ownerUrl };
}

/** A running service with an operator, and the command on its machine. */
async function createOperated(t: Test) {
  const made = await createTestStage(t, clock);
  const { stage, home, database, log, url } = made;
  await stage.enlist('DEMO-OPS-1', ['OPS'], { unit: null });
  const keyOf = (name: string) => `${join(officersFolder(home), name, 'officer.key.json')}`;
  const place = { cwd: await createTestFolder(t), env: environment(database) };
  const command = ['--home', home, 'log', 'rotate-key'];
  const signers = [
    ...['--as', `${keyOf('DEMO-OPS-1')}:OPS`],
    ...['--with', `${keyOf('DEMO-REG-1')}:REG:registrar`, '--yes'],
  ];
  const keysInFile = async (): Promise<readonly string[]> => {
    const { further = [], ...first } = JSON.parse(await readFile(join(home, 'log.key'), 'utf8'));
    return [first, ...further].map(({ key }) => key);
  };
  const get = async (path: string) => (await fetch(`${url}${path}`)).text();
  return {
    ...made,
    keyOf,
    place,
    keysInFile,
    get,
    rotate: () => scelleJson([...command, ...signers], place),
    rotateKilled: async (fault: string) => {
      const env = { ...place.env, ...(diskFault(fault) as Record<string, string>) };
      t.equal((await runScelle([...command, ...signers], { ...place, env })).stdout, '', 'it was killed');
    },
    run: (...args: string[]) => runScelle([...command, ...args], place),
    finish: () => scelleJson([...command, '--finish'], place),
    /** An act of anybody: so that a checkpoint is signed by the running service. */
    act: () => stage.enlist(`DEMO-WIT-${Math.random()}`, ['WIT'], { unit: null }),
    lines: async () => parseNote((await log.vault.read()).note).signatures.length,
  };
}

t.test('scelle log rotate-key: every step fails before and after, and the same command goes on', async t => {
  const service = await createOperated(t);
  const { keysInFile, log, rotate, rotateKilled, run, finish } = service;
  const [first = ''] = await keysInFile();

  await rotateKilled('killed log.key');
  t.same(await keysInFile(), [first], 'before the new key is durable: nothing');
  t.match(await finish(), { logKey: first, before: null, prepared: null, destroyed: [] });

  const refused = await run(
    '--as',
    `${service.keyOf('DEMO-REG-2')}:REG`,
    '--with',
    `${service.keyOf('DEMO-REG-1')}:REG:registrar`,
    '--yes',
  );
  t.match(refused, { status: 3, stderr: /\[[a-z]+\.[a-z-]+\]/ });
  const [, second = '', ...more] = await keysInFile();
  t.same(more, []);
  t.match(
    await finish(),
    { logKey: first, before: null, prepared: second },
    'after it: a key that signs nothing',
  );
  await service.act();
  t.equal(await service.lines(), 1);

  await rotateKilled('killed checkpoint');
  t.same(await keysInFile(), [first, second], 'the key that was left is taken, no other is made');
  t.match(await finish(), { logKey: second, before: first, prepared: null, destroyed: [] });
  t.equal(await service.lines(), 2, 'committed and not signed for: signed by both now');
  await service.act();
  t.equal(await service.lines(), 2, 'so does the service, which was not started again');

  t.match(JSON.parse(await service.get('/v1/log/key')), { key: second, before: first });
  t.equal(await service.get('/v1/log/policy'), `log ${second}\nlog ${first}\nquorum none\n`);
  t.match(JSON.parse(await service.get('/health/ready')), { logKey: second, logKeyBefore: first });

  const third = (await rotate()).logKey;
  t.match(await finish(), { logKey: third, before: second, destroyed: [] }, 'nothing is left to do');
  t.same(await keysInFile(), [second, third], 'the first was destroyed');
  t.equal((await stat(join(service.home, 'log.key'))).mode & 0o777, 0o600);
  const { note, size } = await log.vault.read();
  for (const key of [second, third]) {
    t.equal((await verifyCheckpoint(note, parsePolicy(`log ${key}\nquorum none\n`))).size, size);
  }
  await t.rejects(verifyCheckpoint(note, parsePolicy(`log ${first}\nquorum none\n`)));

  const out = join(service.place.cwd, 'rotation.json');
  const laptop = await Laptop.connect(t, service.url);
  const stored = JSON.parse(await readFile(service.keyOf('DEMO-REG-1'), 'utf8'));
  const card = await laptop.file('registrar.card.json', publicCard(readKeyFile(stored)));
  const prepared = await run(
    '--as',
    `${service.keyOf('DEMO-OPS-1')}:OPS`,
    '--with',
    `${card}:REG:registrar`,
    '--out',
    out,
  );
  t.match(prepared, { status: 0, stdout: /signs nothing yet/, stderr: /scelle backup/ }, 'only here so far');
  const fourth = (await keysInFile()).at(-1);
  await laptop.must(['sign', out, '--as', `${service.keyOf('DEMO-REG-1')}:REG`, '--yes', '--push']);
  t.same(await keysInFile(), [second, third, fourth], 'sent from elsewhere: nobody has destroyed anything');
  const finished = await run('--finish');
  t.match(finished, { status: 0, stdout: new RegExp(`DESTROYED +${second.replaceAll(/[+/]/g, '.')}`) });
  t.same(await keysInFile(), [third, fourth]);
});

t.test('after a rotation the log is served, checked, backed up and restored as before', async t => {
  const service = await createOperated(t);
  const { place, home } = service;
  const [first = ''] = await service.keysInFile();
  const { logKey: second } = await service.rotate();
  const running = await startScelle(t, ['--home', home, 'serve', '--port', '0'], place);
  t.equal(running.started.logKey, second);
  await running.end('SIGTERM');
  t.match(await scelleJson(['--home', home, 'fsck'], place), { differences: [] });
  await scelleJson(['--home', home, 'backup', 'backup'], place);
  for (const [name, key] of Object.entries({ old: first, new: second })) {
    const there = { cwd: place.cwd, env: environment(await createEmptyDatabase(t)) };
    const restored = await scelleJson(['--home', name, 'restore', 'backup', '--log-key', key], there);
    t.match(restored, { keyKnown: true, missing: 0 }, name);
    const again = await startScelle(t, ['--home', name, 'serve', '--port', '0'], there);
    t.equal(again.started.logKey, second);
    await again.end('SIGTERM');
  }
  const byOldKey = join(place.cwd, 'by-old-key');
  await cp(join(place.cwd, 'backup'), byOldKey, { recursive: true });
  const manifest = JSON.parse(await readFile(join(byOldKey, 'manifest.json'), 'utf8'));
  const { text, signatures } = parseNote(manifest.checkpoint);
  manifest.checkpoint = formatNote({ text, signatures: signatures.slice(1) });
  await writeFile(join(byOldKey, 'manifest.json'), JSON.stringify(manifest));
  const there = { cwd: place.cwd, env: environment(await createEmptyDatabase(t)) };
  t.match(
    await runScelle(['--home', 'third', 'restore', 'by-old-key'], there),
    { status: 2, stderr: /its checkpoint was not signed by the log/ },
    'section 8: a backup under a checkpoint by the old key alone',
  );
  const unknown = await scelleJson(['--home', 'third', 'restore', 'backup'], there);
  t.match(unknown, { keyKnown: false, logKeys: [first, second] });
});

t.test('a device follows a new key over the proof by the key it knows, and over nothing else', async t => {
  const service = await createOperated(t);
  const [first = ''] = await service.keysInFile();
  const laptop = await Laptop.connect(t, service.url);
  const stored = async () => JSON.parse(await readFile(join(laptop.home, 'device.json'), 'utf8'));
  const watch = (...keys: readonly string[]) =>
    runScelle(
      ['log', 'watch', service.url, '--once', '--state', 'last', ...keys.flatMap(key => ['--log-key', key])],
      service.place,
    );
  t.match(await watch(first), { status: 0, stdout: /first look/ });
  const { logKey: second } = await service.rotate();
  t.match(await watch(second), { status: 2, stderr: /Name the old one beside it/ });
  t.match(await watch(first), { status: 0, stdout: /has grown/ }, 'scelle log watch goes on by the old key');
  t.match(await watch(second), { status: 0, stdout: /as before/ }, 'and by the new one');
  const { logKey: third } = await service.rotate();
  t.match(await watch(second, third), { status: 0, stdout: /has grown/ });
  const refused = await laptop.run(['connect', service.url]);
  t.match(refused, { code: 2, stdout: /has another key of the log/ });
  t.match(await stored(), { logKey: first });
  await laptop.must(['connect', service.url, '--as', `${service.keyOf('DEMO-REG-1')}:REG`]);
  t.match(await stored(), { logKey: third, formerLogKeys: [first, second] });
  await laptop.must(['connect', service.url]);
  t.match(await stored(), { logKey: third, formerLogKeys: [first, second] }, 'and keeps them');
});

t.test(
  'an older key file beside a newer log: reads are served, appends refused, the reason is named',
  async t => {
    const service = await createOperated(t);
    const { place, home } = service;
    const before = await readFile(join(home, 'log.key'));
    await service.rotate();
    await writeFile(join(home, 'log.key'), before);
    const running = await startScelle(t, ['--home', home, 'serve', '--port', '0'], place);
    t.match(running.started, { url: String }, running.log());
    const ready = await fetch(`${running.started.url}/health/ready`);
    t.equal(ready.status, 503);
    t.match(await ready.json(), { reason: 'log-key' });
    t.equal((await fetch(`${running.started.url}/v1/log/checkpoint`)).status, 200);
    t.match(running.log(), /the key file does not hold a key that signs for the log now/);
    const { size } = await service.log.vault.read();
    const batch = await service.stage.sign([
      {
        subject: `officer/${service.stage.newId()}`,
        type: 'officer.registered',
        by: 'DEMO-REG-1/REG',
        countersigned: ['DEMO-REG-2/REG as registrar'],
        body: { name: 'DEMO-A', unit: null, kind: 'PERSON', national: false },
      },
    ]);
    const sent = await fetch(`${running.started.url}/v1/events`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ events: submissionOf(batch) }),
    });
    t.equal(sent.status, 503);
    t.equal((await service.log.vault.read()).size, size);
  },
);

t.test(
  'issue 4, section 5: no key is destroyed or made by a state that was written into the tables',
  async t => {
    const service = await createOperated(t);
    const { keysInFile, database, run, home } = service;
    await service.rotate();
    const held = await keysInFile();
    const planted = [await newLogKey(service.log.origin), await newLogKey(service.log.origin)];
    const [third = '', fourth = ''] = planted.map(({ key }) => formatVerifierKey(key));
    const formerLogKeys = [...held, third].map((logKey, until) => ({ logKey, until }));
    const superuser = openDatabase<Database>(database.adminUrl, { maxConnections: 1 });
    t.teardown(() => superuser.destroy());
    const before = await superuser.selectFrom('subject').select('state').where('kind', '=', 'log').execute();
    await superuser
      .updateTable('subject')
      .set({ state: JSON.stringify({ ...Object(before[0]?.state), logKey: fourth, formerLogKeys }) })
      .where('kind', '=', 'log')
      .execute();
    t.match(await run('--finish'), {
      status: 1,
      stdout: '',
      stderr: /no key was made or destroyed.*scelle fsck/s,
    });
    const refused = await run(
      ...['--as', `${service.keyOf('DEMO-OPS-1')}:OPS`],
      ...['--with', `${service.keyOf('DEMO-REG-1')}:REG:registrar`, '--yes'],
    );
    t.match(refused, { status: 1, stdout: '', stderr: /no key was made or destroyed/ });
    t.same(await keysInFile(), held);
    const state = (await readLogStanding(service.log)).state;
    const signed = await service.log.vault.read();
    t.same(
      await destroySpentLogKeys(join(home, 'log.key'), state, signed),
      [],
      'they signed the last checkpoint',
    );
  },
);
