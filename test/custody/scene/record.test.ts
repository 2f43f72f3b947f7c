import t from 'tap';
import type { SceneState } from '../../../src/custody/scene/state.js';
import {
  clearScene,
  closeScene,
  documentScene,
  openHarmlessScene,
  openScene,
  photographOf,
  sceneSubject,
  securedBody,
  withdrawClearance,
} from '../../helpers/bodies/scene.js';
import { assertMandatory } from '../../helpers/mandatory-fields.js';
import { withIncident, withScene } from '../../helpers/opened-scene.js';
import { circumstances, type Intent, type Procedure, uuidOf } from '../../helpers/procedure.js';

function secure(changes: Intent['body'] = {}): Intent {
  return { subject: sceneSubject, type: 'scene.secured', by: 'DEMO-FR-1/FR', body: securedBody(changes) };
}

function nameLeader(officer: string): Intent {
  const body = { ...circumstances('2021-04-02T10:00:00Z'), leader: officer, reason: 'DEMO: relief' };
  return { subject: sceneSubject, type: 'scene.leader-named', by: 'DEMO-WIT-1/WIT', body };
}

/** A scene secured, cleared and documented; what is left to do is to close it. */
function documented(): { readonly procedure: Procedure; readonly clearance: string } {
  const procedure = withScene();
  procedure.accept(secure());
  const { eventId } = procedure.accept(clearScene());
  procedure.accept(documentScene([eventId]));
  return { procedure, clearance: eventId };
}

const members = ['occurred', 'place', 'lateEntry', 'overrides'];

t.test('D1: one incident has several scenes, each of its own kind', async t => {
  const procedure = withScene();
  const launchSite = `scene/${uuidOf('DEMO-LAUNCH-SITE')}`;
  procedure.accept(openScene({ name: 'DEMO hill', kind: { code: 'LAUNCH_SITE', text: null } }, launchSite));
  t.match(procedure.state<SceneState>(sceneSubject), { kind: 'CAMP', incident: uuidOf('DEMO-INCIDENT') });
  t.match(procedure.state<SceneState>(launchSite), { kind: 'LAUNCH_SITE', permissions: {}, closed: null });
  t.same(procedure.refuse(openScene({ incident: uuidOf('DEMO-NONE') }, `scene/${uuidOf('DEMO-X')}`)), [
    'reference.subject-unknown',
  ]);
});

t.test('D1: mandatory fields of the scene record', async t => {
  const procedure = withScene();
  assertMandatory(t, procedure, openScene({}, `scene/${uuidOf('DEMO-2')}`), [
    ...members,
    'incident',
    'name',
    'kind',
    'location',
    'location/name',
    'location/administrativeUnits',
    'location/gazetteerDate',
    'leader',
    'hazard',
    'hazardReason',
  ]);
  assertMandatory(t, procedure, nameLeader(uuidOf('DEMO-WIT-2')), [...members, 'leader', 'reason']);
  assertMandatory(t, procedure, secure(), [
    ...members,
    'arrival',
    'unit',
    'cordon',
    'casualties',
    'enteredBefore',
    'changes',
  ]);
  assertMandatory(t, procedure, clearScene(), [
    ...members,
    'reference',
    'area',
    'method',
    'residualRisk',
    'validUntil',
    'reEntryRule',
  ]);
  const withdrawal = withdrawClearance('A'.repeat(43), '2021-04-02T09:00:00Z');
  assertMandatory(t, procedure, withdrawal, [...members, 'clearance', 'reason']);
  assertMandatory(t, procedure, documentScene([]), [
    ...members,
    'team',
    'position',
    'photographs',
    'sketch',
    'sketch/file',
    'sketch/scale',
    'sketch/north',
    'conditions',
    'search',
    'search/method',
    'search/limits',
    'search/minutesAvailable',
    'search/threat',
    'witnesses',
  ]);
  assertMandatory(t, procedure, closeScene(), [
    ...members,
    'leaving',
    'exploited',
    'reasons',
    'counts',
    'counts/recorded',
    'counts/collected',
    'counts/left',
    'counts/destroyed',
    'counts/documentedOnly',
    'itemsLeft',
    'statement',
  ]);
});

t.test('D1: a team has a member, coordinates have an accuracy', async t => {
  const procedure = withScene();
  const { eventId } = procedure.accept(clearScene());
  t.same(procedure.refuse(documentScene([eventId], { team: [] })), ['body.value-refused']);
  const unmeasured = { latitude: '19.4567', longitude: '0.8567', accuracyMetres: null, datum: 'WGS84' };
  t.same(procedure.refuse(documentScene([eventId], { position: unmeasured })), ['disclosure.value-refused']);
});

t.test('E02: a first responder secures the scene, after he arrived', async t => {
  const procedure = withScene();
  const late = { at: '2021-04-02T07:31:00Z', precision: 'MINUTE', zone: 'Africa/Bamako', clockDoubt: null };
  t.same(procedure.refuse(secure({ arrival: late })), ['scene.secured-before-arrival']);
  t.same(procedure.refuse({ ...secure(), by: 'DEMO-CASE-1/CASE' }), ['signer.role-not-provided']);
  procedure.accept(secure());
  procedure.accept(secure());
  t.equal(procedure.state<SceneState>(sceneSubject).secured.length, 2, 'again when the cordon is relieved');
});

t.test('E05: photographs from the general to the particular, close views with a scale', async t => {
  const procedure = withScene();
  const { eventId } = procedure.accept(clearScene());
  const [overall, medium, close] = ['OVERALL', 'MEDIUM', 'CLOSE'].map((kind, index) =>
    photographOf(`P${index + 1}`, kind),
  );
  for (const photographs of [
    [overall, medium],
    [overall, close],
    [medium, close],
  ])
    t.same(
      procedure.refuse(documentScene([eventId], { photographs: photographs.map(photo => photo ?? {}) })),
      ['scene.views-missing'],
    );
  const unscaled = photographOf('P4', 'CLOSE', { scale: false });
  const photographs = [overall ?? {}, medium ?? {}, close ?? {}, unscaled];
  t.same(procedure.refuse(documentScene([eventId], { photographs })), ['scene.close-view-without-scale']);
});

