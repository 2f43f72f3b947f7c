import t from 'tap';
import type { EvidenceState } from '../../../src/custody/evidence/state.js';
import type { PackageState } from '../../../src/custody/package/state.js';
import {
  labelBody,
  packageSubject,
  sealApplied,
  sealNumber,
  sealPackage,
} from '../../helpers/bodies/package.js';
import { issueStock, stockSubject, withdrawnBody } from '../../helpers/bodies/sealstock.js';
import { assertMandatory } from '../../helpers/mandatory-fields.js';
import { changedSop, uuidOf } from '../../helpers/procedure.js';
import { atSealing, both, first, inTransfer, packed, packing, sealer, second, supposeItem } from './stage.js';

const one = sealNumber(1);
const seal = (changes: Parameters<typeof sealPackage>[2] = both) => sealPackage(one, atSealing, changes);

t.test('E14: a package is sealed over its items, each of which knows its seal', async t => {
  const procedure = packed();
  const state = procedure.state<PackageState>(packageSubject);
  t.equal(state.seal.number, one);
  t.equal(state.seal.status, 'APPLIED');
  t.same(state.contents, [first, second]);
  for (const subject of [first, second]) {
    const item = procedure.state<EvidenceState>(subject);
    t.match(item.seal, { package: packageSubject.slice('package/'.length), number: one, status: 'APPLIED' });
    t.match(item.describedAs, [{ quantity: '1 PIECE', text: 'DEMO item as packed' }]);
  }
});

t.test('D3: mandatory fields of the seal record', async t => {
  assertMandatory(t, packing(), seal(), [
    'occurred',
    'place',
    'packageNumber',
    'packageType',
    'holds',
    'seal',
    'seal/stock',
    'seal/number',
    'seal/type',
    'seal/form',
    'seal/signedAcross',
    'seal/photo',
    'label',
    'label/case',
    'label/exhibit',
    'label/description',
    'label/date',
    'label/place',
    'label/officer',
    'item:package',
    'item:sealNumber',
    'item:content',
    'item:content/description',
    'item:content/quantity',
    'item:content/quantity/amount',
    'item:content/quantity/unit',
  ]);
});

t.test('E14: a witness signs', async t => {
  t.same(packing().refuse(seal({ ...both, countersigned: [] })), ['countersignature.missing']);
});

t.test('D3: a type of package outside the list is described', async t => {
  const changes = { packageType: { code: 'OTHER', text: null } };
  t.same(packing().refuse(seal({ ...both, changes })), ['vocabulary.other-without-text']);
});

t.test('D3: the officer on the label is a claim that can be withheld', async t => {
  const events = packing().compose(seal());
  const label = events[0]?.body.label as { officer: object };
  t.same(Object.keys(label.officer), ['_sd']);
});

t.test('D3: a seal number is used once for ever', async t => {
  const procedure = packed();
  supposeItem(procedure, first, () => ({ seal: null }));
  const other = {
    by: sealer,
    items: [first],
    package: `package/${uuidOf('DEMO-PACKAGE-2')}`,
    changes: { packageNumber: 'DEMO-P-2' },
  };
  t.same(procedure.refuse(seal(other)), ['claim.taken']);
  procedure.accept(sealPackage(sealNumber(2), atSealing, other));
});

t.test('D3: a package number is used once for ever', async t => {
  const procedure = packed();
  supposeItem(procedure, first, () => ({ seal: null }));
  const other = { by: sealer, items: [first], package: `package/${uuidOf('DEMO-PACKAGE-2')}` };
  t.same(procedure.refuse(sealPackage(sealNumber(2), atSealing, other)), ['claim.taken']);
});

t.test('D3: the seal is of the stock named', async t => {
  t.same(packing().refuse(sealPackage('DEMO-000101', atSealing, both)), ['package.seal-not-in-stock']);
  const unknown = { seal: sealApplied(one, { stock: uuidOf('DEMO-STOCK-9') }) };
  t.same(packing().refuse(seal({ ...both, changes: unknown })), ['reference.subject-unknown']);
});

t.test('V8: a seal spoiled or lost is not applied, one applied is neither', async t => {
  const withdraw = (word: string) => ({
    subject: stockSubject,
    type: `sealstock.${word}`,
    by: sealer,
    body: withdrawnBody(one, atSealing),
  });
  for (const word of ['spoiled', 'lost']) {
    const procedure = packing();
    procedure.accept(withdraw(word));
    t.same(procedure.refuse(seal()), ['claim.taken', 'package.seal-withdrawn'], word);
    t.same(packed().refuse(withdraw(word)), ['claim.taken'], `${word} after use`);
  }
});

