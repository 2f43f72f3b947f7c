import { once } from 'node:events';
import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import t from 'tap';
import { foundDemoLog } from '../../src/cli/cast/found-demo-log.js';
import { officersFolder, Stage } from '../../src/cli/cast/stage.js';
import { submissionOf } from '../../src/client/index.js';
import { makeLogKey, writeLogKey } from '../../src/store/log-key-file.js';
import { random } from '../helpers/founders.js';
import { runScelle, startScelle } from '../helpers/scelle-program.js';
import { createTestDatabase } from '../helpers/test-database.js';
import { createTestFolder } from '../helpers/test-folder.js';

t.test('npm start: from nothing to a service for looking around, and on with the same data', async t => {
  const { scripts } = JSON.parse(await readFile(join(import.meta.dirname, '../../../package.json'), 'utf8'));
  t.match(scripts.start, /main\.js serve --quickstart$/);
  const cwd = await createTestFolder(t);
  const serve = ['--home', 'home', 'serve', '--quickstart', '--port', '0'];
  const first = await startScelle(t, serve, { cwd });
  t.match(first.started.origin, /^demo\.scelle\.example\//);
  t.ok(first.started.size > 50);
  t.ok((await readdir(join(cwd, 'home/officers'))).includes('DEMO-WIT-1'));
  const device = JSON.parse(await readFile(join(cwd, 'home/device.json'), 'utf8'));
  t.equal(device.service, first.started.url, 'commands find the service where it listens');
  const setting = JSON.parse(await readFile(join(cwd, 'home/setting.json'), 'utf8'));
  t.match(setting, {
    unit: { id: String, name: 'DEMO-MISSION-UNIT' },
    sites: [{ name: 'DEMO-SECTOR-STORE' }, {}],
  });

  const port = new URL(first.started.url).port;
  const taken = await runScelle(['--lang', 'fr', '--home', 'home', 'serve', '--port', port], { cwd });
  t.match(taken, { status: 2, stdout: '', stderr: new RegExp(`port ${port} .* est déjà utilisé`) });
  t.equal((await fetch(`${first.started.url}/health/ready`)).status, 200, 'the first goes on');
  t.equal(await first.end('SIGTERM'), 0);

  const rebuilt = await runScelle(['--home', 'home', 'rebuild'], { cwd });
  t.match(rebuilt, { status: 0, stderr: /100 %/ });
  t.notMatch(rebuilt.stderr, 'Noted', "the key of the service's officer was at hand");
  const second = await startScelle(t, serve, { cwd });
  t.match(second.started, {
    origin: first.started.origin,
    // The rebuild was told by the command itself; this start is configured as the first one was.
    size: first.started.size + 1,
    logKey: first.started.logKey,
  });
  t.equal(await second.end('SIGINT'), 0);
  await rm(join(cwd, 'home/device.json'));
  t.match(await runScelle(serve, { cwd }), { status: 2, stderr: /broken off/ });
});

t.test('what keeps a service from starting is said in words, with an exit status', async t => {
  const cwd = await createTestFolder(t);
  const { serviceUrl, adminUrl, ownerUrl } = await createTestDatabase(t);
  const serve = (env: Record<string, string>, ...args: string[]) =>
    runScelle(['--home', 'home', 'serve', '--port', '0', ...args], { cwd, env });
  t.match(await serve({}), { status: 2, stdout: '', stderr: /home holds no log: `scelle init` founds one/ });
  t.match(await serve({ LANG: 'fr_ML.UTF-8' }), { status: 2, stderr: /ne contient pas de journal/ });
  t.match(await serve({ PORT: 'x', DATABASE_URL: 'oops' }), { status: 2, stderr: /DATABASE_URL must be/ });
  await writeFile(join(cwd, 'file'), '');
  t.match(await runScelle(['--home', 'file/home', 'quickstart'], { cwd }), {
    status: 2,
    stderr: /is not inside a folder/,
  });

  await foundDemoLog(join(cwd, 'home'), serviceUrl, Date.now);
  const away = new URL(serviceUrl);
  away.port = '1';
  t.match(await serve({ DATABASE_URL: away.toString() }), {
    status: 5,
    stderr: /cannot be reached \(ECONNREFUSED\)/,
  });
  t.match(await serve({ DATABASE_URL: adminUrl }), { status: 2, stderr: /a superuser/ });
  t.match(await serve({ DATABASE_URL: ownerUrl, LANG: 'fr' }), {
    status: 2,
    stderr: /propriétaire des tables/,
  });
  const wrongHost = await serve({ DATABASE_URL: serviceUrl }, '--host', '192.0.2.1');
  t.match(wrongHost, { status: 2, stderr: /192\.0\.2\.1 is no address of this machine/ });

  await writeFile(join(cwd, 'sop.json'), '{}');
  t.match(await serve({ DATABASE_URL: serviceUrl }, '--sop', 'sop.json'), {
    status: 2,
    stderr: /is no SOP document that this log adopted/,
  });
  t.ok((await readdir(join(cwd, 'home/files'))).length > 0, 'the one that it was founded under is kept');

  await rm(join(cwd, 'home/log.key'));
  await writeLogKey(
    join(cwd, 'home/log.key'),
    'x.example/AAAAAAAAAAAAAAAAAAAAAA',
    await makeLogKey(),
    'right',
    random,
  );
  t.match(await serve({ DATABASE_URL: serviceUrl }), { status: 2, stderr: /set SCELLE_LOG_KEY_PASSPHRASE/ });
  const sealed = { DATABASE_URL: serviceUrl, SCELLE_LOG_KEY_PASSPHRASE: 'wrong' };
  t.match(await serve(sealed), { status: 2, stderr: /passphrase of the log's key .* is wrong/ });
  t.match(await serve({ ...sealed, SCELLE_LOG_KEY_PASSPHRASE: 'right' }), {
    status: 1,
    stderr: /the key is for x\.example/,
  });
});

t.test('SIGTERM: what was received is finished and answered, then the process ends by itself', async t => {
  const cwd = await createTestFolder(t);
  const home = join(cwd, 'home');
  const { serviceUrl } = await createTestDatabase(t);
  const demo = await foundDemoLog(home, serviceUrl, Date.now);
  const stage = new Stage(demo, 'http://127.0.0.1:1', officersFolder(home), Date.now);
  const service = await startScelle(t, ['--home', 'home', 'serve', '--port', '0'], {
    cwd,
    env: { DATABASE_URL: serviceUrl, LOG_LEVEL: 'debug' },
  });
  const batches = await Promise.all(
    Array.from({ length: 12 }, (_, n) =>
      stage.sign([
        {
          subject: `officer/${stage.newId()}`,
          type: 'officer.registered',
          by: 'DEMO-REG-1/REG',
          countersigned: ['DEMO-REG-2/REG as registrar'],
          body: { name: `DEMO-${n}`, unit: null, kind: 'PERSON', national: false },
        },
      ]),
    ),
  );
  const send = (events: readonly string[]) =>
    fetch(`${service.started.url}/v1/events`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ events }),
    });
  // A connection not yet read when the process ends is reset, which may come before the end is seen here.
  const answers = Promise.allSettled(batches.map(batch => send(submissionOf(batch))));
  while (!service.log().includes('/v1/events')) await once(service.child.stderr ?? service.child, 'data');
  t.equal(await service.end('SIGTERM'), 0);
  const statuses = (await answers).map(answer => (answer.status === 'fulfilled' ? answer.value.status : 0));
  t.ok(statuses.includes(201), `answered: ${statuses}`);
  t.same(
    statuses.filter(status => ![201, 503, 0].includes(status)),
    [],
    'every other was turned away',
  );
  const again = await startScelle(t, ['--home', 'home', 'serve', '--port', '0'], {
    cwd,
    env: { DATABASE_URL: serviceUrl },
  });
  t.equal(again.started.size, 6 + 2 * statuses.filter(status => status === 201).length, 'no more, no less');
  t.equal(await again.end('SIGTERM'), 0);
});
