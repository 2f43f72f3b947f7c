import t from 'tap';
import type { VisitState } from '../../../src/custody/visit/state.js';
import { clearScene, closeScene } from '../../helpers/bodies/scene.js';
import { enterScene, leaveScene, visitSubject } from '../../helpers/bodies/visit.js';
import { assertMandatory } from '../../helpers/mandatory-fields.js';
import { withScene } from '../../helpers/opened-scene.js';
import { type Procedure, uuidOf } from '../../helpers/procedure.js';

const nine = '2021-04-02T09:00:00Z';
const ten = '2021-04-02T10:00:00Z';

function cleared(): { readonly procedure: Procedure; readonly clearance: string } {
  const procedure = withScene();
  return { procedure, clearance: procedure.accept(clearScene()).eventId };
}

t.test('E04: who enters a scene, why, with whom, and when he left', async t => {
  const { procedure, clearance } = cleared();
  const escort = procedure.enlist('DEMO-EOD-1', 'EOD');
  const accompanying = [{ name: 'DEMO-VISITOR', capacity: 'driver' }];
  procedure.accept({
    ...enterScene(nine, [clearance], { escort, accompanying }),
    countersigned: ['DEMO-EOD-1/EOD as escort'],
  });
  procedure.accept(leaveScene(ten));
  t.match(procedure.state<VisitState>(visitSubject), {
    scene: uuidOf('DEMO-SCENE'),
    visitor: uuidOf('DEMO-WIT-1'),
    role: 'WIT',
    purpose: 'SEARCH',
    escort,
    entered: { at: nine, precision: 'MINUTE' },
    left: { at: ten, precision: 'MINUTE' },
    remarks: [],
  });
});

t.test('E04: any operational role may enter; registrars and the operator have no business there', async t => {
  for (const role of ['FR', 'CASE', 'HOM', 'AUD', 'NAT-PRO']) {
    const { procedure, clearance } = cleared();
    t.same(procedure.judge({ ...enterScene(nine, [clearance]), by: `DEMO-${role}/${role}` }).rules, [], role);
  }
  const { procedure, clearance } = cleared();
  for (const role of ['REG', 'OPS'])
    t.same(
      procedure.refuse({ ...enterScene(nine, [clearance]), by: `DEMO-${role}/${role}` }),
      ['signer.role-not-provided'],
      role,
    );
});

t.test('E04: mandatory fields of the scene log', async t => {
  const { procedure, clearance } = cleared();
  const members = ['occurred', 'place', 'lateEntry', 'overrides'];
  assertMandatory(t, procedure, enterScene(nine, [clearance]), [
    ...members,
    'scene',
    'purpose',
    'escort',
    'accompanying',
  ]);
  procedure.accept(enterScene(nine, [clearance]));
  assertMandatory(t, procedure, leaveScene(ten), [...members, 'changes']);
});

t.test('RQ-07: the visitor himself signs that he left, once, and not before he entered', async t => {
  const { procedure, clearance } = cleared();
  procedure.accept(enterScene(nine, [clearance]));
  t.same(procedure.refuse({ ...leaveScene(ten), by: 'DEMO-WIT-2/WIT' }), ['visit.not-visitor']);
  t.same(procedure.refuse(leaveScene('2021-04-02T08:59:00Z')), ['visit.left-before-entered']);
  procedure.accept(leaveScene(ten));
  t.same(procedure.refuse(leaveScene(ten)), ['visit.left-already']);
});

t.test(
  'E04, E06: nobody enters a scene once it is closed; who was inside before enters it afterwards',
  async t => {
    const { procedure, clearance } = cleared();
    const counts = { recorded: 0, collected: 0, left: 0, destroyed: 0, documentedOnly: 0 };
    procedure.accept(closeScene({ exploited: 'NONE', counts, itemsLeft: [] }));
    const late = '2021-04-02T11:30:00Z';
    t.same(procedure.refuse(enterScene(late, [clearance])), ['visit.scene-closed']);
    const overrides = [{ gate: 'GATE-1', officer: uuidOf('DEMO-WIT-1'), reason: 'DEMO: to look again' }];
    const seconded = ['DEMO-WIT-2/WIT as overriding-officer'];
    const decided = {
      ...enterScene(late, [], { overrides }),
      subject: `visit/${uuidOf('DEMO-LATER')}`,
      countersigned: seconded,
    };
    t.same(procedure.refuse({ ...decided, countersigned: [] }), ['override.second-officer-missing']);
    t.same(procedure.judge(decided).rules, [], 'who did enter says by whose decision');
    const toClear = enterScene(late, [], { purpose: { code: 'CLEARANCE', text: null } });
    t.same(procedure.refuse({ ...toClear, by: 'DEMO-EOD-1/EOD' }), ['visit.scene-closed']);
    procedure.accept(enterScene(nine, [clearance]));
  },
);

t.test('GATE-8: names of persons led in stand as digests only', async t => {
  const { procedure, clearance } = cleared();
  const accompanying = [{ name: 'DEMO-VISITOR', capacity: 'driver' }];
  t.match(procedure.compose(enterScene(nine, [clearance], { accompanying }))[0]?.body, {
    accompanying: [{ name: { _sd: String } }],
  });
});

t.test('E04: a scene that nobody opened has no log', async t => {
  const { procedure, clearance } = cleared();
  t.same(procedure.refuse(enterScene(nine, [clearance], { scene: uuidOf('DEMO-NONE') })), [
    'scene.not-cleared',
    'reference.subject-unknown',
  ]);
});