t.test('D3: the sealer uses seals issued to him', async t => {
  const procedure = packing();
  const stock = `sealstock/${uuidOf('DEMO-STOCK-2')}`;
  const numbers = { list: ['X-1'] };
  procedure.accept(issueStock(procedure.enlist('DEMO-WIT-2', 'WIT'), { numbers }, stock));
  const changes = { seal: sealApplied('X-1', { stock: uuidOf('DEMO-STOCK-2') }) };
  t.same(procedure.refuse(sealPackage('X-1', atSealing, { ...both, changes })), [
    'package.seal-not-issued-to-sealer',
  ]);
});

t.test('D3: the seal is of the type its stock holds', async t => {
  const changes = { seal: sealApplied(one, { type: 'WAX' }) };
  t.same(packing().refuse(seal({ ...both, changes })), ['package.seal-type-differs']);
});

t.test('design 4: the item repeats package and seal number', async t => {
  const wrong = { ...both, itemChanges: { sealNumber: sealNumber(2) } };
  t.same(packing().refuse(seal(wrong)), ['package.item-differs', 'package.item-differs']);
});

t.test('domain (b): only the custodian seals, or another for him whom he countersigns', async t => {
  const procedure = packing();
  const stock = `sealstock/${uuidOf('DEMO-STOCK-2')}`;
  procedure.accept(issueStock(procedure.enlist('DEMO-CSO-1', 'CSO'), { numbers: { list: ['X-1'] } }, stock));
  const act = {
    by: 'DEMO-CSO-1/CSO',
    items: [first, second],
    changes: { seal: sealApplied('X-1', { stock: uuidOf('DEMO-STOCK-2') }) },
  };
  const rules = procedure.refuse(sealPackage('X-1', atSealing, act));
  t.same(rules, ['package.not-custodian', 'package.not-custodian']);
  const countersigned = ['DEMO-WITNESS/WIT as witness', `${sealer} as custodian`];
  procedure.accept(sealPackage('X-1', atSealing, { ...act, countersigned }));
});

t.test('domain (b): all items of a package have the same custodian', async t => {
  const procedure = packing();
  const other = procedure.enlist('DEMO-WIT-2', 'WIT');
  supposeItem(procedure, second, ({ custody }) => ({ custody: custody && { ...custody, officer: other } }));
  const countersigned = ['DEMO-WITNESS/WIT as witness', 'DEMO-WIT-2/WIT as custodian'];
  t.same(procedure.refuse(seal()), ['package.not-custodian']);
  t.same(procedure.refuse(seal({ ...both, countersigned })), ['package.not-custodian']);
});

t.test('C.1: what is not collected, on the way or missing is not packed', async t => {
  for (const physical of ['RECORDED', 'IN_TRANSIT', 'UNACCOUNTED'] as const)
    t.same(packing({ physical }).refuse(seal()), ['package.item-not-at-hand'], physical);
  t.same(packing({ physical: 'HANDED_OVER' }).refuse(seal()), [
    'package.item-not-at-hand',
    'evidence.custody-ended',
  ]);
  for (const physical of ['COLLECTED', 'HELD', 'CHECKED_OUT'] as const) packing({ physical }).accept(seal());
});

t.test('domain (b), L2: an item on a manifest keeps its seal', async t => {
  t.same(packing({ transit: inTransfer }).refuse(seal()), ['package.item-in-transfer']);
});

t.test('RQ-30: an item under an unbroken seal does not go into another package', async t => {
  for (const status of ['APPLIED', 'VERIFIED_INTACT'] as const) {
    const under = { package: uuidOf('DEMO-PACKAGE-2'), number: 'X-1', status, event: 'DEMO', together: 1 };
    t.same(packing({ seal: under }).refuse(seal()), ['package.item-under-seal'], status);
  }
  const opened = {
    package: uuidOf('DEMO-PACKAGE-2'),
    number: 'X-1',
    status: 'OPENED_AUTHORISED',
    event: 'DEMO',
    together: 1,
  } as const;
  const procedure = packing({ seal: opened });
  procedure.accept(seal());
  t.match(procedure.state<EvidenceState>(first).formerSeals, [{ number: 'X-1', status: 'SUPERSEDED' }]);
});

const unassessed = {
  status: 'UNASSESSED',
  event: null,
  certificate: null,
  validUntil: null,
  hazardDivision: null,
  compatibilityGroup: null,
  netExplosiveQuantity: null,
  weaponCleared: false,
} as const;

t.test('E11: what may hold explosive is assessed before it is packed', async t => {
  const procedure = packing({ explosivePossible: true, safety: unassessed });
  t.same(procedure.refuse(seal()), ['package.safety-not-assessed']);
  supposeItem(procedure, first, () => ({
    safety: { ...unassessed, status: 'CERTIFIED_FREE_FROM_EXPLOSIVES' },
  }));
  procedure.accept(seal());
  packing({ safety: unassessed }).accept(seal());
});

t.test('C.2: what must not be moved is not packed', async t => {
  const safety = { ...unassessed, status: 'HAZARDOUS_DO_NOT_MOVE' } as const;
  t.same(packing({ safety }).refuse(seal()), ['package.item-hazardous']);
});

