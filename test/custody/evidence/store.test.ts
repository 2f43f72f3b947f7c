import t from 'tap';
import type { Sop } from '../../../src/custody/sop/document.js';
import type { JsonObject } from '../../../src/log/index.js';
import {
  assessedBody,
  cartridgesBody,
  certifiedBody,
  checkedOutBody,
  code,
  placedBody,
  quantity,
  registeredBody,
  returnedBody,
  rifleBody,
  weaponClearedBody,
} from '../../helpers/bodies/evidence.js';
import { itemSubject } from '../../helpers/held-item.js';
import { assertMandatory } from '../../helpers/mandatory-fields.js';
import { changedSop, type Procedure, uuidOf } from '../../helpers/procedure.js';
import { actOn, atSite, registeredAt, siteId, stateOf, stores, supposeSite, withCollected } from './stage.js';

const placedAt = '2021-04-02T09:00:00Z';
const outAt = '2021-04-02T10:00:00Z';
const backAt = '2021-04-02T11:00:00Z';

function place(store: keyof typeof stores, changes: JsonObject = {}, countersigned: readonly string[] = []) {
  const body = placedBody(placedAt, stores[store], { ...atSite(placedAt), ...changes });
  return actOn('DEMO-ITEM', 'placed', 'DEMO-WIT-1/WIT', body, { countersigned });
}

const second = ['DEMO-SEC-1/SEC as second-officer'];
const highRisk = { highRiskStore: true };

function collected(body?: JsonObject, sop?: Sop): Procedure {
  const procedure = withCollected(body, sop);
  supposeSite(procedure);
  return procedure;
}

/** Held in the general room by `DEMO-WIT-1`. */
function held(body?: JsonObject, sop?: Sop): Procedure {
  const procedure = collected(body, sop);
  procedure.accept(place('general'));
  return procedure;
}

function clear(procedure: Procedure): void {
  const body = weaponClearedBody('2021-04-02T08:00:00Z');
  procedure.accept(
    actOn('DEMO-ITEM', 'weapon-cleared', 'DEMO-WIT-1/WIT', body, {
      countersigned: ['DEMO-SEC-1/SEC as second-person'],
    }),
  );
}

const checkOut = (changes: JsonObject = {}) =>
  actOn('DEMO-ITEM', 'checked-out', 'DEMO-CSO-1/CSO', checkedOutBody(outAt, changes), {
    countersigned: ['DEMO-WIT-1/WIT as custodian'],
  });

const giveBack = (amount: string | null, changes: JsonObject = {}) =>
  actOn(
    'DEMO-ITEM',
    'returned',
    'DEMO-WIT-1/WIT',
    returnedBody(backAt, amount, { ...atSite(backAt), ...changes }),
    { countersigned: ['DEMO-CSO-1/CSO as taker'] },
  );

/** Checked out to `DEMO-CSO-1`. */
function lent(body?: JsonObject, sop?: Sop): Procedure {
  const procedure = held(body, sop);
  procedure.accept(checkOut());
  return procedure;
}

t.test('E22, RQ-27: placed to the shelf; moving is an event', async t => {
  const procedure = held();
  assertMandatory(t, procedure, place('general'), [
    'occurred',
    'place',
    'store',
    'shelf',
    'highRiskStore',
    'reason',
  ]);
  t.match(stateOf(procedure), {
    physical: 'HELD',
    custody: {
      officer: uuidOf('DEMO-WIT-1'),
      site: siteId,
      location: { store: stores.general, shelf: 'A1' },
      reason: 'STORAGE',
      since: placedAt,
    },
  });
  procedure.accept(place('general', { shelf: 'A2' }));
  t.match(stateOf(procedure).custody, { location: { shelf: 'A2' } });
});

t.test('RQ-27: a store and shelf that exist, at a site', async t => {
  const procedure = collected();
  t.same(procedure.refuse(place('general', { shelf: 'B7' })), ['site.shelf-unknown']);
  t.same(procedure.refuse(place('general', { store: uuidOf('DEMO-STORE none') })), ['site.store-unknown']);
  const nowhere = { place: { site: null, description: 'DEMO-PLACE', position: null } };
  t.same(procedure.refuse(place('general', nowhere)), ['evidence.site-missing']);
});

