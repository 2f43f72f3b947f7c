import t from 'tap';
import type { EvidenceState } from '../../../src/custody/evidence/state.js';
import type { PackageState } from '../../../src/custody/package/state.js';
import {
  findDamaged,
  openPackage,
  packageSubject,
  resealPackage,
  sealApplied,
  sealNumber,
  sealPackage,
} from '../../helpers/bodies/package.js';
import { stockSubject, withdrawnBody } from '../../helpers/bodies/sealstock.js';
import { heldItem, itemSubject } from '../../helpers/held-item.js';
import { assertMandatory } from '../../helpers/mandatory-fields.js';
import { changedSop, type Procedure, uuidOf } from '../../helpers/procedure.js';
import { atOpening, both, first, inTransfer, later, packed, sealer, second, supposeItem } from './stage.js';

const [one, two, three] = [sealNumber(1), sealNumber(2), sealNumber(3)];
const reseal = (act: Parameters<typeof resealPackage>[3] = both) => resealPackage(one, two, later, act);

function opened(): Procedure {
  const procedure = packed();
  procedure.accept(openPackage(one, atOpening, both));
  return procedure;
}

t.test('E25, RQ-30: a new seal, linked to the old one, which stays named', async t => {
  const procedure = opened();
  procedure.accept(reseal());
  const state = procedure.state<PackageState>(packageSubject);
  t.match(state.seal, { number: two, status: 'APPLIED' });
  t.match(state.formerSeals, [{ number: one, status: 'SUPERSEDED' }]);
  const item = procedure.state<EvidenceState>(first);
  t.match(item.seal, { number: two, status: 'APPLIED' });
  t.match(item.formerSeals, [{ number: one, status: 'SUPERSEDED' }]);
  procedure.accept(openPackage(two, '2021-04-02T11:10:00Z', both));
  procedure.accept(resealPackage(two, three, '2021-04-02T11:20:00Z', both));
  t.same(
    procedure.state<EvidenceState>(first).formerSeals.map(({ number }) => number),
    [one, two],
  );
});

t.test('E25, D3: mandatory fields of a new seal', async t => {
  assertMandatory(t, opened(), reseal(), [
    'occurred',
    'place',
    'sealNumber',
    'condition',
    'holds',
    'seal',
    'seal/stock',
    'seal/number',
    'seal/type',
    'seal/form',
    'seal/signedAcross',
    'seal/photo',
    'label',
    'item:package',
    'item:sealNumber',
    'item:formerSealNumber',
    'item:content',
    'item:condition',
  ]);
});

t.test('E25: a witness signs', async t => {
  t.same(opened().refuse(reseal({ ...both, countersigned: [] })), ['countersignature.missing']);
});

t.test('E24 before E25: a package under an unbroken seal is opened before it is sealed again', async t => {
  t.same(packed().refuse(reseal()), ['package.not-open']);
});

t.test('E26, E25: a package found damaged is sealed again, on the way too', async t => {
  const procedure = packed();
  for (const subject of [first, second])
    supposeItem(procedure, subject, () => ({ transit: inTransfer, physical: 'IN_TRANSIT' }));
  procedure.accept(findDamaged(one, atOpening, both));
  procedure.accept(reseal());
  t.match(procedure.state<EvidenceState>(second).seal, { number: two, status: 'APPLIED' });
  t.match(procedure.state<EvidenceState>(second).remarks, [{ kind: 'SEAL' }], 'the damage stays on record');
});

t.test('RQ-30: the old seal is the one on record', async t => {
  t.same(opened().refuse(resealPackage(three, two, later, both)), ['package.seal-differs']);
  const itemChanges = { formerSealNumber: three };
  t.same(opened().refuse(reseal({ ...both, itemChanges })), ['package.item-differs', 'package.item-differs']);
});

t.test('D3: the new seal was never used, and neither spoiled nor lost', async t => {
  const again = { ...both, changes: { seal: sealApplied(one) }, itemChanges: { sealNumber: one } };
  t.same(opened().refuse(reseal(again)), ['claim.taken']);
  const procedure = opened();
  procedure.accept({
    subject: stockSubject,
    type: 'sealstock.lost',
    by: sealer,
    body: withdrawnBody(two, later),
  });
  t.same(procedure.refuse(reseal()), ['claim.taken', 'package.seal-withdrawn']);
});

