import fc from 'fast-check';
import t from 'tap';
import { playedStory } from '../helpers/played-story.js';
import { uuidOf } from '../helpers/procedure.js';
import { readAs } from '../helpers/reading.js';

interface Statement {
  readonly index: number;
  readonly receivedAt: string;
  readonly eventId: string;
  readonly type: string;
  readonly actor: { readonly officer: string; readonly role: string };
  readonly correctedBy: readonly unknown[];
  readonly body: {
    readonly group?: string;
    readonly occurred?: { readonly at: string };
    readonly sealNumber?: string | null;
    readonly seals?: readonly { readonly status: string }[];
  };
}

/** Acts after which somebody else answers for the item, by what they make of it. */
const stageAfter: Readonly<Record<string, string>> = {
  'evidence.collected': 'COLLECTED',
  'evidence.received-from-outside': 'COLLECTED',
  'evidence.departed': 'IN_TRANSIT',
  'evidence.passed-on': 'IN_TRANSIT',
  'evidence.received': 'HELD',
};

t.test('GET /v1/evidence/{id}/custody', async t => {
  const testStage = await playedStory(t);
  const { log, stage, clock } = testStage;
  const get = await readAs(testStage, 'DEMO-CASE-1');
  const items = (await get('/v1/evidence?limit=200')).json().items as readonly {
    id: string;
    summary: { physical: string; number: string };
  }[];
  const custody = async (id: string, query: Readonly<Record<string, string>> = {}) => {
    const answer = await get(`/v1/evidence/${id}/custody?${new URLSearchParams(query)}`);
    t.equal(answer.statusCode, 200, answer.body.slice(0, 200));
    return answer.json();
  };
  const historyOf = async (id: string) =>
    (await get(`/v1/evidence/${id}/history?limit=200`)).json().items as readonly Statement[];

  t.test('RQ-04: at random instants, as the acts themselves say, then and as known then', async t => {
    const histories = new Map<string, readonly Statement[]>();
    for (const { id } of items) histories.set(id, await historyOf(id));
    const begin = Date.parse('2021-04-02T03:00:00Z');
    const instant = fc.integer({ min: begin, max: clock.now }).map(ms => new Date(ms).toISOString());
    let seen = 0;
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...items), instant, instant, async ({ id }, at, knownAt) => {
        for (const known of [knownAt, null]) {
          const [period, ...more] = (await custody(id, { at, ...(known === null ? {} : { knownAt: known }) }))
            .periods;
          t.same(more, []);
          const acts = (histories.get(id) ?? []).filter(
            ({ type, body, receivedAt }) =>
              type in stageAfter &&
              (body.occurred?.at ?? '') <= at &&
              (known === null || receivedAt <= known),
          );
          const last = acts.at(-1);
          const national = last?.type === 'evidence.received' && last.actor.role.startsWith('NAT-');
          if (last === undefined || national) {
            t.equal(period.inOurCustody, false);
            continue;
          }
          seen += 1;
          t.match(period.custodian, last.actor);
          t.equal(period.stage, stageAfter[last.type]);
          t.equal(period.why.event, last.eventId);
          t.equal(period.why.type, last.type);
        }
      }),
      { numRuns: 60 },
    );
    t.ok(seen > 20, `${seen} custodies looked up`);
  });

  t.test('all of time, end to end: told apart what lies outside our custody', async t => {
    for (const { id, summary } of items) {
      const { periods, number, at } = await custody(id);
      t.equal(number, summary.number);
      t.equal(at, null);
      t.match(periods[0], { outside: 'BEFORE_RECORD', from: null, stage: null, custodian: null });
      for (const [position, { from }] of periods.entries()) {
        if (position > 0) t.equal(from.at, periods[position - 1].until.at, 'half-open, no hole');
      }
      const last = periods.at(-1);
      t.equal(last.until, null);
      t.equal(last.stage, summary.physical);
      if (summary.physical !== 'HANDED_OVER') continue;
      t.match(last, { outside: 'ENDED', handedOver: { capacity: 'OPJ', release: String }, custodian: null });
    }
    t.ok(items.some(({ summary }) => summary.physical === 'HANDED_OVER'));
  });

  t.test('why: the transfer it came by; where: site and seal', async t => {
    const received = await log.db
      .selectFrom('event')
      .selectAll()
      .where('type', '=', 'evidence.received')
      .orderBy('log_index')
      .executeTakeFirstOrThrow();
    const [, id = ''] = received.subject.split('/');
    const { periods } = await custody(id);
    const period = periods.find(
      ({ why }: { why: { event: string } | null }) => why?.event === received.event_id,
    );
    const line = await log.db
      .selectFrom('transfer_item')
      .selectAll()
      .where('item', '=', id)
      .where('transfer', '=', period.why.transfer)
      .executeTakeFirstOrThrow();
    t.ok(line);
    t.match(period, { why: { reason: 'STORAGE' }, where: { place: String }, seal: { number: /^DEMO-/ } });
  });

  t.test('RQ-05: what custody and history quote says that it was corrected, from then on', async t => {
    const received = await log.db
      .selectFrom('event')
      .selectAll()
      .where('type', '=', 'evidence.received')
      .where('officer', '=', stage.officer('DEMO-SEC-1').officer)
      .orderBy('log_index')
      .executeTakeFirstOrThrow();
    const [, id = ''] = received.subject.split('/');
    const before = await historyOf(id);
    const group = before.find(({ eventId }) => eventId === received.event_id)?.body.group ?? '';
    const transfer = (await get(`/v1/events/${group}`)).json().subject as string;
    const knownAt = new Date(clock.now).toISOString();
    clock.now += 60_000;
    const correct = (subject: string, corrects: string, pointer: string) => ({
      subject,
      type: `${subject.split('/')[0]}.corrected`,
      by: 'DEMO-SEC-1/SEC',
      refs: [corrects],
      body: {
        corrects,
        pointer,
        was: 'DEMO',
        correct: 'DEMO: four hours later',
        withheld: null,
        reason: 'DEMO: watch',
      },
    });
    const [own = '', whole = ''] = await stage.require([
      correct(received.subject, received.event_id, '/body/condition'),
      correct(transfer, group, '/body/occurred/at'),
    ]);
    const correctedBy = [
      { event: own, type: 'evidence.corrected', pointer: '/body/condition' },
      { event: whole, type: 'transfer.corrected', pointer: '/body/occurred/at' },
    ];
    for (const event of await historyOf(id)) {
      const expected = event.eventId === received.event_id ? correctedBy : [];
      t.match(event.correctedBy, expected);
      t.equal(event.correctedBy.length, expected.length, event.type);
    }
    const periodOf = ({
      periods,
    }: {
      periods: readonly { why: { event: string; correctedBy: unknown } }[];
    }) => periods.find(({ why }) => why?.event === received.event_id);
    t.match(periodOf(await custody(id)), {
      from: { correctedBy },
      why: { correctedBy },
      custodian: { roleHeld: true },
    });
    t.same(periodOf(await custody(id, { knownAt }))?.why.correctedBy, [], 'not known yet, then');
  });

  t.test('GATE-12: the procedure decides which gaps are stated', async t => {
    const [{ id } = { id: '' }] = items;
    const { gapMinutes, gaps } = await custody(id);
    const { document } = await log.sop();
    t.equal(gapMinutes, document.deadlines.custodyGapMinutes.value);
    for (const { from, until } of gaps) {
      t.ok(Date.parse(until ?? new Date(clock.now).toISOString()) - Date.parse(from) > gapMinutes * 60_000);
    }
  });

  t.test('an item not on record yet, then: nothing was known of it', async t => {
    const [{ id } = { id: '' }] = items;
    const { periods } = await custody(id, { knownAt: '2021-04-01T00:00:00Z' });
    t.match(periods, [{ outside: 'BEFORE_RECORD', from: null, until: null, stage: null }]);
    t.equal(periods.length, 1);
  });

  t.test('bad instants are 400, the future cannot be told, and not everybody may know', async t => {
    const [{ id } = { id: '' }] = items;
    for (const at of [
      '2021-02-30T00:00:00Z',
      'now',
      '2021-04-02',
      '0000-01-01T00:00:00Z',
      '2021-04-02T24:00:00Z',
    ]) {
      t.equal((await get(`/v1/evidence/${id}/custody?at=${at}`)).statusCode, 400, at);
    }
    const later = new Date(clock.now + 1).toISOString();
    for (const name of ['at', 'knownAt']) {
      const answer = await get(`/v1/evidence/${id}/custody?${name}=${later}`, { 'accept-language': 'fr' });
      t.equal(answer.statusCode, 400);
      t.match(answer.json().faults, [{ pointer: `/${name}`, message: /pas encore/ }]);
    }
    t.equal((await get(`/v1/evidence/${uuidOf('nobody')}/custody`)).statusCode, 404);
    const asCourier = await readAs(testStage, 'DEMO-COU-2');
    t.equal((await asCourier(`/v1/evidence/${id}/custody`)).statusCode, 404);
    await stage.enlist('DEMO-HR-1', ['HR'], { unit: null });
    const asHumanRights = await readAs(testStage, 'DEMO-HR-1');
    t.equal((await asHumanRights(`/v1/evidence/${id}/custody`)).statusCode, 403, 'summary only');
    t.equal((await testStage.app.inject({ url: `/v1/evidence/${id}/custody` })).statusCode, 401);
    const logged = await log.db
      .selectFrom('access_log')
      .select('result')
      .where('resource', '=', 'GET /v1/evidence/:id/custody')
      .where('officer', '=', stage.officer('DEMO-HR-1').officer)
      .execute();
    t.same(logged, [{ result: '403' }]);
  });
});
