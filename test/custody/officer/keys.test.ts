import t from 'tap';
import { judgeBatch } from '../../../src/custody/judge/judge-batch.js';
import type { OfficerState } from '../../../src/custody/officer/state.js';
import { readActs } from '../../../src/log/index.js';
import {
  jwkOf,
  officerSubject,
  publicKeyOf,
  registerKey,
  registerOfficer,
  revokeKey,
} from '../../helpers/bodies/officer.js';
import { registerUnit } from '../../helpers/bodies/unit.js';
import { assertMandatory } from '../../helpers/mandatory-fields.js';
import { Procedure, uuidOf } from '../../helpers/procedure.js';

const collector = 'DEMO-WIT-1';

function registered(): Procedure {
  const procedure = new Procedure();
  procedure.accept(registerOfficer(collector));
  return procedure;
}

/** An officer with the key that the harness signs with, and no other. */
function keyOfHarness(procedure: Procedure, name: string): string {
  const [kid = ''] = Object.keys(procedure.state<OfficerState>(officerSubject(name)).keys);
  return kid;
}

t.test('log-format section 8: two registrars register a key, several keys an officer', async t => {
  const procedure = registered();
  t.same(procedure.refuse({ ...registerKey(collector, 'K1'), countersigned: [] }), [
    'countersignature.missing',
  ]);
  procedure.accept(registerKey(collector, 'K1'));
  procedure.accept(registerKey(collector, 'K2'));
  t.same(Object.keys(procedure.state<OfficerState>(officerSubject(collector)).keys), [
    publicKeyOf('K1').kid,
    publicKeyOf('K2').kid,
  ]);
});

t.test('log-format section 8: mandatory members of keys', async t => {
  const procedure = registered();
  assertMandatory(t, procedure, registerKey(collector, 'K1'), ['jwk', 'pop']);
  assertMandatory(t, procedure, revokeKey(collector, publicKeyOf('K1').kid, 'lost'), ['kid', 'reason']);
});

t.test(
  'log-format section 8: in place of the second registrar the officer himself, with a good key',
  async t => {
    const procedure = new Procedure();
    procedure.enlist(collector, 'WIT');
    const byHimself = [`${collector}/WIT as registrar`];
    t.same(
      procedure.refuse({ ...registerKey(collector, 'K1'), countersigned: ['DEMO-HOM-1/HOM as registrar'] }),
      ['officer.second-registrar-missing'],
    );
    procedure.accept({ ...registerKey(collector, 'K1'), countersigned: byHimself });
    procedure.accept(revokeKey(collector, keyOfHarness(procedure, collector), 'superseded'));
    t.same(procedure.refuse({ ...registerKey(collector, 'K2'), countersigned: byHimself }), [
      'officer.second-registrar-missing',
    ]);
  },
);

t.test('log-format section 10: a key does not countersign its own registration', async t => {
  const procedure = new Procedure();
  procedure.enlist(collector, 'WIT');
  const { kid } = publicKeyOf('K1');
  const events = procedure
    .compose({ ...registerKey(collector, 'K1'), countersigned: [`${collector}/WIT as registrar`] })
    .map(event => (event.type === 'officer.countersigned' ? { ...event, kid } : event));
  const moment = { receivedAt: procedure.now, firstIndex: 0, sop: procedure.sop };
  t.match(judgeBatch(procedure.world, readActs(events).acts, moment), {
    kind: 'refused',
    violations: [{ rule: 'officer.second-registrar-missing' }],
  });
});

t.test('log-format section 8: a registrar registers no key of his own', async t => {
  const procedure = new Procedure();
  procedure.enlist('DEMO-REG-1', 'REG');
  t.same(procedure.refuse(registerKey('DEMO-REG-1', 'K1')), ['officer.registrar-about-himself']);
});

t.test('log-format section 8: a key is registered once in a log, revoked or not', async t => {
  const procedure = registered();
  procedure.accept(registerOfficer('DEMO-WIT-2'));
  procedure.accept(registerKey(collector, 'K1'));
  t.same(procedure.refuse(registerKey(collector, 'K1')), ['claim.taken']);
  t.same(procedure.refuse(registerKey('DEMO-WIT-2', 'K1')), ['claim.taken']);
  procedure.accept(revokeKey(collector, publicKeyOf('K1').kid, 'lost'));
  t.same(procedure.refuse(registerKey('DEMO-WIT-2', 'K1')), ['claim.taken']);
});

