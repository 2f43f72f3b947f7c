import t, { type Test } from 'tap';
import type { SceneState } from '../../../src/custody/scene/state.js';
import { gateOf } from '../../../src/custody/violation.js';
import {
  clearedBody,
  clearScene,
  documentScene,
  openHarmlessScene,
  openScene,
  sceneSubject,
  withdrawClearance,
} from '../../helpers/bodies/scene.js';
import { enterScene } from '../../helpers/bodies/visit.js';
import { withIncident, withScene } from '../../helpers/opened-scene.js';
import { changedSop, type Intent, type Procedure, uuidOf } from '../../helpers/procedure.js';

const nine = '2021-04-02T09:00:00Z';

/** The two acts at a scene that this gate stops: they answer alike. */
function actsAt(at: string, refs: readonly string[], changes: Intent['body'] = {}): readonly Intent[] {
  const occurred = { at, precision: 'MINUTE', zone: 'Africa/Bamako', clockDoubt: null };
  return [enterScene(at, refs, changes), documentScene(refs, { occurred, ...changes })];
}

function refused(t: Test, procedure: Procedure, acts: readonly Intent[], rule: string): void {
  for (const act of acts) t.same(procedure.refuse(act), [rule], `${act.type}: ${rule}`);
}

function accepted(t: Test, procedure: Procedure, acts: readonly Intent[]): void {
  for (const act of acts) t.same(procedure.judge(act).rules, [], `${act.type} is accepted`);
}

t.test('GATE-1: nobody works at a scene before EOD clearance', async t => {
  const procedure = withScene();
  refused(t, procedure, actsAt(nine, []), 'scene.not-cleared');
  const { eventId } = procedure.accept(clearScene());
  refused(t, procedure, actsAt(nine, []), 'scene.not-cleared');
  accepted(t, procedure, actsAt(nine, [eventId]));
});

t.test('GATE-1: the clearance of another scene does not count', async t => {
  const procedure = withScene();
  const elsewhere = `scene/${uuidOf('DEMO-OUTPOST')}`;
  procedure.accept(openScene({}, elsewhere));
  const { eventId } = procedure.accept(clearScene({}, elsewhere));
  refused(t, procedure, actsAt(nine, [eventId]), 'scene.not-cleared');
});

t.test('GATE-1: opening a scene with possible hazard lets nobody in', async t => {
  const procedure = withIncident();
  const { eventId } = procedure.accept(openScene());
  refused(t, procedure, actsAt(nine, [eventId]), 'scene.not-cleared');
});

t.test('GATE-1: a clearance counts at the time the act occurred, not when it was received', async t => {
  const procedure = withScene();
  const { eventId } = procedure.accept(clearScene());
  procedure.now = Date.UTC(2021, 3, 4, 12);
  refused(t, procedure, actsAt('2021-04-02T07:59:00Z', [eventId]), 'scene.clearance-not-valid-then');
  refused(t, procedure, actsAt('2021-04-03T08:00:00Z', [eventId]), 'scene.clearance-not-valid-then');
  accepted(t, procedure, actsAt('2021-04-03T07:59:00Z', [eventId]));
});

t.test('GATE-1: a time known only roughly lies in the validity as a whole, or is not shown to', async t => {
  const procedure = withScene();
  const { eventId } = procedure.accept(clearScene());
  procedure.now = Date.UTC(2021, 3, 4, 12);
  const roughly = (at: string, precision: string) =>
    actsAt(at, [eventId], { occurred: { at, precision, zone: 'Africa/Bamako', clockDoubt: null } });
  refused(t, procedure, roughly('2021-04-03T07:30:00Z', 'HOUR'), 'scene.clearance-not-valid-then');
  refused(t, procedure, roughly('2021-04-02T09:00:00Z', 'DAY'), 'scene.clearance-not-valid-then');
  refused(t, procedure, roughly('2021-04-02T09:00:00Z', 'MONTH'), 'scene.clearance-not-valid-then');
  accepted(t, procedure, roughly('2021-04-03T07:00:00Z', 'HOUR'));
});

t.test('GATE-1: one good clearance among several is enough', async t => {
  const procedure = withScene();
  const first = procedure.accept(clearScene({ validUntil: '2021-04-02T08:30:00Z' })).eventId;
  const second = procedure.accept(clearScene()).eventId;
  accepted(t, procedure, actsAt(nine, [first, second]));
});

