import t from 'tap';
import { gateIds } from '../../../src/custody/gates.js';
import { reconstruction } from '../../../src/custody/sop/reconstruction.js';
import { enterScene } from '../../helpers/bodies/visit.js';
import { withScene } from '../../helpers/opened-scene.js';
import { changedSop, type Intent, uuidOf } from '../../helpers/procedure.js';

const nine = '2021-04-02T09:00:00Z';

/** Entry to a scene that nobody cleared, with these decisions in the body, before a second officer. */
function enter(overrides: Intent['body'][]): Intent {
  return { ...enterScene(nine, [], { overrides }), countersigned: ['DEMO-WIT-2/WIT as overriding-officer'] };
}

function decision(gate: string, name: string): Intent['body'] {
  return { gate, officer: uuidOf(name), reason: 'DEMO: imminent loss' };
}

t.test('domain.md C.4: an override opens the gate it names and no other', async t => {
  const procedure = withScene();
  t.same(procedure.refuse(enter([decision('GATE-2', 'DEMO-WIT-1')])), [
    'scene.not-cleared',
    'override.not-allowed',
  ]);
  procedure.accept(enter([decision('GATE-1', 'DEMO-WIT-1')]));
});

t.test('domain.md C.4: a gate that is none is no gate', async t => {
  const procedure = withScene();
  for (const gate of ['GATE-0', 'GATE-16', 'gate-1', 'constructor'])
    t.same(procedure.refuse(enter([decision(gate, 'DEMO-WIT-1')])), [
      'scene.not-cleared',
      'override.gate-unknown',
    ]);
});

t.test('domain.md C.4: who decides has signed, in a role that may, and holds it', async t => {
  const procedure = withScene();
  procedure.enlist('DEMO-HOM-1', 'HOM');
  procedure.enlist('DEMO-CASE-1', 'CASE');
  const byHead = enter([decision('GATE-1', 'DEMO-HOM-1')]);
  t.same(procedure.refuse(byHead), ['override.role-not-allowed'], 'named, not signed');
  t.same(
    procedure.refuse({ ...byHead, countersigned: ['DEMO-CASE-1/CASE as overriding-officer'] }),
    ['override.role-not-allowed'],
    'signed by another',
  );
  const byCaseOfficer = enter([decision('GATE-1', 'DEMO-CASE-1')]);
  t.same(
    procedure.refuse({ ...byCaseOfficer, countersigned: ['DEMO-CASE-1/CASE as overriding-officer'] }),
    ['override.role-not-allowed'],
    'in a role that may not',
  );
  t.same(
    procedure.refuse({ ...byCaseOfficer, countersigned: ['DEMO-CASE-1/HOM as overriding-officer'] }),
    ['override.role-not-allowed'],
    'in a role he does not hold',
  );
  procedure.accept({ ...byHead, countersigned: ['DEMO-HOM-1/HOM as overriding-officer'] });
});

t.test('domain.md C.4: an override without words is none', async t => {
  const procedure = withScene();
  const { reason: _reason, ...unexplained } = decision('GATE-1', 'DEMO-WIT-1');
  t.same(procedure.refuse(enter([unexplained])), ['body.member-missing']);
  t.same(procedure.refuse(enter([{ ...unexplained, reason: '' }])), ['body.value-refused']);
});

t.test('domain.md C.4: a rule without a gate is passed by nobody', async t => {
  const procedure = withScene();
  const overrides = [decision('GATE-1', 'DEMO-WIT-1')];
  const act = enter(overrides);
  const unknown = { ...act, body: { ...act.body, scene: uuidOf('DEMO-NONE') } };
  t.same(procedure.refuse(unknown), ['reference.subject-unknown']);
});

t.test(
  'domain.md C.4: nobody opens a gate to himself; a second officer signs, whom the SOP names',
  async t => {
    const alone = enterScene(nine, [], { overrides: [decision('GATE-1', 'DEMO-WIT-1')] });
    const procedure = withScene();
    t.same(procedure.refuse(alone), ['override.second-officer-missing']);
    t.same(
      procedure.refuse({ ...alone, countersigned: ['DEMO-CASE-1/CASE as overriding-officer'] }),
      ['override.second-officer-missing'],
      'in a role that is not named',
    );
    t.same(
      procedure.refuse({ ...alone, countersigned: ['DEMO-CSO-1/CSO as escort'] }),
      ['override.second-officer-missing'],
      'who was there has not decided',
    );
    t.same(
      procedure.judge({ ...alone, countersigned: ['DEMO-CSO-1/CSO as overriding-officer'] }).rules,
      [],
      'whoever signs the act signs its decision, in whatever capacity',
    );
    const without = changedSop(sop => {
      sop.gates['GATE-1'].override = { roles: ['WIT'] };
    });
    t.same(withScene({}, without).judge(alone).rules, [], 'a document that names none asks for none');
    const { edition: _, ...earlier } = reconstruction;
    t.same(withScene({}, earlier).judge(alone).rules, [], 'nor one of an earlier edition');
  },
);

t.test(
  'SOP: GATE-1 may be passed as domain.md C.4 says; GATE-5, where it is silent, by the technical reviewer',
  async t => {
    const passable = gateIds.filter(gate => reconstruction.gates[gate].override !== null);
    t.same(passable, ['GATE-1', 'GATE-5']);
    t.same(reconstruction.gates['GATE-5'].override?.roles, ['LABV']);
    const open = changedSop(sop => {
      const { 'GATE-2': second } = sop.gates;
      sop.gates = { ...sop.gates, 'GATE-2': { ...second, override: { roles: ['WIT'] } } };
    });
    t.same(withScene({}, open).refuse(enter([decision('GATE-2', 'DEMO-WIT-1')])), ['scene.not-cleared']);
  },
);