t.test('E22: only the custodian places it, and to another site it goes by transfer', async t => {
  const procedure = held();
  t.same(procedure.refuse({ ...place('general'), by: 'DEMO-SEC-1/SEC' }), ['evidence.not-custodian']);
  const elsewhere = uuidOf('DEMO-SITE-2');
  procedure.suppose(`site/${elsewhere}`, procedure.state(`site/${siteId}`));
  const there = { place: { site: elsewhere, description: 'DEMO-SITE-2', position: null } };
  t.same(procedure.refuse(place('general', there)), ['evidence.site-differs']);
});

t.test('RQ-29: a high-risk item needs its own store and a second officer', async t => {
  const procedure = collected(rifleBody(registeredAt));
  clear(procedure);
  t.same(procedure.refuse(place('arms', highRisk)), ['evidence.second-officer-missing']);
  t.same(procedure.refuse(place('arms', {}, second)), ['evidence.high-risk-store-differs']);
  t.ok(procedure.refuse(place('general', {}, second)).includes('site.hazard-class-not-held'));
  procedure.accept(place('arms', highRisk, second));
  const plain = collected();
  t.same(plain.refuse(place('arms', highRisk, second)), ['site.hazard-class-not-held']);
});

t.test('GATE-3: a firearm not cleared by two finds only the quarantine open', async t => {
  const procedure = collected(rifleBody(registeredAt));
  t.same(procedure.refuse(place('arms', highRisk, second)), ['site.quarantine-only']);
  procedure.accept(place('quarantine', highRisk, second));
});

t.test(
  'RQ-44, GATE-2: explosives never in the general room, and from the field with a certificate',
  async t => {
    const procedure = collected(cartridgesBody(registeredAt));
    t.same(procedure.refuse(place('magazine', highRisk, second)), ['evidence.certificate-missing']);
    procedure.accept(
      actOn('DEMO-ITEM', 'certified', 'DEMO-EOD-1/EOD', certifiedBody('2021-04-02T08:00:00Z')),
    );
    t.same(procedure.refuse(place('general', {}, second)), [
      'site.hazard-class-not-held',
      'site.division-not-held',
      'site.store-not-high-risk',
    ]);
    procedure.accept(place('magazine', highRisk, second));
    const moved = { ...highRisk, shelf: 'A2', ...atSite('2021-06-01T09:00:00Z') };
    procedure.now = Date.UTC(2021, 5, 1, 12);
    procedure.accept(place('magazine', moved, second));
  },
);

t.test('GATE-2: what was found hazardous is not brought in', async t => {
  const procedure = collected(cartridgesBody(registeredAt));
  procedure.accept(
    actOn(
      'DEMO-ITEM',
      'safety-assessed',
      'DEMO-EOD-1/EOD',
      assessedBody('2021-04-02T08:00:00Z', 'HAZARDOUS_DO_NOT_MOVE'),
    ),
  );
  t.same(procedure.refuse(place('magazine', highRisk, second)), ['evidence.hazardous']);
  const off = changedSop(sop => {
    sop.gates['GATE-2'].on = false;
  });
  collected(cartridgesBody(registeredAt), off).accept(place('magazine', highRisk, second));
});

t.test('E27: the taker signs, the custodian countersigns, custody goes to the taker', async t => {
  const procedure = held();
  assertMandatory(t, procedure, checkOut(), ['purpose', 'destination', 'dueBack', 'condition']);
  t.same(procedure.refuse({ ...checkOut(), countersigned: [] }), ['countersignature.missing']);
  t.same(procedure.refuse({ ...checkOut(), countersigned: ['DEMO-SEC-1/SEC as custodian'] }), [
    'evidence.not-custodian',
  ]);
  procedure.accept(checkOut());
  t.match(stateOf(procedure), {
    physical: 'CHECKED_OUT',
    custody: { officer: uuidOf('DEMO-CSO-1'), role: 'CSO', location: null, reason: 'CHECKED_OUT INSPECTION' },
    checkOut: {
      taker: uuidOf('DEMO-CSO-1'),
      purpose: 'INSPECTION',
      dueBack: '2021-04-12T12:00:00Z',
      site: siteId,
    },
  });
  t.same(procedure.refuse({ ...checkOut(), by: 'DEMO-CSO-2/CSO' }), [
    'evidence.not-in-state',
    'evidence.not-custodian',
  ]);
});

