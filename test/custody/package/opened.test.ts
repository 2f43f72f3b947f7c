import t from 'tap';
import type { EvidenceState } from '../../../src/custody/evidence/state.js';
import type { PackageState } from '../../../src/custody/package/state.js';
import { damagedStatuses, openingAuthorities } from '../../../src/custody/vocabulary/seals.js';
import { findDamaged, openPackage, packageSubject, sealNumber } from '../../helpers/bodies/package.js';
import { assertMandatory } from '../../helpers/mandatory-fields.js';
import { changedSop, circumstances, uuidOf } from '../../helpers/procedure.js';
import { atOpening, both, first, inTransfer, packed, sealer, second, supposeItem } from './stage.js';

const one = sealNumber(1);
const open = (act: Parameters<typeof openPackage>[2] = both) => openPackage(one, atOpening, act);

t.test('E24, RQ-30: an opened package keeps its old seal and number, and every item shows it', async t => {
  const procedure = packed();
  procedure.accept(open());
  const { seal, contents } = procedure.state<PackageState>(packageSubject);
  t.match(seal, { number: one, status: 'OPENED_AUTHORISED' });
  t.same(contents, [first, second]);
  for (const subject of [first, second])
    t.match(procedure.state<EvidenceState>(subject).seal, { number: one, status: 'OPENED_AUTHORISED' });
});

t.test('E24, D3: mandatory fields of an opening', async t => {
  assertMandatory(t, packed(), open(), [
    'occurred',
    'place',
    'sealNumber',
    'sealState',
    'reason',
    'authority',
    'authority/kind',
    'authority/reference',
    'awayFromSeal',
    'whyThroughSeal',
    'oldSealKept',
    'photo',
    'item:package',
    'item:sealNumber',
    'item:sealState',
    'item:authority',
    'item:condition',
  ]);
});

t.test('E24: a witness signs, and a reason without an authority is none', async t => {
  t.same(packed().refuse(open({ ...both, countersigned: [] })), ['countersignature.missing']);
  for (const kind of Object.keys(openingAuthorities)) {
    const changes = { authority: { kind, reference: 'DEMO-REFERENCE' } };
    packed().accept(open({ ...both, changes }));
  }
  const none = { authority: { kind: 'NONE', reference: 'DEMO-REFERENCE' } };
  t.ok(
    packed()
      .refuse(open({ ...both, changes: none }))
      .includes('body.value-refused'),
  );
});

t.test('domain (b), L2: a courier opens nothing', async t => {
  const procedure = packed();
  procedure.enlist('DEMO-WIT-1', 'COU');
  t.same(procedure.refuse(open({ ...both, by: 'DEMO-WIT-1/COU' })), ['signer.role-not-provided']);
});

t.test('E24: the old seal is cut only where it has to be, for a reason', async t => {
  const changes = { awayFromSeal: false };
  t.same(packed().refuse(open({ ...both, changes })), ['package.opened-through-seal']);
  packed().accept(open({ ...both, changes: { ...changes, whyThroughSeal: 'DEMO: numbered tag' } }));
});

t.test('RQ-30: the act names the seal on record', async t => {
  t.same(packed().refuse(openPackage(sealNumber(2), atOpening, both)), ['package.seal-differs']);
});

t.test('E24: a package is opened once', async t => {
  const procedure = packed();
  procedure.accept(open());
  t.ok(procedure.refuse(open()).includes('package.open-already'));
});

t.test('log-format 10: an opening concerns every item inside, and no other', async t => {
  t.same(packed().refuse(open({ by: sealer, items: [first] })), ['package.contents-differ']);
  const procedure = packed();
  const state = procedure.state<PackageState>(packageSubject);
  procedure.suppose(packageSubject, { ...state, contents: [first] });
  t.same(procedure.refuse(open()), ['package.contents-differ']);
});

t.test('RQ-30: what is opened is what the item is recorded under', async t => {
  const elsewhere = {
    package: uuidOf('DEMO-PACKAGE-2'),
    number: one,
    status: 'APPLIED',
    event: 'DEMO',
    together: 2,
  } as const;
  const anotherSeal = { ...elsewhere, package: uuidOf('DEMO-PACKAGE'), number: sealNumber(9) };
  for (const seal of [null, elsewhere, anotherSeal]) {
    const procedure = packed();
    supposeItem(procedure, first, () => ({ seal }));
    t.same(procedure.refuse(open()), ['package.item-not-inside']);
  }
});