t.test('E16, E25: what is inside now is said: fewer, and more; items stay items of their own', async t => {
  const procedure = opened();
  const third = itemSubject('DEMO-3');
  procedure.suppose(third, heldItem('DEMO-3', uuidOf('DEMO-WIT-1')));
  procedure.accept(reseal({ by: sealer, items: [second, third] }));
  t.same(procedure.state<PackageState>(packageSubject).contents, [second, third]);
  t.match(procedure.state<EvidenceState>(first).seal, { number: one, status: 'OPENED_AUTHORISED' });
  t.match(procedure.state<EvidenceState>(third).seal, { number: two });
});

t.test('RQ-30: a package that was not opened on record is closed again over all it holds', async t => {
  const damaged = packed();
  damaged.accept(findDamaged(one, atOpening, both));
  t.same(damaged.refuse(reseal({ by: sealer, items: [second] })), ['package.contents-differ']);
  const elsewhere = {
    package: `package/${uuidOf('DEMO-PACKAGE-2')}`,
    changes: { packageNumber: 'DEMO-P-2' },
  };
  t.same(
    damaged.refuse(sealPackage(three, later, { by: sealer, items: [first], ...elsewhere })),
    ['package.item-under-seal'],
    'nor is a seal found damaged an opening',
  );
  damaged.accept(reseal());
});

t.test('RQ-24, L2: nothing of another consignment goes into a package on the way', async t => {
  const procedure = opened();
  const third = itemSubject('DEMO-3');
  procedure.suppose(third, heldItem('DEMO-3', uuidOf('DEMO-WIT-1')));
  for (const subject of [first, second]) supposeItem(procedure, subject, () => ({ transit: inTransfer }));
  const all = { by: sealer, items: [first, second, third] };
  t.same(procedure.refuse(reseal(all)), ['package.items-in-two-transfers']);
  procedure.accept(reseal());
});

t.test('RQ-30: what went into another package is not sealed in this one', async t => {
  const procedure = opened();
  const other = { package: `package/${uuidOf('DEMO-PACKAGE-2')}`, changes: { packageNumber: 'DEMO-P-2' } };
  procedure.accept(sealPackage(three, atOpening, { by: sealer, items: [first], ...other }));
  t.same(procedure.refuse(reseal()), ['package.item-under-seal']);
});

t.test('domain (b): only the custodian seals again, or another for him whom he countersigns', async t => {
  const procedure = opened();
  for (const subject of [first, second])
    supposeItem(procedure, subject, ({ custody }) => ({
      custody: custody && { ...custody, officer: procedure.enlist('DEMO-SEC-1', 'SEC') },
    }));
  t.same(procedure.refuse(reseal()), ['package.not-custodian', 'package.not-custodian']);
  const countersigned = ['DEMO-WITNESS/WIT as witness', 'DEMO-SEC-1/SEC as custodian'];
  procedure.accept(reseal({ ...both, countersigned }));
});

t.test('C.1: what is missing is not sealed in', async t => {
  const procedure = opened();
  supposeItem(procedure, first, () => ({ physical: 'UNACCOUNTED' }));
  t.same(procedure.refuse(reseal()), ['package.item-not-at-hand']);
});

t.test('E11, GATE-3: safety and firearms are asked for again', async t => {
  const hazardous = opened();
  supposeItem(hazardous, first, ({ safety }) => ({ safety: { ...safety, status: 'HAZARDOUS_DO_NOT_MOVE' } }));
  t.same(hazardous.refuse(reseal()), ['package.item-hazardous']);
  const rounds = { category: 'AMMUNITION', explosivePossible: true };
  const mixed = opened();
  supposeItem(mixed, first, ({ safety }) => ({ firearm: true, safety: { ...safety, weaponCleared: true } }));
  supposeItem(mixed, second, () => rounds);
  const holds = (value: string) => reseal({ ...both, changes: { holds: value } });
  t.same(mixed.refuse(holds('FIREARMS')), ['package.firearm-and-ammunition']);
  t.same(mixed.refuse(holds('AMMUNITION')), ['package.firearm-and-ammunition']);
  supposeItem(mixed, first, ({ safety }) => ({ safety: { ...safety, weaponCleared: false } }));
  supposeItem(mixed, second, () => ({ category: 'OTHER', explosivePossible: false }));
  t.same(mixed.refuse(holds('FIREARMS')), ['package.firearm-not-cleared']);
  mixed.sop = changedSop(sop => {
    sop.gates['GATE-3'].on = false;
  });
  mixed.accept(holds('FIREARMS'));
});
