import t from 'tap';
import { viewCustody } from '../../../src/http/views/custody.js';
import { type Boundary, type Holding, layPeriods } from '../../../src/store/readers/custody/periods.js';
import type { ActOfCustody } from '../../../src/store/readers/custody/read-custody.js';

const start = Date.UTC(2021, 3, 2, 6);
const hour = 3_600_000;

const boundary = (event: string, hours: number): Boundary => ({
  at: start + hours * hour,
  said: start + hours * hour,
  precision: 'MINUTE',
  event,
  index: hours,
  receivedAt: start + 10 * hour,
});

const act = (type: string, changes: Partial<ActOfCustody> = {}): ActOfCustody => ({
  type,
  occurred: null,
  zone: 'Africa/Bamako',
  clockDoubt: null,
  body: {},
  group: null,
  ...changes,
});

const holding: Holding = {
  officer: 'DEMO-SEC-1',
  role: 'SEC',
  unit: null,
  site: null,
  store: null,
  shelf: null,
  place: 'DEMO-PLACE',
  reason: 'RECEIVED_FROM_OUTSIDE',
  stage: 'COLLECTED',
  custodyEvent: 'receipt',
  seal: null,
};

function view(recordedAt: number) {
  const receipt = boundary('receipt', 2);
  const periods = layPeriods(
    [{ holding, from: receipt, until: null }],
    boundary('record', recordedAt),
    false,
  );
  const acts = new Map([
    ['record', act('evidence.registered')],
    [
      'receipt',
      act('evidence.received-from-outside', {
        clockDoubt: 'DEMO: the laptop was reset',
        group: 'transfer/DEMO',
        body: {
          from: { party: { code: 'INTERNATIONAL_FORCE', text: null }, unit: 'DEMO' },
          asTold: 'DEMO: found by a patrol the day before',
        },
      }),
    ],
  ]);
  const record = {
    number: 'DEMO',
    parent: null,
    periods,
    otherwise: [],
    gaps: [],
    acts,
    corrections: new Map(),
    disputed: new Set<string>(),
    roleNotHeld: new Set<Holding>(),
    firstAct: 'receipt',
    physical: 'COLLECTED',
    handover: null,
  };
  return viewCustody('evidence/DEMO', record, { at: null, known: start, gapMinutes: 30 }).periods;
}

t.test('what went before intake from outside is told, and is no custody of ours', async t => {
  const told = { party: 'INTERNATIONAL_FORCE', text: 'DEMO: found by a patrol the day before' };
  t.match(view(0), [
    { outside: 'BEFORE_RECORD', inOurCustody: false, told },
    { outside: 'NOT_YET', inOurCustody: false, stage: 'RECORDED', told },
    { outside: null, inOurCustody: true, told: null, why: { transfer: 'DEMO' } },
  ]);
  const [before, ours] = view(2);
  t.match(before, { outside: 'BEFORE_RECORD', stage: null, told }, 'registered when it was received');
  t.equal(ours?.told, null);
});

t.test('RQ-09: a doubtful clock stands beside the time it gave', async t => {
  const from = view(0).at(-1)?.from;
  t.match(from, {
    at: '2021-04-02T08:00:00.000Z',
    receivedAt: '2021-04-02T16:00:00.000Z',
    precision: 'MINUTE',
    clockDoubt: 'DEMO: the laptop was reset',
  });
});

const correction = {
  event: 'correction',
  type: 'evidence.corrected',
  index: 7,
  pointer: '/body/occurred/at',
};

function viewHeld(changes: Partial<Holding>, roleHeld = true) {
  const held: Holding = { ...holding, ...changes };
  const from = boundary('receipt', 2);
  const periods = layPeriods([{ holding: held, from, until: null }], from, false);
  const [, ours] = periods;
  if (ours === undefined) throw new Error('no custody');
  const gap = { from: start, until: null, kind: 'MISSING', reason: null, event: 'receipt' } as const;
  const record = {
    number: 'DEMO',
    parent: null,
    periods: [ours],
    otherwise: periods.slice(0, 1),
    gaps: [gap],
    acts: new Map([['receipt', act('evidence.received')]]),
    corrections: new Map([['receipt', [correction]]]),
    disputed: new Set<string>(),
    roleNotHeld: new Set(roleHeld ? [] : [held]),
    firstAct: 'receipt',
    physical: null,
    handover: null,
  };
  return viewCustody('evidence/DEMO', record, {
    at: start + 2 * hour,
    known: start + 9 * hour,
    gapMinutes: 30,
  });
}

t.test(
  'RQ-04, GATE-12: a missing item is nowhere; one in transit is on the way, and where it was taken over',
  async t => {
    t.equal(viewHeld({ stage: 'UNACCOUNTED' }).periods[0]?.where, null);
    t.match(viewHeld({ stage: 'IN_TRANSIT' }).periods[0]?.where, {
      inTransit: true,
      place: null,
      lastPlace: 'DEMO-PLACE',
    });
    t.match(viewHeld({ stage: 'HELD' }).periods[0]?.where, {
      inTransit: false,
      place: 'DEMO-PLACE',
      lastPlace: null,
    });
  },
);

t.test(
  'RQ-05, SD-8, RQ-09: what is quoted says that it was corrected, in no role, and uncertain',
  async t => {
    const view = viewHeld({}, false);
    const [period] = view.periods;
    t.same(period?.from?.correctedBy, [correction]);
    t.same(period?.why?.correctedBy, [correction]);
    t.same(view.gaps[0]?.correctedBy, [correction]);
    t.equal(period?.custodian?.roleHeld, false);
    t.equal(viewHeld({}).periods[0]?.custodian?.roleHeld, true);
    t.equal(view.uncertain, true);
    t.match(view.mayAlsoBe, [{ outside: 'BEFORE_RECORD' }]);
  },
);
