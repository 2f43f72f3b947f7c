import t from 'tap';
import { ServiceProblem, submissionOf } from '../../src/client/index.js';
import { createTestStage } from '../helpers/test-stage.js';

t.test('POST /v1/events over HTTP', async t => {
  const { stage, url, app } = await createTestStage(t);

  await t.test('an officer is enlisted, and acts refused by a rule say why in both languages', async t => {
    const officer = await stage.enlist('DEMO-WIT-1', ['WIT'], { unit: null });
    t.match(officer, /^[0-9a-f-]{36}$/);
    const alone = {
      subject: `officer/${stage.newId()}`,
      type: 'officer.registered',
      by: 'DEMO-REG-1/REG',
      body: { name: 'DEMO-NAME', unit: null, kind: 'PERSON', national: false },
    };
    const refused = await stage.attempt([alone]);
    if (refused.kind !== 'refused') throw new Error('a registrar alone was accepted');
    t.equal(refused.problem.status, 422);
    t.match(refused.problem.violations, [{ rule: 'countersignature.missing', gate: null, event: 0 }]);
    const events = submissionOf(await stage.sign([alone]));
    const french = await app.inject({
      method: 'POST',
      url: '/v1/events',
      headers: { 'accept-language': 'fr' },
      payload: { events },
    });
    t.equal(french.statusCode, 422);
    t.not(french.json().violations[0].message, refused.problem.violations[0]?.message);
    t.match(french.headers['content-type'], /application\/problem\+json/);
  });

  await t.test('the same batch pushed twice gets the same indices', async t => {
    const batch = await stage.sign([
      {
        subject: `officer/${stage.newId()}`,
        type: 'officer.registered',
        by: 'DEMO-REG-1/REG',
        countersigned: ['DEMO-REG-2/REG as registrar'],
        body: { name: 'DEMO-NAME', unit: null, kind: 'PERSON', national: false },
      },
    ]);
    const first = await stage.send(batch);
    const again = await stage.send(batch);
    if (first.kind !== 'accepted' || again.kind !== 'accepted') throw new Error('a batch was refused');
    t.same(
      again.receipts.map(({ index }) => index),
      first.receipts.map(({ index }) => index),
    );
  });

  await t.test('a stale batch is 409 and names the head', async t => {
    const subject = `officer/${stage.newId()}`;
    const act = {
      subject,
      type: 'officer.registered',
      by: 'DEMO-REG-1/REG',
      countersigned: ['DEMO-REG-2/REG as registrar'],
      body: { name: 'DEMO-NAME', unit: null, kind: 'PERSON', national: false },
    };
    const [first, second] = [await stage.sign([act]), await stage.sign([act])];
    t.equal((await stage.send(first)).kind, 'accepted');
    const stale = await stage.send(second);
    if (stale.kind !== 'refused') throw new Error('a stale batch was accepted');
    t.equal(stale.problem.status, 409);
    t.match(stale.problem.document, { stale: { subject, head: null } }, 'not for who may not know');
    await stage.readingAs('DEMO-REG-1');
    const told = await stage.send(second);
    if (told.kind !== 'refused') throw new Error('a stale batch was accepted');
    t.match(told.problem.document, { stale: { subject, seq: 1, head: { subject, seq: 2 } } });
  });

  await t.test('bad input is 400, 413, 415 or 404, never 500', async t => {
    const post = (payload: string, type = 'application/json') =>
      app.inject({ method: 'POST', url: '/v1/events', headers: { 'content-type': type }, payload });
    t.equal((await post('{"events": [')).statusCode, 400);
    t.equal((await post('{"events": []}')).statusCode, 400);
    t.equal((await post('{"events": ["a"], "more": 1}')).statusCode, 400);
    t.equal((await post('{"events": [1]}')).statusCode, 400);
    t.equal((await post('{"events": ["a.b.c"]}')).statusCode, 400);
    t.equal((await post('x', 'text/html')).statusCode, 415);
    const many = await post(JSON.stringify({ events: Array.from({ length: 1001 }, () => 'a.b.c') }));
    t.equal(many.statusCode, 400);
    t.equal((await app.inject({ url: '/v1/nothing' })).statusCode, 404);
  });

  await t.test('reading needs a session; a session is opened with the officer key', async t => {
    const closed = await fetch(`${url}/v1/heads?subject=officer/${stage.newId()}`);
    t.equal(closed.status, 401);
    const { officer } = stage.officer('DEMO-WIT-1');
    const reading = await stage.readingAs('DEMO-WIT-1');
    const [head] = await reading.heads([`officer/${officer}`]);
    t.equal(head?.seq, 6);
    const hidden = await reading.get(`/v1/evidence/${stage.newId()}`).catch((error: unknown) => error);
    t.equal(hidden instanceof ServiceProblem && hidden.problem.status, 404);
  });
});