t.test('GATE-1: a clearance that was withdrawn counts for what happened before', async t => {
  const procedure = withScene();
  const { eventId } = procedure.accept(clearScene());
  procedure.accept(withdrawClearance(eventId, '2021-04-02T10:00:00Z'));
  refused(t, procedure, actsAt('2021-04-02T10:00:00Z', [eventId]), 'scene.clearance-withdrawn');
  accepted(t, procedure, actsAt('2021-04-02T09:59:00Z', [eventId]));
});

t.test('GATE-1: a clearance that stands is enough beside one that was withdrawn', async t => {
  const procedure = withScene();
  const first = procedure.accept(clearScene()).eventId;
  const second = procedure.accept(clearScene()).eventId;
  procedure.accept(withdrawClearance(first, '2021-04-02T08:30:00Z'));
  accepted(t, procedure, actsAt(nine, [first, second]));
});

t.test('GATE-1: where EOD excluded the hazard the opening lets people in, until it is withdrawn', async t => {
  const procedure = withIncident();
  const { eventId } = procedure.accept(openHarmlessScene());
  refused(t, procedure, actsAt(nine, []), 'scene.not-cleared');
  refused(t, procedure, actsAt('2021-04-02T06:59:00Z', [eventId]), 'scene.clearance-not-valid-then');
  accepted(t, procedure, actsAt(nine, [eventId]));
  procedure.accept(withdrawClearance(eventId, '2021-04-02T10:00:00Z'));
  const later = enterScene('2021-04-02T10:30:00Z', [eventId], {}, `visit/${uuidOf('DEMO-VISIT-2')}`);
  t.same(procedure.refuse(later), ['scene.clearance-withdrawn']);
});

t.test('GATE-1: only EOD excludes the hazard, as signer or countersigner, and says why', async t => {
  const procedure = withIncident();
  const byCollector = { ...openHarmlessScene(), by: 'DEMO-WIT-1/WIT' };
  t.same(procedure.refuse(byCollector), ['scene.exclusion-not-by-eod']);
  t.same(procedure.refuse({ ...byCollector, countersigned: ['DEMO-WIT-2/WIT as eod'] }), [
    'countersignature.role-not-provided',
  ]);
  t.same(procedure.refuse(openHarmlessScene({ hazardReason: null })), ['scene.exclusion-reason']);
  t.same(procedure.refuse(openScene({ hazardReason: 'DEMO: why then?' })), ['scene.exclusion-reason']);
  procedure.accept({ ...byCollector, countersigned: ['DEMO-EOD-1/EOD as eod'] });
  t.match(procedure.state<SceneState>(sceneSubject), { hazardExcluded: true });
});

t.test('GATE-1: an EOD officer goes in to clear without a clearance, and for that only', async t => {
  const procedure = withScene();
  const clearance = { purpose: { code: 'CLEARANCE', text: null } };
  t.same(procedure.refuse(enterScene(nine, [], clearance)), ['scene.not-cleared']);
  t.same(procedure.refuse({ ...enterScene(nine, []), by: 'DEMO-EOD-1/EOD' }), ['scene.not-cleared']);
  procedure.accept({ ...enterScene(nine, [], clearance), by: 'DEMO-EOD-1/EOD' });
});

t.test('GATE-1: necessity is decided by a named officer, with a reason, and stays visible', async t => {
  const procedure = withScene();
  const overrides = [
    { gate: 'GATE-1', officer: uuidOf('DEMO-HOM-1'), reason: 'DEMO: evidence about to be washed away' },
  ];
  procedure.enlist('DEMO-HOM-1', 'HOM');
  refused(t, procedure, actsAt(nine, [], { overrides }), 'override.role-not-allowed');
  const byHead = ['DEMO-HOM-1/HOM as overriding-officer'];
  for (const act of actsAt(nine, [], { overrides })) procedure.accept({ ...act, countersigned: byHead });
  for (const subject of [sceneSubject, `visit/${uuidOf('DEMO-VISIT')}`])
    t.match(procedure.state<SceneState>(subject).remarks, [
      { kind: 'OVERRIDE', officer: uuidOf('DEMO-HOM-1'), text: /^GATE-1: DEMO: evidence/ },
    ]);
});

