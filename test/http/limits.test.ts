import { setTimeout as sleep } from 'node:timers/promises';
import type { FastifyInstance, LightMyRequestResponse } from 'fastify';
import t, { type Test } from 'tap';
import { type AppParts, buildApp } from '../../src/http/app.js';
import { Appender } from '../../src/store/appender/appender.js';
import { append, createTestLog } from '../helpers/test-log.js';

function expectProblem(t: Test, answer: LightMyRequestResponse, status: number, members: object): void {
  t.equal(answer.statusCode, status);
  t.match(answer.headers['content-type'], /^application\/problem\+json/);
  t.match(answer.json(), { status, ...members });
}

/** Seconds after which to come again: a whole number, at least one. */
function expectRetryAfter(t: Test, { headers }: LightMyRequestResponse): void {
  t.match(String(headers['retry-after']), /^[1-9]\d*$/);
}

t.test('too much at once is turned away, told why, and told when to come again', async t => {
  const { cast, log, parts, appender } = await createTestLog(t);
  const build = async (changes: Partial<AppParts>): Promise<FastifyInstance> => {
    const app = await buildApp({ log, logger: false, ...changes });
    t.teardown(() => app.close());
    return app;
  };
  const french = { 'accept-language': 'fr' };

  await t.test('too many requests of one address: 429', async t => {
    const app = await build({ limits: { requestsPerMinute: 2 } });
    for (const url of ['/v1/log/key', '/v1/log/key']) t.equal((await app.inject({ url })).statusCode, 200);
    const answer = await app.inject({ url: '/v1/log/key', headers: french });
    expectProblem(t, answer, 429, { code: 'too-many-requests', title: 'Trop de requêtes' });
    t.equal(answer.headers['content-language'], 'fr');
    expectRetryAfter(t, answer);
    expectProblem(t, await app.inject({ url: '/v1/log/key' }), 429, { title: 'Too many requests' });
    const other = await app.inject({ url: '/v1/log/key', remoteAddress: '192.0.2.7' });
    t.equal(other.statusCode, 200, 'another address is not concerned');
  });

  await t.test('addresses guessed at count like any other: 429', async t => {
    const app = await build({ limits: { requestsPerMinute: 2 } });
    const statuses = [];
    for (let n = 0; n < 4; n++) statuses.push((await app.inject({ url: `/v1/nothing-${n}` })).statusCode);
    t.same(statuses, [404, 404, 429, 429]);
  });

  await t.test(
    'an address in a header is believed of as many proxies as there are, and of no more',
    async t => {
      const ask = async (app: FastifyInstance, forwarded: string) =>
        (await app.inject({ url: '/v1/log/key', headers: { 'x-forwarded-for': forwarded } })).statusCode;
      const bare = await build({ limits: { requestsPerMinute: 1 } });
      t.same([await ask(bare, '192.0.2.1'), await ask(bare, '192.0.2.2')], [200, 429], 'no proxy');
      const behind = await build({ limits: { requestsPerMinute: 1 }, trustedProxyHops: 1 });
      t.same([await ask(behind, '192.0.2.1'), await ask(behind, '192.0.2.2')], [200, 200], 'one proxy');
      t.equal(await ask(behind, '198.51.100.9, 192.0.2.2'), 429, 'what the sender made up before it is not');
    },
  );

  await t.test('attempts at sessions are counted apart: 429', async t => {
    const app = await build({ limits: { sessionsPerMinute: 2 } });
    const open = () => app.inject({ method: 'POST', url: '/v1/sessions', payload: { assertion: 'x' } });
    t.same([(await open()).statusCode, (await open()).statusCode], [401, 401]);
    const answer = await open();
    expectProblem(t, answer, 429, { code: 'too-many-requests' });
    expectRetryAfter(t, answer);
    t.equal((await app.inject({ url: '/v1/log/key' })).statusCode, 200);
  });

  await t.test('a body beyond the limit: 413', async t => {
    const app = await build({ limits: { bodyBytes: 1000 } });
    const answer = await app.inject({
      method: 'POST',
      url: '/v1/events',
      payload: { events: ['x'.repeat(1000)] },
      headers: french,
    });
    expectProblem(t, answer, 413, { code: 'too-large', title: 'La requête est trop volumineuse' });
  });

  await t.test('more batches than may wait: 503, and nothing of them is kept', async t => {
    const full = new Appender({ ...parts, queue: { maxWaiting: 0, maxGroup: 1, maxGroupEvents: 1 } });
    const app = await build({ log: { ...log, appender: full } });
    const events = await cast.enlist('DEMO-WIT-1', ['WIT']);
    const post = () =>
      app.inject({ method: 'POST', url: '/v1/events', payload: { events }, headers: french });
    const answer = await post();
    expectProblem(t, answer, 503, { code: 'unavailable', reason: 'queue-full' });
    t.match(answer.json().detail, /^Trop de lots sont en attente/);
    expectRetryAfter(t, answer);
    t.equal((await append(appender, events))[0]?.index, 6, 'sent again it gets the next place');
    await full.stop();
    expectProblem(t, await post(), 503, { code: 'unavailable', reason: 'stopping' });
  });

  await t.test('a heap that is nearly full: 503, also for what would have been found', async t => {
    const app = await build({ limits: { heapShare: 1e-6 } });
    const ask = () => app.inject({ url: '/v1/log/key', headers: french });
    let answer = await ask();
    // The heap is measured once a second, by a timer.
    while (answer.statusCode === 200) {
      await sleep(20);
      answer = await ask();
    }
    expectProblem(t, answer, 503, { code: 'unavailable', reason: 'overloaded' });
    t.match(answer.json().detail, /^Le service est surchargé/);
    expectRetryAfter(t, answer);
  });
});
