import t from 'tap';
import { signedBy } from '../../../src/custody/sop/acts/signatures.js';
import { isUnitInForce, type UnitState } from '../../../src/custody/unit/state.js';
import { registerUnit, unitSubject, validityBody } from '../../helpers/bodies/unit.js';
import { assertMandatory } from '../../helpers/mandatory-fields.js';
import { changedSop, type Intent, Procedure } from '../../helpers/procedure.js';

function changeValidity(changes: Intent['body'] = {}): Intent {
  return { ...registerUnit(), type: 'unit.validity-changed', body: validityBody(changes) };
}

t.test('domain.md (b), REG: two registrars register a unit, and only registrars', async t => {
  const procedure = new Procedure();
  t.same(procedure.refuse({ ...registerUnit(), countersigned: [] }), ['countersignature.missing']);
  t.same(procedure.refuse({ ...registerUnit(), countersigned: ['DEMO-HOM-1/HOM as registrar'] }), [
    'countersignature.role-not-provided',
  ]);
  t.same(procedure.refuse({ ...registerUnit(), by: 'DEMO-CASE-1/CASE' }), ['signer.role-not-provided']);
  procedure.accept(registerUnit());
  t.match(procedure.state<UnitState>(unitSubject), { code: 'DEMO-BIS', national: true });
});

t.test('SOP: who registers a unit is data', async t => {
  const procedure = new Procedure(
    changedSop(sop => {
      const byHead = signedBy(['HOM'], [['registrar', 1, ['REG']]], 'DEMO', 'I');
      sop.acts = { ...sop.acts, 'unit.registered': byHead };
    }),
  );
  t.same(procedure.refuse(registerUnit()), ['signer.role-not-provided']);
  procedure.accept({ ...registerUnit(), by: 'DEMO-HOM-1/HOM' });
});

t.test('V12: mandatory fields of a unit', async t => {
  const procedure = new Procedure();
  assertMandatory(t, procedure, registerUnit(), [
    'name',
    'code',
    'class',
    'class/code',
    'class/text',
    'national',
    'country',
    'validFrom',
    'validUntil',
    'basis',
  ]);
  procedure.accept(registerUnit());
  assertMandatory(t, procedure, changeValidity(), ['validFrom', 'validUntil', 'basis', 'reason']);
});

t.test('V12: a unit does not end before it begins', async t => {
  const procedure = new Procedure();
  t.same(procedure.refuse(registerUnit({ validUntil: '2013-05-20' })), ['unit.validity-dates']);
  procedure.accept(registerUnit({ validUntil: '2013-05-21' }));
  t.same(procedure.refuse(changeValidity({ validUntil: '2012-01-01' })), ['unit.validity-dates']);
});

t.test('GATE-10, V12: an institution exists from its first to its last day', async t => {
  const procedure = new Procedure();
  procedure.accept(registerUnit());
  const before = procedure.state<UnitState>(unitSubject);
  t.notOk(isUnitInForce(before, Date.UTC(2013, 4, 20, 23, 59, 59)));
  t.ok(isUnitInForce(before, Date.UTC(2013, 4, 21)));
  t.ok(isUnitInForce(before, Date.UTC(2030, 0, 1)));
  procedure.accept(changeValidity());
  const after = procedure.state<UnitState>(unitSubject);
  t.ok(isUnitInForce(after, Date.UTC(2024, 11, 13, 23, 59, 59)));
  t.notOk(isUnitInForce(after, Date.UTC(2024, 11, 14)));
});

t.test('V12: an authority of the host State is national, the mission is not', async t => {
  const procedure = new Procedure();
  t.same(procedure.refuse(registerUnit({ national: false })), ['unit.class-national']);
  for (const code of ['MISSION_FORCE', 'MISSION_POLICE', 'CONTINGENT', 'INTERNATIONAL_FORCE'])
    t.same(procedure.refuse(registerUnit({ class: { code, text: null } })), ['unit.class-national'], code);
  procedure.accept(registerUnit({ class: { code: 'LABORATORY', text: null } }));
});

t.test('V12: a class outside the list is described', async t => {
  const procedure = new Procedure();
  const other = { code: 'OTHER', text: null };
  t.same(procedure.refuse(registerUnit({ class: other })), ['vocabulary.other-without-text']);
  procedure.accept(registerUnit({ class: { ...other, text: 'DEMO: customs' } }));
});

t.test('E55: the registration of a unit is corrected by two registrars, and both stay', async t => {
  const procedure = new Procedure();
  const { eventId } = procedure.accept(registerUnit());
  const correction: Intent = {
    ...registerUnit(),
    type: 'unit.corrected',
    refs: [eventId],
    body: {
      corrects: eventId,
      pointer: '/body/code',
      was: 'DEMO-BIS',
      correct: 'DEMO-BIJ',
      withheld: null,
      reason: 'DEMO: misread',
    },
  };
  t.same(procedure.refuse({ ...correction, countersigned: [] }), ['countersignature.missing']);
  procedure.accept(correction);
  const { code, corrections } = procedure.state<UnitState>(unitSubject);
  t.equal(code, 'DEMO-BIS');
  t.match(corrections, [{ corrects: eventId, correct: 'DEMO-BIJ' }]);
});