t.test('GATE-1: a collector may decide himself, a first responder may not', async t => {
  const procedure = withScene();
  const decidedBy = (name: string) => ({
    overrides: [{ gate: 'GATE-1', officer: uuidOf(name), reason: 'DEMO: imminent loss' }],
  });
  procedure.enlist('DEMO-FR-1', 'FR');
  const byResponder = { ...enterScene(nine, [], decidedBy('DEMO-FR-1')), by: 'DEMO-FR-1/FR' };
  t.same(procedure.refuse(byResponder), ['override.role-not-allowed']);
  const second = ['DEMO-WIT-2/WIT as overriding-officer'];
  procedure.accept({ ...enterScene(nine, [], decidedBy('DEMO-WIT-1')), countersigned: second });
});

t.test('GATE-1 in the SOP: off; override to another role; to nobody', async t => {
  const off = withScene(
    {},
    changedSop(sop => {
      sop.gates = { ...sop.gates, 'GATE-1': { ...sop.gates['GATE-1'], on: false } };
    }),
  );
  accepted(t, off, actsAt(nine, []));
  const decision = {
    overrides: [{ gate: 'GATE-1', officer: uuidOf('DEMO-FR-1'), reason: 'DEMO: imminent loss' }],
  };
  const byResponder = { ...enterScene(nine, [], decision), by: 'DEMO-FR-1/FR' };
  for (const [roles, answer] of [
    [['FR'], []],
    [['HOM'], ['override.role-not-allowed']],
    [null, ['override.not-allowed']],
  ] as const) {
    const override = roles === null ? null : { roles: [...roles] };
    const procedure = withScene(
      {},
      changedSop(sop => {
        sop.gates = { ...sop.gates, 'GATE-1': { ...sop.gates['GATE-1'], override } };
      }),
    );
    procedure.enlist('DEMO-FR-1', 'FR');
    t.same(procedure.judge(byResponder).rules, answer, `override to ${roles}`);
  }
});

t.test('E03: only EOD clears a scene, and withdraws what EOD gave', async t => {
  const procedure = withScene();
  t.same(procedure.refuse({ ...clearScene(), by: 'DEMO-WIT-1/WIT' }), ['signer.role-not-provided']);
  const { eventId } = procedure.accept(clearScene());
  const withdrawal = withdrawClearance(eventId, nine);
  t.same(procedure.refuse({ ...withdrawal, by: 'DEMO-WIT-1/WIT' }), ['signer.role-not-provided']);
  t.same(procedure.refuse({ ...withdrawal, refs: [] }), ['reference.event-missing']);
  t.same(procedure.refuse(withdrawClearance('A'.repeat(43), nine, {})), [
    'scene.clearance-unknown',
    'reference.event-unknown',
  ]);
  procedure.accept(withdrawal);
  t.same(procedure.refuse(withdrawal), ['scene.withdrawn-before']);
});

t.test('E03: a clearance has an end, and not later than the SOP allows', async t => {
  const procedure = withScene();
  t.same(procedure.refuse(clearScene({ validUntil: '2021-04-02T08:00:00Z' })), ['scene.clearance-dates']);
  t.same(procedure.refuse(clearScene({ validUntil: '2021-04-04T08:00:01Z' })), ['scene.clearance-too-long']);
  procedure.accept(clearScene({ validUntil: '2021-04-04T08:00:00Z' }));
  const shorter = withScene(
    {},
    changedSop(sop => {
      const { sceneClearanceMaximumHours } = sop.deadlines;
      sop.deadlines = {
        ...sop.deadlines,
        sceneClearanceMaximumHours: { ...sceneClearanceMaximumHours, value: 12 },
      };
    }),
  );
  t.equal(clearedBody().validUntil, '2021-04-03T08:00:00Z');
  t.same(shorter.refuse(clearScene()), ['scene.clearance-too-long']);
  shorter.accept(clearScene({ validUntil: '2021-04-02T20:00:00Z' }));
});

t.test('GATE-1: all that says no here belongs to the gate', async t => {
  for (const rule of [
    'scene.not-cleared',
    'scene.clearance-not-valid-then',
    'scene.clearance-withdrawn',
    'scene.exclusion-not-by-eod',
  ] as const)
    t.equal(gateOf(rule), 'GATE-1', rule);
});
