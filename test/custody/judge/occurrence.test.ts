import t from 'tap';
import { gateOf } from '../../../src/custody/violation.js';
import { sceneSubject, securedBody } from '../../helpers/bodies/scene.js';
import { withScene } from '../../helpers/opened-scene.js';
import { changedSop, type Intent } from '../../helpers/procedure.js';

const noon = Date.UTC(2021, 3, 2, 12);
const minute = 60_000;
const hour = 60 * minute;

function secureAt(at: string, changes: Intent['body'] = {}): Intent {
  const occurred = { at, precision: 'MINUTE', zone: 'Africa/Bamako', clockDoubt: null };
  const arrival = { ...occurred, at: '2021-04-02T07:00:00Z' };
  const body = securedBody({ occurred, arrival, ...changes });
  return { subject: sceneSubject, type: 'scene.secured', by: 'DEMO-FR-1/FR', body };
}

t.test('RQ-09: nothing happened after it was received; a clock may be some minutes fast', async t => {
  const procedure = withScene();
  t.same(procedure.refuse(secureAt('2021-04-02T12:05:01Z')), ['time.in-future']);
  procedure.accept(secureAt('2021-04-02T12:05:00Z'));
  t.equal(gateOf('time.in-future'), 'GATE-12');
});

t.test('RQ-09: how fast a clock may be is data', async t => {
  const procedure = withScene(
    {},
    changedSop(sop => {
      const { futureToleranceMinutes } = sop.deadlines;
      sop.deadlines = { ...sop.deadlines, futureToleranceMinutes: { ...futureToleranceMinutes, value: 0 } };
    }),
  );
  t.same(procedure.refuse(secureAt('2021-04-02T12:00:01Z')), ['time.in-future']);
  procedure.accept(secureAt('2021-04-02T12:00:00Z'));
});

t.test('GATE-12: off, the future is no obstacle', async t => {
  const procedure = withScene(
    {},
    changedSop(sop => {
      sop.gates = { ...sop.gates, 'GATE-12': { ...sop.gates['GATE-12'], on: false } };
    }),
  );
  t.same(procedure.judge(secureAt('2021-04-02T13:00:00Z')).rules, []);
});

t.test('RQ-10, E59: a late entry says why, and a supervisor signs it', async t => {
  const procedure = withScene();
  const supervised = ['DEMO-WIT-1/WIT as supervisor'];
  const lateEntry = { reason: 'DEMO: no signal' };
  const act = secureAt('2021-04-02T08:00:00Z');
  const late = secureAt('2021-04-02T08:00:00Z', { lateEntry });
  procedure.now = Date.UTC(2021, 3, 5, 8) + 1;
  t.same(procedure.refuse(act), ['time.late-without-reason', 'time.late-without-supervisor']);
  t.same(procedure.refuse({ ...act, countersigned: supervised }), ['time.late-without-reason']);
  t.same(procedure.refuse(late), ['time.late-without-supervisor']);
  procedure.accept({ ...late, countersigned: supervised });
  procedure.now = Date.UTC(2021, 3, 5, 8);
  procedure.accept(act);
});

t.test('RQ-10: after how many hours an entry is late is data', async t => {
  const procedure = withScene(
    {},
    changedSop(sop => {
      const { lateEntryHours } = sop.deadlines;
      sop.deadlines = { ...sop.deadlines, lateEntryHours: { ...lateEntryHours, value: 6 } };
    }),
  );
  procedure.now = noon + 3 * hour + minute;
  t.same(procedure.refuse(secureAt('2021-04-02T09:00:00Z')), [
    'time.late-without-reason',
    'time.late-without-supervisor',
  ]);
  procedure.accept(secureAt('2021-04-02T09:01:00Z'));
});