t.test('E27: only what is in a store is checked out', async t => {
  t.same(collected().refuse(checkOut()), ['evidence.not-in-state']);
});

t.test('RQ-24, E27: nothing leaves an unbroken package that holds more alone', async t => {
  const under = (status: string, together: number) => {
    const procedure = held();
    const seal = { package: uuidOf('DEMO-P'), number: 'DEMO-000001', status, event: 'DEMO', together };
    procedure.suppose(itemSubject('DEMO-ITEM'), { ...stateOf(procedure), seal });
    return procedure;
  };
  for (const status of ['APPLIED', 'VERIFIED_INTACT']) {
    t.same(under(status, 2).refuse(checkOut()), ['evidence.not-alone-under-seal'], status);
  }
  under('APPLIED', 1).accept(checkOut());
  under('OPENED_AUTHORISED', 2).accept(checkOut());
});

t.test('RQ-26: a due date, no later than the SOP allows', async t => {
  const due = (dueBack: string) => checkOut({ dueBack });
  t.same(held().refuse(due('2021-04-02T10:00:00Z')), ['evidence.due-date']);
  t.same(held().refuse(due('2021-07-01T10:00:01Z')), ['evidence.due-date']);
  held().accept(due('2021-07-01T10:00:00Z'));
  t.same(held().refuse(due('2021-02-30T10:00:00Z')), ['body.value-refused'], 'no such day');
  const oneDay = changedSop(sop => {
    sop.deadlines.checkOutMaximumDays.value = 1;
  });
  t.same(held(undefined, oneDay).refuse(checkOut()), ['evidence.due-date']);
});

t.test('GATE-2, GATE-3: what may not travel is not checked out', async t => {
  const rifle = collected(rifleBody(registeredAt));
  rifle.accept(place('quarantine', highRisk, second));
  t.same(rifle.refuse(checkOut()), ['evidence.weapon-not-cleared']);
  const off = changedSop(sop => {
    sop.gates['GATE-3'].on = false;
  });
  const loose = collected(rifleBody(registeredAt), off);
  loose.accept(place('arms', highRisk, second));
  loose.accept(checkOut());
});

t.test('E28: the custodian counts and signs, the taker countersigns', async t => {
  const procedure = lent();
  assertMandatory(t, procedure, giveBack('143'), ['quantity', 'condition', 'sealNumber', 'difference']);
  t.same(procedure.refuse({ ...giveBack('143'), countersigned: [] }), ['countersignature.missing']);
  t.same(procedure.refuse({ ...giveBack('143'), countersigned: ['DEMO-WIT-2/WIT as taker'] }), [
    'evidence.not-custodian',
  ]);
  procedure.accept(giveBack('143'));
  t.match(stateOf(procedure), {
    physical: 'HELD',
    checkOut: null,
    custody: { officer: uuidOf('DEMO-WIT-1'), site: siteId, location: null, reason: 'RETURNED' },
  });
  t.equal(stateOf(procedure).describedAs.length, 2, 'both descriptions side by side (RQ-32)');
});

t.test(
  'E28: it comes back to who gave it out, or to a stand-in in his role and unit who says why',
  async t => {
    const procedure = held();
    const unit = uuidOf('DEMO-UNIT');
    procedure.enlist('DEMO-WIT-1', 'WIT', { unit });
    procedure.accept(checkOut());
    t.match(stateOf(procedure).checkOut, { custodian: { officer: uuidOf('DEMO-WIT-1'), role: 'WIT', unit } });
    const standIn = { reason: 'DEMO: rotated out' };
    const by = (who: string, changes: JsonObject = {}) => ({ ...giveBack('143', changes), by: who });
    procedure.enlist('DEMO-WIT-2', 'WIT', { unit });
    procedure.enlist('DEMO-SEC-2', 'SEC', { unit });
    procedure.enlist('DEMO-WIT-3', 'WIT', { unit: uuidOf('DEMO-UNIT-2') });
    for (const [act, why] of [
      [by('DEMO-WIT-2/WIT'), 'without a word why'],
      [by('DEMO-SEC-2/SEC', { standIn }), 'in another role'],
      [by('DEMO-WIT-3/WIT', { standIn }), 'of another unit'],
    ] as const)
      t.same(procedure.refuse(act), ['evidence.not-returned-to-lender'], why);
    procedure.accept(by('DEMO-WIT-2/WIT', { standIn }));
    t.equal(stateOf(procedure).custody?.officer, uuidOf('DEMO-WIT-2'));
  },
);