t.test('log-format section 8: a key is a valid point on its curve', async t => {
  const procedure = registered();
  for (const jwk of [
    { ...jwkOf('K1'), crv: 'X25519' },
    { ...jwkOf('K1'), x: 'AAAA' },
    { ...jwkOf('K1'), x: 'A'.repeat(43) },
    { kty: 'EC', crv: 'P-256', x: 'A'.repeat(43), y: 'A'.repeat(43) },
  ])
    t.same(procedure.refuse(registerKey(collector, 'K1', { jwk })), ['officer.key-malformed']);
});

t.test('log-format section 8: a revoked key signs nothing more', async t => {
  const procedure = new Procedure();
  procedure.enlist('DEMO-REG-3', 'REG');
  const kid = keyOfHarness(procedure, 'DEMO-REG-3');
  const act = { ...registerUnit(), by: 'DEMO-REG-3/REG' };
  procedure.accept({ ...act, subject: `unit/${uuidOf('DEMO-UNIT-2')}` });
  procedure.accept(revokeKey('DEMO-REG-3', kid, 'lost'));
  t.same(procedure.refuse(act), ['signer.key-not-good']);
  t.same(procedure.refuse({ ...registerUnit(), countersigned: ['DEMO-REG-3/REG as registrar'] }), [
    'signer.key-not-good',
  ]);
});

t.test(
  'log-format section 8: one registrar revokes a key, or its holder alone whatever his role',
  async t => {
    for (const by of ['DEMO-REG-1/REG', `${collector}/WIT`, `${collector}/CASE`]) {
      const procedure = new Procedure();
      procedure.enlist(collector, 'WIT');
      const kid = keyOfHarness(procedure, collector);
      const revocation = { ...revokeKey(collector, kid, 'lost'), countersigned: [], by };
      t.same(procedure.judge(revocation).rules, [], by);
      t.same(procedure.refuse({ ...revocation, by: 'DEMO-REG-1/REG' }), ['officer.key-revoked-before']);
    }
    const procedure = new Procedure();
    procedure.enlist(collector, 'WIT');
    const kid = keyOfHarness(procedure, collector);
    const byStranger = { ...revokeKey(collector, kid, 'lost'), countersigned: [], by: 'DEMO-HOM-1/HOM' };
    t.same(procedure.refuse(byStranger), ['officer.revoker-not-entitled']);
  },
);

t.test('log-format section 8: a key named is a key of this officer', async t => {
  const procedure = registered();
  procedure.enlist('DEMO-WIT-2', 'WIT');
  const kid = keyOfHarness(procedure, 'DEMO-WIT-2');
  t.same(procedure.refuse(revokeKey(collector, kid, 'lost')), ['officer.key-unknown']);
});

t.test('log-format section 8: a compromised key needs two registrars and the leaf since when', async t => {
  const procedure = registered();
  procedure.accept(registerKey(collector, 'K1'));
  const { kid } = publicKeyOf('K1');
  const registeredAt = procedure.state<OfficerState>(officerSubject(collector)).keys[kid]?.registered ?? 0;
  const since = { compromisedSince: registeredAt + 1 };
  const compromised = revokeKey(collector, kid, 'compromised', since);
  t.same(procedure.refuse({ ...compromised, countersigned: [] }), ['officer.second-registrar-missing']);
  t.same(procedure.refuse(revokeKey(collector, kid, 'compromised')), ['officer.compromise-index']);
  t.same(procedure.refuse(revokeKey(collector, kid, 'lost', since)), ['officer.compromise-index']);
  t.same(
    procedure.refuse(revokeKey(collector, kid, 'compromised', { compromisedSince: registeredAt })),
    ['officer.compromise-index'],
    'not before its registration',
  );
  procedure.accept(compromised);
  t.match(procedure.state<OfficerState>(officerSubject(collector)).keys[kid]?.revoked, {
    reason: 'compromised',
    ...since,
  });
});