const firearms = { by: sealer, items: [first], changes: { holds: 'FIREARMS' } };
const cleared = { ...unassessed, status: 'WEAPON_CLEARED', weaponCleared: true } as const;

t.test('GATE-3: a firearm is packed once two persons have cleared it', async t => {
  const loaded = { firearm: true, safety: unassessed };
  t.same(packing(loaded).refuse(seal(firearms)), ['package.firearm-not-cleared']);
  packing({ firearm: true, safety: cleared }).accept(seal(firearms));
});

t.test('GATE-3: no package holds a firearm and ammunition together', async t => {
  const procedure = packing({ firearm: true, safety: cleared });
  supposeItem(procedure, second, () => ({ category: 'AMMUNITION', explosivePossible: true }));
  for (const holds of ['FIREARMS', 'AMMUNITION'])
    t.same(
      procedure.refuse(seal({ ...both, changes: { holds } })),
      ['package.firearm-and-ammunition'],
      holds,
    );
  t.same(procedure.refuse(seal({ ...both, changes: { holds: 'NEITHER' } })), [
    'package.firearm-and-ammunition',
    'package.firearm-and-ammunition',
  ]);
  procedure.accept(seal(firearms));
  const rounds = {
    by: sealer,
    items: [second],
    package: `package/${uuidOf('DEMO-PACKAGE-2')}`,
    changes: { holds: 'AMMUNITION', packageNumber: 'DEMO-P-2' },
  };
  procedure.accept(sealPackage(sealNumber(2), atSealing, rounds));
});

t.test('GATE-3: explosive is not packed with firearms, spent cases may be', async t => {
  const explosive = packing({ explosivePossible: true, hazardClass: 'EXPLOSIVE' });
  const holds = (value: string) => seal({ by: sealer, items: [first], changes: { holds: value } });
  t.same(explosive.refuse(holds('FIREARMS')), ['package.firearm-and-ammunition']);
  explosive.accept(holds('NEITHER'));
  packing({ category: 'AMMUNITION', subCategory: 'CARTRIDGE_CASE' }).accept(holds('FIREARMS'));
});

t.test('GATE-3: the SOP alone turns the gate off, or lets a role pass it', async t => {
  const loaded = { firearm: true, safety: unassessed };
  const off = changedSop(sop => {
    sop.gates['GATE-3'].on = false;
  });
  packing(loaded, off).accept(seal(firearms));
  const byEod = changedSop(sop => {
    sop.gates['GATE-3'].override = { roles: ['EOD'] };
  });
  const override = { gate: 'GATE-3', officer: uuidOf('DEMO-EOD-1'), reason: 'DEMO: camp under fire' };
  const passed = { ...firearms, changes: { ...firearms.changes, overrides: [override] } };
  const countersigned = ['DEMO-WITNESS/WIT as witness', 'DEMO-EOD-1/EOD as overriding-officer'];
  t.same(packing(loaded, byEod).refuse(seal(firearms)), ['package.firearm-not-cleared']);
  const procedure = packing(loaded, byEod);
  procedure.accept(seal({ ...passed, countersigned }));
  t.match(procedure.state<EvidenceState>(first).remarks, [{ kind: 'OVERRIDE', officer: override.officer }]);
  const byHom = changedSop(sop => {
    sop.gates['GATE-3'].override = { roles: ['HOM'] };
  });
  const other = packing(loaded, byHom);
  t.same(other.refuse(seal({ ...passed, countersigned })), ['override.role-not-allowed']);
});

t.test('D3: the label is on the package, dated as a day', async t => {
  const changes = { label: labelBody({ date: '2 April' }) };
  t.ok(
    packing()
      .refuse(seal({ ...both, changes }))
      .includes('body.value-refused'),
  );
});

t.test('GATE-8, log-format 2: the name on the label is erased by two, the seal stays', async t => {
  const procedure = packing();
  const { eventId } = procedure.accept(seal());
  const label = procedure.world.event(eventId)?.body.label as unknown as { officer: { _sd: string } };
  const erase = (countersigned: readonly string[]) => ({
    subject: packageSubject,
    type: 'package.disclosure-erased',
    by: 'DEMO-LEG-1/LEG',
    countersigned,
    refs: [eventId],
    body: { eventId, digest: label.officer._sd, reason: 'DEMO: protection of the officer' },
  });
  t.same(procedure.refuse(erase([])), ['countersignature.missing']);
  procedure.accept(erase(['DEMO-HR-1/HR as second-officer']));
  t.equal(procedure.state<PackageState>(packageSubject).seal.number, one);
});

t.test('RQ-24: each item knows how many lie under its seal', async t => {
  const procedure = packed();
  for (const item of [first, second]) t.equal(procedure.state<EvidenceState>(item).seal?.together, 2);
});
