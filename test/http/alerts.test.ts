import t from 'tap';
import { usualAlertPace } from '../../src/http/alerts/alert-streams.js';
import { buildApp } from '../../src/http/app.js';
import { formatTime } from '../../src/log/index.js';
import { EventStream } from '../helpers/event-stream.js';
import { playedStory } from '../helpers/played-story.js';
import { circumstances } from '../helpers/procedure.js';
import { openTestSession, readAs } from '../helpers/reading.js';

t.test('GET /v1/alerts', async t => {
  const testStage = await playedStory(t);
  const { log, stage, clock } = testStage;
  const id = stage.newId();
  const due = clock.now + 14 * 86_400_000;
  await stage.require([
    {
      subject: `discrepancy/${id}`,
      type: 'discrepancy.opened',
      by: 'DEMO-AUD-1/AUD',
      body: {
        ...circumstances(formatTime(clock.now)),
        items: [],
        kind: 'RECEIPT_MISSING',
        what: 'DEMO',
        source: { kind: 'OFFICER', event: null },
        concerns: { package: null, sealNumber: 'DEMO-ON-NOTHING', transfer: null },
        custodians: [stage.officer('DEMO-SEC-1').officer],
        owner: stage.officer('DEMO-CASE-1').officer,
        deadline: formatTime(due),
      },
    },
  ]);
  const overdue = {
    kind: 'DISCREPANCY_OVERDUE',
    subject: `discrepancy/${id}`,
    since: formatTime(due),
  };

  t.test('a list: what holds now, in words of either language', async t => {
    clock.now = due;
    const before = await readAs(testStage, 'DEMO-CASE-1');
    const kinds = (await before('/v1/alerts?limit=200'))
      .json()
      .items.map(({ kind }: { kind: string }) => kind);
    t.notOk(kinds.includes('DISCREPANCY_OVERDUE'));
    clock.now = due + 1;
    const get = await readAs(testStage, 'DEMO-CASE-1');
    const find = async (language: string) => {
      const answer = await get('/v1/alerts?limit=200', { 'accept-language': language });
      t.equal(answer.statusCode, 200);
      t.match(answer.headers.vary, /Accept,/);
      const { items } = answer.json<{ items: readonly { kind: string; title: string }[] }>();
      return items.find(({ kind }) => kind === 'DISCREPANCY_OVERDUE');
    };
    const [english, french] = [await find('en'), await find('fr')];
    t.match(english, { ...overdue, title: /deadline/ });
    t.match(french, { ...overdue, title: /échéance/ });
    const logged = await log.db
      .selectFrom('access_log')
      .select('subjects')
      .where('resource', '=', 'GET /v1/alerts')
      .orderBy('entry', 'desc')
      .executeTakeFirstOrThrow();
    t.ok(logged.subjects.includes(`discrepancy/${id}`));
  });

  t.test('pages by cursor and Link; other cursors are 400', async t => {
    clock.now = due + 60 * 86_400_000;
    const get = await readAs(testStage, 'DEMO-CASE-1');
    const all = (await get('/v1/alerts?limit=200')).json().items;
    t.ok(all.length > 2, `${all.length} alerts`);
    const seen: unknown[] = [];
    let url: string | undefined = '/v1/alerts?limit=1';
    while (url !== undefined) {
      const page = await get(url);
      seen.push(...page.json().items);
      url = /^<(.+)>; rel="next"$/.exec(String(page.headers.link ?? ''))?.[1];
    }
    t.same(seen, all);
    for (const after of ['AA', 'MQ', '%00', Buffer.from('1.x').toString('base64url')]) {
      t.equal((await get(`/v1/alerts?after=${after}`)).statusCode, 400, after);
    }
  });

  t.test('who may read none is told so; who may not see the subject sees nothing of it', async t => {
    const asCourier = await readAs(testStage, 'DEMO-COU-2');
    t.same((await asCourier('/v1/alerts')).json().items, []);
    const asRegistrar = await readAs(testStage, 'DEMO-REG-1');
    t.equal((await asRegistrar('/v1/alerts')).statusCode, 403);
    t.equal((await testStage.app.inject({ url: '/v1/alerts' })).statusCode, 401);
  });

  t.test('a stream: alerts when they begin, their end, heartbeats, and its own end', async t => {
    const pace = {
      pollMs: 20,
      shortestMs: 5,
      heartbeatMs: 20,
      streams: 3,
      streamsOfOfficer: 2,
      alertsInStream: 5_000,
    };
    const app = await buildApp({ log, logger: false, alertPace: pace });
    t.teardown(() => app.close());
    const url = await app.listen({ host: '127.0.0.1', port: 0 });
    clock.now = due - 60_000;
    const open = async (headers: Readonly<Record<string, string>> = {}, name = 'DEMO-CASE-1') =>
      EventStream.open(`${url}/v1/alerts`, {
        authorization: `Bearer ${await openTestSession({ ...testStage, app }, name)}`,
        ...headers,
      });
    const aboutIt = (stream: EventStream) =>
      stream.of('alert').filter(({ data }) => data.kind === overdue.kind);

    const stream = await open();
    t.equal(stream.response.statusCode, 200);
    t.match(stream.response.headers, { 'content-type': /^text\/event-stream/, 'cache-control': 'no-store' });
    await stream.until(() => stream.comments > 2);
    t.same(aboutIt(stream), [], 'not overdue yet');
    clock.now = due + 1;
    await stream.until(() => aboutIt(stream).length > 0);
    const [sent] = aboutIt(stream);
    t.match(sent?.data, overdue);
    await stream.until(() => stream.comments > 5);
    t.equal(aboutIt(stream).length, 1, 'told once');
    const logged = await log.db
      .selectFrom('access_log')
      .select('subjects')
      .where('resource', '=', 'GET /v1/alerts')
      .execute();
    t.ok(logged.some(({ subjects }) => subjects.includes(`discrepancy/${id}`)));

    // The clock of the test goes back: what is no longer overdue has ceased.
    clock.now = due - 60_000;
    await stream.until(() => stream.of('ceased').length > 0);
    t.same(stream.of('ceased').at(-1)?.data, { id: sent?.data.id });
    clock.now = due + 1;

    const later = await open({ 'last-event-id': sent?.id ?? '' });
    await later.until(() => aboutIt(later).length === 1);
    t.pass('of the last minute: sent again');
    const third = await open();
    t.equal(third.response.statusCode, 429);
    t.ok(third.response.headers['retry-after']);
    later.close();
    while (app.alertStreams.size > 1) await new Promise(resolve => setImmediate(resolve));
    t.equal((await open({ 'last-event-id': '!' })).response.statusCode, 400);
    t.equal((await open({}, 'DEMO-REG-1')).response.statusCode, 403);

    clock.now = due + 16 * 60_000;
    await stream.until(() => stream.ended);
    t.same(stream.of('end').at(-1)?.data, { reason: 'session-ended' });
    while (app.alertStreams.size > 0) await new Promise(resolve => setImmediate(resolve));

    const last = await open();
    await last.until(() => aboutIt(last).length > 0);
    t.equal(last.response.statusCode, 200);
    await app.close();
    await last.until(() => last.ended);
    t.same(last.of('end').at(-1)?.data, { reason: 'stopping' });
    t.equal(app.alertStreams.size, 0);
  });

  t.test(
    'as many streams as there may be, and as many alerts in one; the document says how many',
    async t => {
      const app = await buildApp({
        log,
        logger: false,
        alertPace: { streams: 2, streamsOfOfficer: 2, alertsInStream: 1 },
      });
      t.teardown(() => app.close());
      const url = await app.listen({ host: '127.0.0.1', port: 0 });
      clock.now = due + 60 * 86_400_000;
      const open = async (name: string) =>
        EventStream.open(`${url}/v1/alerts`, {
          authorization: `Bearer ${await openTestSession({ ...testStage, app }, name)}`,
        });
      const all = (await (await readAs(testStage, 'DEMO-CASE-1'))('/v1/alerts?limit=200')).json().items;
      t.ok(all.length > 1);
      const streams = [await open('DEMO-CASE-1'), await open('DEMO-AUD-1')];
      await Promise.all(streams.map(stream => stream.until(() => stream.of('alert').length > 0)));
      t.same(
        streams[0]?.of('alert').map(({ data }) => data.id),
        [all[0].id],
        'the oldest',
      );
      const another = await open('DEMO-HQC-1');
      t.equal(another.response.statusCode, 429, 'an officer who has none yet is told to wait too');
      t.equal(another.response.headers['retry-after'], '60');
      t.equal((await (await readAs(testStage, 'DEMO-CASE-1'))('/v1/alerts?limit=201')).statusCode, 400);

      const { paths } = (await app.inject({ url: '/openapi.json' })).json();
      const { description, parameters, responses } = paths['/v1/alerts'].get;
      for (const [what, count] of Object.entries({
        'A page holds (\\d+)': 200,
        'watches the oldest (\\d+)': usualAlertPace.alertsInStream,
        'One officer has (\\d+) streams': usualAlertPace.streamsOfOfficer,
        'one process of the service (\\d+)': usualAlertPace.streams,
      })) {
        t.equal(Number(new RegExp(what).exec(description)?.[1]), count, what);
      }
      t.match(parameters, [{ name: 'limit', schema: { minimum: 1, maximum: 200 } }, { name: 'after' }]);
      t.ok(responses['429'], 'and what one more is answered');
      for (const stream of streams) stream.close();
      while (app.alertStreams.size > 0) await new Promise(resolve => setImmediate(resolve));
    },
  );

  t.test('a stream is woken by what is appended', async t => {
    const app = await buildApp({ log, logger: false, alertPace: { pollMs: 3_600_000, shortestMs: 0 } });
    t.teardown(() => app.close());
    const url = await app.listen({ host: '127.0.0.1', port: 0 });
    clock.now = due - 60_000;
    const token = await openTestSession({ ...testStage, app }, 'DEMO-CASE-1');
    const stream = await EventStream.open(`${url}/v1/alerts`, { authorization: `Bearer ${token}` });
    clock.now = due + 1;
    const answer = await fetch(`${url}/v1/sessions/nonces`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{}',
    });
    t.equal(answer.status, 201);
    await stream.until(() => stream.of('alert').some(({ data }) => data.kind === overdue.kind));
    stream.close();
    while (app.alertStreams.size > 0) await new Promise(resolve => setImmediate(resolve));
  });
});
