import t from 'tap';
import { type OfficerState, rolesHeld } from '../../../src/custody/officer/state.js';
import { endRole, grantRole, officerSubject, registerOfficer } from '../../helpers/bodies/officer.js';
import { registerUnit } from '../../helpers/bodies/unit.js';
import { assertMandatory } from '../../helpers/mandatory-fields.js';
import { Procedure, uuidOf } from '../../helpers/procedure.js';

const collector = 'DEMO-WIT-1';

function registered(name = collector, national = false): Procedure {
  const procedure = new Procedure();
  procedure.accept(registerOfficer(name, { national }));
  return procedure;
}

t.test('SD-8: two registrars grant a role from a day to a day, and end it', async t => {
  const procedure = registered();
  const grant = grantRole(collector, 'WIT');
  t.same(procedure.refuse({ ...grant, countersigned: [] }), ['countersignature.missing']);
  procedure.accept(grant);
  const state = () => procedure.state<OfficerState>(officerSubject(collector));
  t.same(rolesHeld(state(), Date.UTC(2021, 2, 31, 23, 59)), []);
  t.same(rolesHeld(state(), Date.UTC(2021, 3, 1)), ['WIT']);
  t.same(rolesHeld(state(), Date.UTC(2021, 9, 1)), [], 'until is no longer part of it');
  t.same(procedure.refuse(endRole(collector, uuidOf('DEMO-NONE'))), ['officer.grant-unknown']);
  const ending = endRole(collector, uuidOf(`grant ${collector} WIT`));
  t.same(procedure.refuse({ ...ending, countersigned: [] }), ['countersignature.missing']);
  procedure.accept(ending);
  t.same(rolesHeld(state(), Date.UTC(2021, 3, 2)), []);
  t.same(procedure.refuse(ending), ['officer.grant-unknown']);
});

t.test('SD-8: mandatory members of roles', async t => {
  const procedure = registered();
  assertMandatory(t, procedure, grantRole(collector, 'WIT'), ['grant', 'role', 'from', 'until']);
  assertMandatory(t, procedure, endRole(collector, uuidOf('DEMO-NONE')), ['grant', 'reason']);
});

t.test('SD-8: a role ends after it begins, and operational roles have an end', async t => {
  const procedure = registered();
  t.same(procedure.refuse(grantRole(collector, 'WIT', { until: '2021-04-01T00:00:00Z' })), [
    'officer.role-dates',
  ]);
  t.same(procedure.refuse(grantRole(collector, 'WIT', { until: null })), ['officer.role-without-end']);
  procedure.accept(grantRole(collector, 'REG', { until: null }));
});

t.test('log-format section 8: a grant has one number in the log', async t => {
  const procedure = registered();
  procedure.accept(registerOfficer('DEMO-WIT-2'));
  procedure.accept(grantRole(collector, 'WIT'));
  const grant = uuidOf(`grant ${collector} WIT`);
  t.same(procedure.refuse(grantRole('DEMO-WIT-2', 'WIT', { grant })), ['claim.taken']);
});

t.test('log-format section 8: a registrar grants himself nothing and does not lend his own hand', async t => {
  const procedure = new Procedure();
  procedure.enlist('DEMO-REG-1', 'REG');
  t.same(procedure.refuse(grantRole('DEMO-REG-1', 'OPS')), [
    'officer.registrar-about-himself',
    'officer.operator-holds-operational-role',
  ]);
});

t.test('log-format section 10: a role that an act brings in does not countersign it', async t => {
  const procedure = new Procedure();
  procedure.enlist(collector, 'WIT', { grants: {} });
  procedure.suppose(officerSubject(collector), {
    ...procedure.state<OfficerState>(officerSubject(collector)),
    grants: {},
  });
  const byHimself = { ...grantRole(collector, 'REG'), countersigned: [`${collector}/REG as registrar`] };
  t.same(procedure.refuse(byHimself), ['signer.role-not-held']);
  procedure.accept(grantRole(collector, 'REG'));
});

t.test(
  'SD-7: registrars and the operator hold no operational role, and neither the role of the other',
  async t => {
    for (const [held, wanted] of [
      ['WIT', 'OPS'],
      ['WIT', 'REG'],
      ['OPS', 'WIT'],
      ['REG', 'HQC'],
      ['REG', 'OPS'],
    ] as const) {
      const procedure = registered();
      procedure.accept(grantRole(collector, held));
      t.same(
        procedure.refuse(grantRole(collector, wanted)),
        ['officer.operator-holds-operational-role'],
        `${held} and ${wanted}`,
      );
      const later = { from: '2021-10-01T00:00:00Z', until: '2022-01-01T00:00:00Z' };
      t.same(procedure.judge(grantRole(collector, wanted, later)).rules, [], `${wanted} after ${held}`);
    }
    const procedure = registered();
    procedure.accept(grantRole(collector, 'WIT'));
    procedure.accept(grantRole(collector, 'CASE'));
    procedure.accept(endRole(collector, uuidOf(`grant ${collector} WIT`)));
    procedure.accept(endRole(collector, uuidOf(`grant ${collector} CASE`)));
    procedure.accept(grantRole(collector, 'OPS'));
  },
);

t.test(
  'domain.md (b): national roles for national officers, the others for those of the mission',
  async t => {
    const opj = registered('DEMO-OPJ-1', true);
    t.same(opj.refuse(grantRole('DEMO-OPJ-1', 'HQC')), ['officer.role-national']);
    opj.accept(grantRole('DEMO-OPJ-1', 'NAT-OPJ'));
    t.same(registered().refuse(grantRole(collector, 'NAT-OPJ')), ['officer.role-national']);
  },
);

t.test('SD-8: an act needs a role held when it is received, whatever time it claims', async t => {
  const procedure = new Procedure();
  procedure.enlist('DEMO-REG-3', 'REG', {
    grants: {
      [uuidOf('G')]: {
        role: 'REG',
        from: Date.UTC(2021, 3, 3),
        until: Date.UTC(2021, 3, 10),
        granted: 0,
        ended: null,
      },
    },
  });
  const act = { ...registerUnit(), by: 'DEMO-REG-3/REG' };
  t.same(procedure.refuse(act), ['signer.role-not-held'], 'not yet');
  procedure.now = Date.UTC(2021, 3, 10);
  t.same(procedure.refuse(act), ['signer.role-not-held'], 'no longer');
  t.same(procedure.refuse({ ...act, by: 'DEMO-REG-3/HOM' }), [
    'signer.role-not-held',
    'signer.role-not-provided',
  ]);
  procedure.now = Date.UTC(2021, 3, 9);
  procedure.accept(act);
});
