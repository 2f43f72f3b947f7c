import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { sql } from 'kysely';
import t from 'tap';
import { foundDemoLog } from '../src/cli/cast/found-demo-log.js';
import { officersFolder, Stage } from '../src/cli/cast/stage.js';
import { submissionOf } from '../src/client/index.js';
import { formatVerifierKey, signSessionAssertion } from '../src/log/index.js';
import { loggerSettings } from '../src/logger.js';
import { startServer } from '../src/server.js';
import { openDatabase } from '../src/store/database.js';
import { createFaultProxy } from './helpers/fault-proxy.js';
import { createTestDatabase } from './helpers/test-database.js';
import { createTestFolder } from './helpers/test-folder.js';

const marks = {
  claim: 'MARKED-SOURCE-NAME',
  purpose: 'MARKED-PURPOSE',
  query: 'MARKED-QUERY',
  body: 'MARKED-BODY',
  header: 'MARKED-HEADER',
};

/** Parts of a text long enough to be found by: base64url of a claim may begin at any byte. */
const encodings = (text: string) => [
  text,
  ...[0, 1, 2].map(shift => Buffer.from(text.slice(shift)).toString('base64url').slice(0, -2)),
];

t.test(
  'a real day in the log of the service: no key, no token, no claim, no reason for reading, no search text',
  async t => {
    const home = await createTestFolder(t);
    const { serviceUrl, ownerUrl } = await createTestDatabase(t);
    const proxy = await createFaultProxy(t, serviceUrl);
    const demo = await foundDemoLog(home, serviceUrl, Date.now);
    const lines: string[] = [];
    const server = await startServer({
      home,
      serviceUrl: proxy.url,
      host: '127.0.0.1',
      port: 0,
      logKeyPassphrase: null,
      now: Date.now,
      logger: loggerSettings(
        { level: 'trace', format: 'json' },
        { write: (line: string) => lines.push(line) },
      ),
    });
    const stage = new Stage(demo, server.url, officersFolder(home), Date.now);
    const named = (label: string) =>
      stage.sign([
        {
          subject: `officer/${stage.newId()}`,
          type: 'officer.registered',
          by: 'DEMO-REG-1/REG',
          countersigned: ['DEMO-REG-2/REG as registrar'],
          body: { name: `${label} ${marks.claim}`, unit: null, kind: 'PERSON', national: false },
        },
      ]);
    const ask = async (path: string, init: RequestInit = {}) =>
      (await fetch(`${server.url}${path}`, init)).status;
    const post = (path: string, body: string, headers: Record<string, string> = {}) =>
      ask(path, { method: 'POST', body, headers: { 'content-type': 'application/json', ...headers } });

    const good = submissionOf(await named('good'));
    t.equal(await post('/v1/events', JSON.stringify({ events: good })), 201);
    t.equal(
      await post('/v1/events', JSON.stringify({ events: submissionOf(await named('half')).slice(0, 1) })),
      422,
      'a countersignature is missing',
    );
    t.equal(await post('/v1/events', JSON.stringify({ events: [`${good[0]}${marks.body}`] })), 400);
    t.equal(await post('/v1/events', `{"${marks.body}`), 400);
    t.equal(await post('/v1/events', JSON.stringify({ [marks.body]: marks.body })), 400);
    t.equal(
      await post(`/v1/none?text=${marks.query}`, '{}', { authorization: `Basic ${marks.header}` }),
      404,
    );

    await stage.enlist('DEMO-AUD-1', ['AUD'], { unit: null });
    const token = await openSession(server.url, stage);
    const reading = { authorization: `Bearer ${token}`, 'read-purpose': marks.purpose, cookie: marks.header };
    t.equal(await ask(`/v1/evidence?text=${marks.query}`, { headers: reading }), 200);
    t.equal(await ask(`/v1/evidence?${marks.query}=1`, { headers: reading }), 400);
    t.equal(await ask(`/v1/evidence?limit=${marks.query}`, { headers: reading }), 400);
    t.equal(await ask('/v1/evidence', { headers: { ...reading, authorization: `Bearer ${token}x` } }), 401);

    proxy.arm({ statement: 'insert into event', when: 'before' });
    t.equal(await post('/v1/events', JSON.stringify({ events: submissionOf(await named('away')) })), 503);
    const owner = openDatabase<Record<string, never>>(ownerUrl, { maxConnections: 1 });
    t.teardown(() => owner.destroy());
    await sql`alter table disclosure add constraint broken_on_purpose check (disclosure is null) not valid`.execute(
      owner,
    );
    t.equal(await post('/v1/events', JSON.stringify({ events: submissionOf(await named('broken')) })), 500);
    await server.stop();

    const log = lines.join('');
    t.match(log, 'broken_on_purpose', 'the fault is there, with what the operator needs');
    t.match(log, '/v1/evidence');
    for (const [what, mark] of Object.entries(marks)) {
      for (const text of encodings(mark)) t.notMatch(log, text, what);
    }
    const [head = '', claims = '', signature = ''] = token.split('.');
    for (const part of [claims, signature]) t.notMatch(log, part, 'an access token');
    t.ok(head.length > 0);
    for (const [name, secret] of await privateKeys(home)) t.notMatch(log, secret, name);
    t.notMatch(log, new URL(serviceUrl).password, 'the password of the database');
    t.notMatch(log, (good[0] ?? '').split('.')[2]?.slice(0, 60) ?? 'none', 'a signed statement');
    t.ok(formatVerifierKey(server.logKey).length > 0);
  },
);

async function openSession(url: string, stage: Stage): Promise<string> {
  const json = { method: 'POST', headers: { 'content-type': 'application/json' } };
  const answer = await fetch(`${url}/v1/sessions/nonces`, { ...json, body: '{}' });
  const { nonce } = (await answer.json()) as { nonce: string };
  const { officer, signer } = stage.officer('DEMO-AUD-1');
  const assertion = await signSessionAssertion({ log: stage.origin, officer, nonce, at: Date.now() }, signer);
  const opened = await fetch(`${url}/v1/sessions`, { ...json, body: JSON.stringify({ assertion }) });
  return ((await opened.json()) as { accessToken: string }).accessToken;
}

/** Demonstration keys lie unprotected in their files: what must never be seen elsewhere. */
async function privateKeys(home: string): Promise<readonly (readonly [string, string])[]> {
  const officers = await readdir(officersFolder(home));
  const paths = [
    join(home, 'log.key'),
    ...officers.map(name => join(officersFolder(home), name, 'officer.key.json')),
  ];
  return Promise.all(
    paths.map(async path => {
      const { secret } = JSON.parse(await readFile(path, 'utf8'));
      return [path, String(secret.value)] as const;
    }),
  );
}
