import { sql } from 'kysely';
import t, { type Test } from 'tap';
import { draftBatch, Service, signBatch, submissionOf } from '../../src/client/index.js';
import { currentForm } from '../../src/custody/catalogue.js';
import { formatTime, type JsonObject } from '../../src/log/index.js';
import { openDatabase } from '../../src/store/database.js';
import type { Database } from '../../src/store/schema/index.js';
import { issuedBody, withdrawnBody } from '../helpers/bodies/sealstock.js';
import { openTestSession } from '../helpers/reading.js';
import { createTestStage, type TestStage } from '../helpers/test-stage.js';

interface Answer {
  readonly events: { payload: JsonObject; eventId?: string; signingInput?: string }[];
  readonly verdict: string;
  readonly violations: { readonly rule: string; readonly message: string; readonly event: number }[];
  readonly unreadable: readonly string[];
}

t.test('POST /v1/drafts', async t => {
  const testStage = await createTestStage(t);
  const { app, stage, clock } = testStage;
  const holder = await stage.enlist('DEMO-WIT-1', ['WIT'], { unit: null });
  await stage.enlist('DEMO-SEC-1', ['SEC'], { unit: null });
  await stage.enlist('DEMO-SEC-2', ['SEC'], { unit: null });
  await stage.enlist('DEMO-OPJ-1', ['NAT-OPJ'], { unit: null, national: true });
  const stock = `sealstock/${stage.newId()}`;
  const [issued = ''] = await stage.require([
    { subject: stock, type: 'sealstock.issued', by: 'DEMO-SEC-1/SEC', body: issuedBody(holder) },
  ]);
  clock.now += 60_000;

  const intent = (type: string, by: string, subject: string, body: JsonObject, more: JsonObject = {}) => ({
    subject,
    type,
    form: currentForm(type),
    at: formatTime(clock.now),
    signer: signer(by),
    refs: [],
    body,
    countersigners: [],
    items: [],
    ...more,
  });
  const signer = (by: string) => {
    const [name = '', role = ''] = by.split('/');
    const { officer, key } = stage.officer(name);
    return { officer, role, kid: key.kid, alg: key.alg };
  };
  const ask = async (name: string, acts: readonly JsonObject[], headers: Record<string, string> = {}) => {
    const token = await openTestSession(testStage, name);
    return app.inject({
      method: 'POST',
      url: '/v1/drafts',
      payload: { acts },
      headers: { authorization: `Bearer ${token}`, ...headers },
    });
  };
  const draft = async (name: string, acts: readonly JsonObject[]): Promise<Answer> => {
    const answer = await ask(name, acts);
    t.equal(answer.statusCode, 200, answer.body.slice(0, 300));
    return answer.json<Answer>();
  };
  const spoiled = (number: string, subject = stock) =>
    intent('sealstock.spoiled', 'DEMO-WIT-1/WIT', subject, withdrawnBody(number, formatTime(clock.now)));

  await t.test('fills in seq and prev, and what comes back can be signed and appended', async t => {
    const service = new Service({
      url: testStage.url,
      language: 'en',
      fetch: (url, init) => fetch(url, init),
    });
    const key = stage.officer('DEMO-WIT-1');
    await service.openSession(stage.origin, key, () => clock.now);
    const act = {
      subject: stock,
      type: 'sealstock.spoiled',
      by: { ...key, role: 'WIT' },
      at: formatTime(clock.now),
      body: withdrawnBody('DEMO-000001', formatTime(clock.now)),
    };
    const heads = (subject: string) => (subject === stock ? { seq: 1, eventId: issued } : undefined);
    const { batch, verdict } = await draftBatch(service, stage.origin, [act], heads, length =>
      crypto.getRandomValues(new Uint8Array(length)),
    );
    t.equal(verdict, 'would-be-accepted');
    t.match(batch.events, [{ payload: { seq: 2, prev: issued } }]);
    t.equal((await testStage.log.vault.read()).size, await sizeOf(testStage), 'nothing was appended');
    const receipts = await service.submit(submissionOf(await signBatch(batch, key)));
    t.match(receipts, [{ subject: stock, seq: 2 }]);
  });

  await t.test('says what would be refused, in the language asked for, and appends nothing', async t => {
    const before = await sizeOf(testStage);
    const acts = [spoiled('DEMO-999999')];
    const english = (await ask('DEMO-WIT-1', acts)).json<Answer>();
    const french = (await ask('DEMO-WIT-1', acts, { 'accept-language': 'fr' })).json<Answer>();
    t.equal(english.verdict, 'would-be-refused');
    t.match(english.violations, [{ rule: /^sealstock\./, event: 0 }]);
    t.equal(french.violations[0]?.rule, english.violations[0]?.rule);
    t.not(french.violations[0]?.message, english.violations[0]?.message);
    t.equal(await sizeOf(testStage), before);
  });

  await t.test('acts follow each other, and a fault of form is a violation with its event', async t => {
    const acts = [
      spoiled('DEMO-000002'),
      { ...spoiled('DEMO-000003'), body: { number: 'DEMO-000003', extra: 1 } },
    ];
    const answer = await draft('DEMO-WIT-1', acts);
    t.match(
      answer.events.map(({ payload }) => payload.seq),
      [3, 4],
    );
    t.equal(answer.verdict, 'would-be-refused');
    t.ok(answer.violations.some(({ rule, event }) => rule === 'body.member-unknown' && event === 1));
    t.ok(answer.violations.every(({ event }) => event === 1));
  });

  await t.test('what is no event, or no act, is malformed; what is no request is invalid', async t => {
    const status = async (change: JsonObject) => {
      const answer = await ask('DEMO-WIT-1', [{ ...spoiled('DEMO-000002'), ...change }]);
      return `${answer.statusCode} ${answer.json<{ code: string }>().code}`;
    };
    t.equal(
      await status({ type: 'sealstock.countersigned', body: { eventId: issued, as: 'x' } }),
      '400 malformed',
    );
    t.equal(await status({ type: 'package.sealed' }), '400 malformed', 'another kind than the subject');
    t.equal(await status({ body: { number: 1.5 } }), '400 malformed', 'no fractions');
    t.equal(await status({ body: { text: 'x'.repeat(70_000) } }), '400 malformed', 'too long for an event');
    t.equal(await status({ at: '2021-02-30T00:00:00Z' }), '400 malformed', 'no such day');
    t.equal(await status({ refs: ['short'] }), '400 invalid-request');
    t.equal(await status({ unknown: 1 }), '400 invalid-request');
    t.equal(await status({ form: 2 }), '200 undefined');
    const none = await ask('DEMO-WIT-1', []);
    t.equal(none.statusCode, 400);
    const payload = { acts: [spoiled('DEMO-000002')] };
    t.equal((await app.inject({ method: 'POST', url: '/v1/drafts', payload })).statusCode, 401);
  });

  await t.test('a rehearsal waits for nobody who appends', async t => {
    const db = openDatabase<Database>(testStage.database.serviceUrl, { maxConnections: 1 });
    t.teardown(() => db.destroy());
    await db.transaction().execute(async trx => {
      await sql`select from log_state for update`.execute(trx);
      t.equal((await draft('DEMO-WIT-1', [spoiled('DEMO-000002')])).verdict, 'would-be-accepted');
    });
  });

  await t.test(
    'who may not see a subject learns nothing of it: neither head, nor rule, nor claim',
    async t => {
      const unseen = `sealstock/${stage.newId()}`;
      await same(t, 'a later act', spoiled('DEMO-000001', stock), spoiled('DEMO-000001', unseen));
      const issue = (subject: string, first: string) =>
        intent(
          'sealstock.issued',
          'DEMO-SEC-2/SEC',
          subject,
          issuedBody(holder, { numbers: { prefix: 'DEMO-', first, last: '000900' } }),
        );
      await same(t, 'a first act', issue(stock, '000800'), issue(unseen, '000800'));
      await same(t, 'numbers that are taken', issue(unseen, '000050'), issue(unseen, '000800'));
      const correction = (corrects: string, subject: string) =>
        intent('sealstock.corrected', 'DEMO-SEC-2/SEC', subject, {
          corrects,
          pointer: '/body/remark',
          was: 'DEMO',
          correct: 'DEMO',
          withheld: null,
          reason: 'DEMO',
        });
      await same(t, 'an event named', correction(issued, stock), correction('A'.repeat(43), unseen));

      async function same(t: Test, what: string, hidden: JsonObject, absent: JsonObject): Promise<void> {
        const [told, untold] = [await draft('DEMO-SEC-2', [hidden]), await draft('DEMO-SEC-2', [absent])];
        t.same(neutral(told, hidden), neutral(untold, absent), what);
        t.match(told.events, [{ payload: { seq: 1, prev: null } }], what);
      }
    },
  );

  await t.test('what may be known of and not read makes the verdict unknown, not wrong', async t => {
    const about = { subject: `officer/${holder}`, corrects: issued, by: 'DEMO-OPJ-1/NAT-OPJ' };
    const body = {
      corrects: about.corrects,
      pointer: '/body/unit',
      was: 'a',
      correct: 'b',
      withheld: null,
      reason: 'DEMO',
    };
    const answer = await draft('DEMO-OPJ-1', [intent('officer.corrected', about.by, about.subject, body)]);
    t.equal(answer.verdict, 'cannot-tell');
    t.same(answer.unreadable, [about.subject]);
  });
});

/** A draft without what differs between any two: identifiers asked for, nonces, and what is made of them. */
function neutral(answer: Answer, asked: JsonObject): string {
  const events = answer.events.map(({ payload: { nonce, ...payload } }) => payload);
  const corrects = (asked.body as { corrects?: string }).corrects ?? 'none';
  return JSON.stringify({ ...answer, events })
    .replaceAll(String(asked.subject), 'SUBJECT')
    .replaceAll(corrects, 'EVENT')
    .replaceAll(/"first":"\d+"/g, '"first"');
}

async function sizeOf({ log }: TestStage): Promise<number> {
  const { size } = await log.db.selectFrom('log_state').select('size').executeTakeFirstOrThrow();
  return size;
}