t.test('E28: it comes back to the site it was taken from', async t => {
  const procedure = lent();
  const other = uuidOf('DEMO-SITE-2');
  procedure.suppose(`site/${other}`, procedure.state(`site/${siteId}`));
  t.same(
    procedure.refuse(giveBack('143', { place: { site: other, description: 'DEMO-SITE-2', position: null } })),
    ['evidence.returned-elsewhere'],
  );
  t.same(held().refuse(giveBack('143')), ['evidence.not-in-state', 'evidence.not-custodian']);
});

t.test('GATE-11: a count that differs comes back with an open discrepancy, never silently', async t => {
  const procedure = lent();
  const discrepancy = uuidOf('DEMO-DISCREPANCY');
  procedure.suppose(`discrepancy/${discrepancy}`, {});
  const difference = { explanation: 'DEMO: two test-fired', discrepancy };
  t.same(procedure.refuse(giveBack('141')), ['evidence.return-unbalanced']);
  t.same(procedure.refuse(giveBack(null)), ['evidence.return-unbalanced'], 'not counted');
  t.same(procedure.refuse(giveBack('143', { quantity: quantity('143', 'GRAM') })), [
    'evidence.return-unbalanced',
  ]);
  t.same(
    procedure.refuse(giveBack('141', { difference })),
    ['evidence.return-unbalanced'],
    'not of this item',
  );
  const about = (open: boolean) => ({
    [discrepancy]: { kind: 'COUNT_MISMATCH', open, custodian: null, missingSince: null, outcome: null },
  });
  procedure.suppose(itemSubject('DEMO-ITEM'), { ...stateOf(procedure), discrepancies: about(false) });
  t.same(procedure.refuse(giveBack('141', { difference })), ['evidence.return-unbalanced'], 'closed');
  procedure.suppose(itemSubject('DEMO-ITEM'), { ...stateOf(procedure), discrepancies: about(true) });
  procedure.accept(giveBack('141', { difference }));
  t.same(stateOf(procedure).quantity, { amount: '141', unit: 'PIECE' });
  const off = changedSop(sop => {
    sop.gates['GATE-11'].on = false;
  });
  lent(undefined, off).accept(giveBack('141'));
});

t.test('GATE-11: zeros after the point are no difference, nor a count of what was not stated', async t => {
  lent().accept(giveBack('143.0'));
  const unstated = lent(registeredBody(registeredAt, { quantity: quantity(null) }));
  unstated.accept(giveBack('7'));
  t.equal(stateOf(unstated).quantity.amount, '7');
});

t.test('GATE-4: what left under seal comes back with the seal read', async t => {
  const sealed = (sop?: Sop) => {
    const procedure = lent(undefined, sop);
    const seal = {
      package: uuidOf('DEMO-P'),
      number: 'DEMO-000001',
      status: 'APPLIED',
      event: 'DEMO',
      together: 1,
    };
    procedure.suppose(itemSubject('DEMO-ITEM'), { ...stateOf(procedure), seal });
    return procedure;
  };
  t.same(sealed().refuse(giveBack('143')), ['evidence.return-seal']);
  t.same(sealed().refuse(giveBack('143', { sealNumber: 'DEMO-000002' })), ['evidence.return-seal']);
  sealed().accept(giveBack('143', { sealNumber: 'DEMO-000001' }));
  const off = changedSop(sop => {
    sop.gates['GATE-4'].on = false;
  });
  sealed(off).accept(giveBack('143'));
});

t.test('V3: a purpose that the list does not have is said in words', async t => {
  t.same(held().refuse(checkOut({ purpose: code('OTHER') })), ['vocabulary.other-without-text']);
});
