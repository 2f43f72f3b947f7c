import t from 'tap';
import { buildApp } from '../../src/http/app.js';
import { openTestSession } from '../helpers/reading.js';
import { createTestStage } from '../helpers/test-stage.js';

const token = 'DEMO-METRICS-TOKEN';

t.test('GET /metrics', async t => {
  const testStage = await createTestStage(t);
  const { log, stage } = testStage;
  const app = await buildApp({ log, logger: false, metricsToken: token });
  t.teardown(() => app.close());
  const watched = { ...testStage, app };
  const read = (authorization?: string) =>
    app.inject({ url: '/metrics', headers: authorization === undefined ? {} : { authorization } });
  const numbers = async () => {
    const answer = await read(`Bearer ${token}`);
    t.equal(answer.statusCode, 200);
    t.match(answer.headers['content-type'], /^text\/plain/);
    t.equal(answer.headers['cache-control'], 'no-store');
    return answer.body;
  };

  await t.test('is not there without the token, nor where none was set', async t => {
    const session = await openTestSession(testStage, 'DEMO-REG-1');
    for (const authorization of [
      undefined,
      'Bearer wrong',
      `Basic ${token}`,
      `Bearer ${session}`,
      'Bearer ',
    ]) {
      t.equal((await read(authorization)).statusCode, 404, String(authorization));
    }
    const headers = { authorization: `Bearer ${token}` };
    t.equal((await testStage.app.inject({ url: '/metrics', headers })).statusCode, 404);
    const none = await testStage.app.inject({ url: '/metrics', headers: { authorization: 'Bearer null' } });
    t.equal(none.statusCode, 404);
  });

  await t.test('counts batches by outcome, refusals by rule, groups, events and the checkpoint', async t => {
    const subject = `officer/${stage.newId()}`;
    const act = {
      subject,
      type: 'officer.registered',
      by: 'DEMO-REG-1/REG',
      body: { name: 'DEMO-NAME', unit: null, kind: 'PERSON', national: false },
    };
    const before = await numbers();
    t.match(before, /^scelle_groups_total 0$/m);
    await stage.attempt([act]);
    await stage.require([{ ...act, countersigned: ['DEMO-REG-2/REG as registrar'] }]);
    await app.inject({ method: 'POST', url: '/v1/events', payload: { events: ['a.b.c'] } });
    const text = await numbers();
    for (const line of [
      'scelle_batches_total{outcome="appended"} 1',
      'scelle_batches_total{outcome="refused"} 1',
      'scelle_batches_total{outcome="malformed"} 1',
      'scelle_refusals_total{rule="countersignature.missing"} 1',
      'scelle_groups_total 2',
      'scelle_batches_waiting 0',
      'scelle_database_connections{state="waiting"} 0',
    ]) {
      t.ok(text.includes(`${line}\n`), line);
    }
    const { size } = await log.vault.read();
    t.match(text, new RegExp(`^scelle_log_events ${size}$`, 'm'));
    t.match(text, new RegExp(`^scelle_checkpoint_events ${size}$`, 'm'));
    t.match(text, new RegExp(`^scelle_checkpoint_timestamp_seconds ${log.now() / 1000}$`, 'm'));
    t.match(text, /duration_seconds_count\{method="POST",route="\/v1\/events",status="400"\} 1$/m);
  });

  await t.test('its labels are routes and codes: no officer, no subject, no address asked for', async t => {
    const session = await openTestSession(watched, 'DEMO-REG-1');
    const { officer } = stage.officer('DEMO-REG-1');
    await app.inject({ url: `/v1/officers/${officer}`, headers: { authorization: `Bearer ${session}` } });
    await app.inject({ url: '/made-up/DEMO-ADDRESS?x=1' });
    await app.inject({ method: 'PROPFIND', url: '/v1/events' });
    const text = await numbers();
    t.ok(text.includes('route="/v1/officers/:id",status="200"'));
    t.ok(text.includes('method="none",route="none",status="404"'));
    t.notMatch(text, officer);
    t.notMatch(text, /DEMO|PROPFIND|[0-9a-f]{8}-[0-9a-f]{4}/);
  });
});