t.test('design 4: the item repeats seal, state and authority of the opening', async t => {
  for (const itemChanges of [
    { sealNumber: sealNumber(2) },
    { authority: 'SAFETY' },
    { sealState: 'MISSING' },
    { package: uuidOf('DEMO-PACKAGE-2') },
  ]) {
    const procedure = packed();
    procedure.suppose(`package/${uuidOf('DEMO-PACKAGE-2')}`, {});
    t.ok(procedure.refuse(open({ ...both, itemChanges })).includes('package.item-differs'));
  }
});

t.test('RQ-31: an opening never hides a damaged seal', async t => {
  for (const state of damagedStatuses) {
    const changes = { sealState: state };
    t.same(
      packed().refuse(open({ ...both, changes })),
      ['package.seal-state-differs'],
      `${state}, unrecorded`,
    );
    const procedure = packed();
    const explained = { state, explanation: 'DEMO: tape came off', numberRead: 'DEMO-X' };
    procedure.accept(findDamaged(one, atOpening, { ...both, changes: explained }));
    t.same(procedure.refuse(open()), ['package.seal-state-differs'], `${state}, called intact`);
    procedure.accept(open({ ...both, changes }));
  }
});

t.test("RQ-31: damage on an item's own record, from a receipt, is not hidden either", async t => {
  const procedure = packed();
  supposeItem(procedure, first, ({ seal }) => ({ seal: seal && { ...seal, status: 'UNREADABLE' } }));
  t.same(procedure.refuse(open()), ['package.seal-state-differs']);
});

t.test('domain (b): only the custodian opens, or another for him whom he countersigns', async t => {
  const act = { ...both, by: 'DEMO-LABX-1/LABX' };
  t.same(packed().refuse(open(act)), ['package.not-custodian', 'package.not-custodian']);
  const countersigned = ['DEMO-WITNESS/WIT as witness', `${sealer} as custodian`];
  packed().accept(open({ ...act, countersigned }));
});

t.test('domain (b), L2: in a transfer only safety opens a package', async t => {
  const travelling = () => {
    const procedure = packed();
    for (const subject of [first, second])
      supposeItem(procedure, subject, () => ({ transit: inTransfer, physical: 'IN_TRANSIT' }));
    return procedure;
  };
  t.same(travelling().refuse(open()), ['package.item-in-transfer', 'package.item-in-transfer']);
  const changes = { authority: { kind: 'SAFETY', reference: 'DEMO-EOD-1' } };
  travelling().accept(open({ ...both, changes }));
});

t.test(
  'C.1: a missing item is listed at the opening of its package; one not collected cannot be',
  async t => {
    const missing = packed();
    supposeItem(missing, first, () => ({ physical: 'UNACCOUNTED' }));
    missing.accept(open());
    const recorded = packed();
    supposeItem(recorded, first, () => ({ physical: 'RECORDED' }));
    t.same(recorded.refuse(open()), ['package.item-not-at-hand']);
  },
);

t.test('GATE-12: no act on a package lies before its previous one', async t => {
  const before = openPackage(one, '2021-04-02T08:30:00Z', both);
  const rules = packed().refuse(before);
  t.same(rules, ['package.time-reversal']);
  const day = circumstances('2021-04-02T00:00:00Z');
  const occurred = { at: '2021-04-02T00:00:00Z', precision: 'DAY', zone: 'Africa/Bamako', clockDoubt: null };
  packed().accept(open({ ...both, changes: { ...day, occurred } }));
});

t.test('GATE-12: the SOP alone turns the gate off', async t => {
  const procedure = packed();
  procedure.sop = changedSop(sop => {
    sop.gates['GATE-12'].on = false;
  });
  procedure.accept(openPackage(one, '2021-04-02T08:30:00Z', both));
  t.equal(
    procedure.state<PackageState>(packageSubject).lastOccurred.at,
    '2021-04-02T09:00:00Z',
    'the latest act known stays the latest',
  );
});
