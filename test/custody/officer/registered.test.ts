import t from 'tap';
import type { OfficerState } from '../../../src/custody/officer/state.js';
import { officerSubject, registerOfficer } from '../../helpers/bodies/officer.js';
import { registerUnit } from '../../helpers/bodies/unit.js';
import { assertMandatory } from '../../helpers/mandatory-fields.js';
import { Procedure, uuidOf } from '../../helpers/procedure.js';

t.test('log-format section 8: two registrars register an officer', async t => {
  const procedure = new Procedure();
  const registration = registerOfficer('DEMO-WIT-1');
  t.same(procedure.refuse({ ...registration, countersigned: [] }), ['countersignature.missing']);
  t.same(procedure.refuse({ ...registration, countersigned: ['DEMO-HOM-1/HOM as registrar'] }), [
    'countersignature.role-not-provided',
  ]);
  t.same(procedure.refuse({ ...registration, by: 'DEMO-HOM-1/HOM' }), ['signer.role-not-provided']);
  procedure.accept(registration);
  t.match(procedure.state<OfficerState>(officerSubject('DEMO-WIT-1')), {
    unit: null,
    national: false,
    keys: {},
    grants: {},
  });
});

t.test('log-format section 8: mandatory members', async t => {
  assertMandatory(t, new Procedure(), registerOfficer('DEMO-WIT-1'), ['name', 'unit', 'kind', 'national']);
});

t.test('log-format section 8: the name of an officer is a disclosure', async t => {
  const [event] = new Procedure().compose(registerOfficer('DEMO-WIT-1'));
  t.match(event?.body.name, { _sd: String });
});

t.test('GATE-10: an officer is national exactly where his unit is', async t => {
  const procedure = new Procedure();
  procedure.accept(registerUnit());
  const unit = uuidOf('DEMO-UNIT');
  t.same(procedure.refuse(registerOfficer('DEMO-OPJ-1', { unit })), ['officer.unit-national']);
  procedure.accept(registerOfficer('DEMO-OPJ-1', { unit, national: true }));
  t.same(procedure.refuse(registerOfficer('DEMO-OPJ-2', { unit: uuidOf('DEMO-NONE'), national: true })), [
    'reference.subject-unknown',
  ]);
});