t.test('GATE-8: names, positions, witnesses and the statement stand as digests only', async t => {
  const { procedure, clearance } = documented();
  const withheld = { _sd: String };
  t.match(procedure.compose(documentScene([clearance]))[0]?.body, {
    position: withheld,
    team: [{ name: withheld }],
    witnesses: [withheld],
  });
  t.match(procedure.compose(secure())[0]?.body, { enteredBefore: [{ who: withheld }] });
  t.match(procedure.compose(closeScene())[0]?.body, { statement: withheld });
});

t.test('E06, RQ-07: the leader closes the scene with his own statement', async t => {
  const { procedure } = documented();
  t.same(procedure.refuse({ ...closeScene(), by: 'DEMO-WIT-2/WIT' }), ['scene.not-leader']);
  procedure.accept(nameLeader(uuidOf('DEMO-WIT-2')));
  t.same(procedure.refuse(closeScene()), ['scene.not-leader']);
  procedure.accept({ ...closeScene(), by: 'DEMO-WIT-2/WIT' });
  t.match(procedure.state<SceneState>(sceneSubject).closed, {
    exploited: 'PARTIAL',
    counts: { recorded: 4 },
  });
});

t.test('E06: a scene without a leader is closed by nobody', async t => {
  const procedure = withIncident();
  procedure.accept(openHarmlessScene({ leader: null }));
  const untouched = {
    exploited: 'NONE',
    counts: { recorded: 0, collected: 0, left: 0, destroyed: 0, documentedOnly: 0 },
    itemsLeft: [],
  };
  t.same(procedure.refuse(closeScene(untouched)), ['scene.not-leader']);
  procedure.accept(nameLeader(uuidOf('DEMO-WIT-1')));
  procedure.accept(closeScene(untouched));
});

t.test('D1: a scene that was worked at was secured and documented', async t => {
  const procedure = withScene();
  t.same(procedure.refuse(closeScene()), ['scene.record-incomplete']);
  procedure.accept(secure());
  t.same(procedure.refuse(closeScene()), ['scene.record-incomplete']);
  const { eventId } = procedure.accept(clearScene());
  procedure.accept(documentScene([eventId]));
  procedure.accept(closeScene());
});

t.test('E06, D1: why a scene was not fully exploited', async t => {
  const { procedure } = documented();
  t.same(procedure.refuse(closeScene({ reasons: [] })), ['scene.reason-missing']);
  t.same(procedure.refuse(closeScene({ exploited: 'FULL' })), ['scene.reason-without-cause']);
  t.same(procedure.refuse(closeScene({ reasons: [{ code: 'OTHER', text: null }] })), [
    'vocabulary.other-without-text',
  ]);
  for (const code of [
    'DIFFICULT_ACCESS',
    'RESOURCE_CONSTRAINTS',
    'COMPETING_PRIORITIES',
    'NEED_NOT_APPRECIATED',
    'SECURITY',
  ]) {
    const { rules } = documented().procedure.judge(closeScene({ reasons: [{ code, text: null }] }));
    t.same(rules, [], code);
  }
  procedure.accept(closeScene({ exploited: 'FULL', reasons: [] }));
});

t.test('D1: the counts balance, and each item left has its reason', async t => {
  const { procedure } = documented();
  const counts = { recorded: 5, collected: 2, left: 1, destroyed: 1, documentedOnly: 0 };
  t.same(procedure.refuse(closeScene({ counts })), ['scene.counts']);
  t.same(procedure.refuse(closeScene({ counts: { ...counts, left: 2 } })), ['scene.items-left']);
  t.same(procedure.refuse(closeScene({ itemsLeft: [] })), ['scene.items-left']);
  procedure.accept(closeScene({ counts: { ...counts, documentedOnly: 1 } }));
});

t.test('RQ-09: the team left before the scene was closed', async t => {
  const { procedure } = documented();
  const leaving = {
    at: '2021-04-02T11:01:00Z',
    precision: 'MINUTE',
    zone: 'Africa/Bamako',
    clockDoubt: null,
  };
  t.same(procedure.refuse(closeScene({ leaving })), ['scene.closed-before-leaving']);
});

t.test('E06: nothing happens at a scene once it is closed; what happened before is entered', async t => {
  const { procedure, clearance } = documented();
  procedure.accept(closeScene());
  t.same(procedure.refuse(closeScene()), ['scene.closed-before']);
  const after = '2021-04-02T11:30:00Z';
  t.same(procedure.refuse(documentScene([clearance], circumstances(after))), ['scene.closed-before']);
  t.same(procedure.refuse(clearScene(circumstances(after))), ['scene.closed-before']);
  procedure.accept(documentScene([clearance]));
  procedure.accept(withdrawClearance(clearance, after));
});

t.test('RQ-10: what is entered late stays marked on the scene', async t => {
  const procedure = withScene();
  procedure.now = Date.UTC(2021, 3, 9);
  const late = secure({ lateEntry: { reason: 'DEMO: no signal for a week' } });
  t.same(procedure.refuse(late), ['time.late-without-supervisor']);
  procedure.accept({ ...late, countersigned: ['DEMO-WIT-1/WIT as supervisor'] });
  t.match(procedure.state<SceneState>(sceneSubject).remarks, [
    { kind: 'LATE_ENTRY', text: 'DEMO: no signal for a week' },
  ]);
});
