import t from 'tap';
import type { MomentKnown } from '../../../src/custody/common/time-order.js';
import { checkMayMove } from '../../../src/custody/evidence/checks.js';
import type { EvidenceState } from '../../../src/custody/evidence/state.js';
import type { JsonObject } from '../../../src/log/index.js';
import {
  assessedBody,
  cartridgesBody,
  certifiedBody,
  code,
  freeFromExplosivesBody,
  registeredBody,
  renderSafeBody,
  rifleBody,
  weaponClearedBody,
} from '../../helpers/bodies/evidence.js';
import { assertMandatory } from '../../helpers/mandatory-fields.js';
import { changedSop, uuidOf } from '../../helpers/procedure.js';
import { actOn, registeredAt, stateOf, withCollected, withItem } from './stage.js';

const at = '2021-04-02T08:00:00Z';
const later = '2021-04-02T09:00:00Z';

const byEod = (word: string, body: JsonObject) => actOn('DEMO-ITEM', word, 'DEMO-EOD-1/EOD', body);
const certify = (changes: JsonObject = {}) => byEod('certified', certifiedBody(at, changes));
const clear = (changes: JsonObject = {}) =>
  actOn('DEMO-ITEM', 'weapon-cleared', 'DEMO-WIT-1/WIT', weaponClearedBody(at, changes), {
    countersigned: ['DEMO-SEC-1/SEC as second-person'],
  });
const rules = (state: EvidenceState, when = later, precision: MomentKnown['precision'] = 'SECOND') =>
  checkMayMove(state, { at: when, precision }).map(({ rule }) => rule);

t.test('E11: what a person found, and nothing more', async t => {
  const procedure = withItem();
  const assess = (result: string, changes: JsonObject = {}) =>
    byEod('safety-assessed', assessedBody(at, result, changes));
  assertMandatory(t, procedure, assess('NON_HAZARDOUS'), ['result', 'basis', 'validUntil']);
  t.same(procedure.refuse(assess('WEAPON_CLEARED')), ['body.value-refused']);
  t.same(procedure.refuse(assess('NON_HAZARDOUS', { validUntil: registeredAt })), ['evidence.validity']);
  procedure.accept(assess('NON_HAZARDOUS'));
  t.match(stateOf(procedure).safety, { status: 'NON_HAZARDOUS', validUntil: null });
});

t.test('E11, GATE-2: only EOD says of what may hold explosive that it is not hazardous', async t => {
  const assess = (by: string, result: string) =>
    actOn('DEMO-ITEM', 'safety-assessed', by, assessedBody(at, result));
  const procedure = withItem(cartridgesBody(registeredAt));
  t.same(procedure.refuse(assess('DEMO-WIT-1/WIT', 'NON_HAZARDOUS')), ['evidence.eod-only']);
  procedure.accept(assess('DEMO-WIT-1/WIT', 'HAZARDOUS_DO_NOT_MOVE'));
  procedure.accept(assess('DEMO-EOD-1/EOD', 'NON_HAZARDOUS'));
  t.same(rules(stateOf(procedure)), ['evidence.certificate-missing'], 'an opinion is no certificate');
  withItem().accept(assess('DEMO-WIT-1/WIT', 'NON_HAZARDOUS'));
  const off = changedSop(sop => {
    sop.gates['GATE-2'].on = false;
  });
  withItem(cartridgesBody(registeredAt), off).accept(assess('DEMO-WIT-1/WIT', 'NON_HAZARDOUS'));
});

t.test(
  'E11, GATE-2: "do not move" is lifted by EOD alone, whatever the item and whoever said it',
  async t => {
    const assess = (by: string, result: string) =>
      actOn('DEMO-ITEM', 'safety-assessed', by, assessedBody(at, result));
    for (const finder of ['DEMO-EOD-1/EOD', 'DEMO-WIT-1/WIT']) {
      const procedure = withItem();
      procedure.accept(assess(finder, 'HAZARDOUS_DO_NOT_MOVE'));
      for (const by of ['DEMO-WIT-1/WIT', 'DEMO-WIT-2/WIT', 'DEMO-SEC-1/SEC', 'DEMO-HQC-1/HQC'])
        for (const result of ['NON_HAZARDOUS', 'HAZARDOUS_DO_NOT_MOVE'])
          t.same(procedure.refuse(assess(by, result)), ['evidence.hazardous-eod-only'], `${by} ${result}`);
      procedure.accept(assess('DEMO-EOD-2/EOD', 'NON_HAZARDOUS'));
      procedure.accept(assess('DEMO-WIT-1/WIT', 'NON_HAZARDOUS'));
    }
  },
);

t.test('E12: rendered safe, with what was removed and the limits; no leave to travel', async t => {
  const procedure = withCollected(cartridgesBody(registeredAt));
  const render = byEod('render-safe-certified', renderSafeBody(at));
  assertMandatory(t, procedure, render, [
    'certificate',
    'netExplosiveQuantity',
    'removed',
    'limits',
    'validUntil',
    'scan',
  ]);
  t.same(procedure.refuse(byEod('render-safe-certified', renderSafeBody(at, { validUntil: at }))), [
    'evidence.validity',
  ]);
  t.same(procedure.refuse({ ...render, by: 'DEMO-WIT-1/WIT' }), ['signer.role-not-provided']);
  procedure.accept(render);
  t.match(stateOf(procedure).safety, { status: 'RENDERED_SAFE', certificate: 'DEMO-RSP-1' });
  t.same(rules(stateOf(procedure)), ['evidence.certificate-missing']);
});

t.test(
  'RQ-40: certificate number, EOD identity, validity, net explosive quantity, division and group',
  async t => {
    const procedure = withCollected(cartridgesBody(registeredAt));
    assertMandatory(t, procedure, certify(), [
      'certificate',
      'result',
      'netExplosiveQuantity',
      'hazardDivision',
      'compatibilityGroup',
      'basis',
      'limits',
      'validUntil',
      'scan',
    ]);
    t.same(procedure.refuse(certify({ hazardDivision: null })), ['evidence.certificate-class']);
    t.same(procedure.refuse(certify({ compatibilityGroup: null })), ['evidence.certificate-class']);
    t.same(procedure.refuse(certify({ hazardDivision: '1.7' })), ['body.value-refused']);
    t.same(procedure.refuse(certify({ netExplosiveQuantity: null })), ['evidence.certificate-quantity']);
    t.same(procedure.refuse(certify({ validUntil: at })), ['evidence.validity']);
    t.same(procedure.refuse({ ...certify(), by: 'DEMO-WIT-1/WIT' }), ['signer.role-not-provided']);
    t.same(procedure.refuse(certify({ result: 'CERTIFIED_FREE_FROM_EXPLOSIVES' })), [
      'evidence.certificate-of-nothing',
    ]);
    procedure.accept(certify());
    t.match(stateOf(procedure), {
      hazardClass: 'AMMUNITION',
      safety: {
        status: 'EXPLOSIVE_CERTIFIED_FOR_TRANSPORT',
        certificate: 'DEMO-EOD-1',
        netExplosiveQuantity: '1.25',
        hazardDivision: '1.4',
        compatibilityGroup: 'S',
      },
    });
  },
);

t.test('GATE-2: what may hold explosive moves under a certificate valid when it moved', async t => {
  const procedure = withCollected(cartridgesBody(registeredAt));
  t.same(rules(stateOf(procedure)), ['evidence.certificate-missing']);
  procedure.accept(certify({ validUntil: '2021-04-02T10:00:00Z' }));
  t.same(rules(stateOf(procedure), '2021-04-02T09:59:59Z'), []);
  t.same(rules(stateOf(procedure), '2021-04-02T10:00:00Z'), ['evidence.certificate-expired']);
  t.same(rules(stateOf(procedure), '2021-04-02T09:59:00Z', 'MINUTE'), []);
  for (const precision of ['HOUR', 'DAY', 'MONTH', 'YEAR'] as const) {
    const said = rules(stateOf(procedure), '2021-04-02T09:30:00Z', precision);
    t.same(said, ['evidence.certificate-expired'], `a time known to the ${precision} slips past no date`);
  }
  const { safety } = stateOf(procedure);
  t.same(rules({ ...stateOf(procedure), safety: { ...safety, hazardDivision: null } }), [
    'evidence.certificate-class',
  ]);
  procedure.accept(byEod('safety-assessed', assessedBody(later, 'HAZARDOUS_DO_NOT_MOVE')));
  t.same(rules(stateOf(procedure)), ['evidence.hazardous'], 'a later finding takes its place');
  t.equal(stateOf(procedure).hazardClass, 'EXPLOSIVE');
});

t.test('GATE-2, RQ-44: free from explosives, it travels and is stored as what else it is', async t => {
  const procedure = withCollected(cartridgesBody(registeredAt));
  procedure.accept(byEod('certified', freeFromExplosivesBody(at)));
  t.match(stateOf(procedure), { hazardClass: null, explosivePossible: true });
  t.same(rules(stateOf(procedure)), []);
  t.same(rules(stateOf(procedure), '2021-06-01T00:00:00Z'), ['evidence.certificate-expired']);
  procedure.accept(certify());
  t.equal(stateOf(procedure).hazardClass, 'EXPLOSIVE', 'found explosive after all');
});

t.test('GATE-2: what was taken for harmless and certified explosive is explosive from then on', async t => {
  const procedure = withCollected();
  t.same(rules(stateOf(procedure)), []);
  procedure.accept(certify());
  t.match(stateOf(procedure), { explosivePossible: true, hazardClass: 'EXPLOSIVE' });
});

t.test('E13, GATE-3: two persons clear a firearm', async t => {
  const procedure = withCollected(rifleBody(registeredAt));
  t.same(rules(stateOf(procedure)), ['evidence.weapon-not-cleared']);
  assertMandatory(t, procedure, clear(), [
    'chamber',
    'magazine',
    'secondVisualCheck',
    'tieThroughBarrel',
    'ammunitionFound',
    'ammunition',
    'serialAsRead',
    'remark',
  ]);
  t.same(procedure.refuse({ ...clear(), countersigned: [] }), ['countersignature.missing']);
  t.same(procedure.refuse({ ...clear(), countersigned: ['DEMO-CASE-1/CASE as second-person'] }), [
    'countersignature.role-not-provided',
  ]);
  t.same(procedure.refuse(clear({ secondVisualCheck: false })), ['evidence.clear-check-incomplete']);
  t.same(procedure.refuse(clear({ chamber: 'LOADED' })), ['body.value-refused']);
  procedure.accept(clear());
  t.match(stateOf(procedure).safety, { status: 'WEAPON_CLEARED', weaponCleared: true });
  t.same(rules(stateOf(procedure)), []);
  t.same(withCollected().refuse(clear()), ['evidence.not-a-firearm']);
});

t.test('GATE-3: off in the SOP, one look is enough for the software', async t => {
  const off = changedSop(sop => {
    sop.gates['GATE-3'].on = false;
  });
  withCollected(rifleBody(registeredAt), off).accept(clear({ secondVisualCheck: false }));
  const byChief = changedSop(sop => {
    sop.gates['GATE-3'].override = { roles: ['HOM'] };
  });
  const overrides = [{ gate: 'GATE-3', officer: uuidOf('DEMO-HOM-1'), reason: 'DEMO' }];
  const procedure = withCollected(rifleBody(registeredAt), byChief);
  procedure.enlist('DEMO-HOM-1', 'HOM');
  const alone = clear({ secondVisualCheck: false, overrides });
  t.same(procedure.refuse(alone), ['override.role-not-allowed']);
  procedure.accept({
    ...alone,
    countersigned: [...(alone.countersigned ?? []), 'DEMO-HOM-1/HOM as overriding-officer'],
  });
});

t.test('RQ-42: no tie through the barrel; ammunition apart, as items of their own', async t => {
  const procedure = withCollected(rifleBody(registeredAt));
  procedure.accept(actOn('DEMO-ROUNDS', 'registered', 'DEMO-WIT-1/WIT', cartridgesBody(at)));
  procedure.accept(actOn('DEMO-CASINGS', 'registered', 'DEMO-WIT-1/WIT', registeredBody(at)));
  procedure.accept(actOn('DEMO-RIFLE-2', 'registered', 'DEMO-WIT-1/WIT', rifleBody(at)));
  t.same(procedure.refuse(clear({ tieThroughBarrel: true })), ['evidence.tie-through-barrel']);
  t.same(procedure.refuse(clear({ ammunitionFound: true })), ['evidence.ammunition-not-referenced']);
  const referencing = (...names: string[]) => clear({ ammunitionFound: true, ammunition: names.map(uuidOf) });
  t.same(procedure.refuse(referencing('DEMO-RIFLE-2')), ['evidence.not-ammunition']);
  t.same(procedure.refuse(referencing('DEMO-NOTHING')), ['reference.subject-unknown']);
  procedure.accept(referencing('DEMO-ROUNDS', 'DEMO-CASINGS'));
});

t.test('RQ-43: the serial number is read again; one that differs is told by a discrepancy', async t => {
  const procedure = withCollected(rifleBody(registeredAt));
  t.same(procedure.refuse(clear({ serialAsRead: 'DEMO-4712' })), ['evidence.serial-not-verified']);
  t.same(procedure.refuse(clear({ serialAsRead: null })), ['evidence.serial-not-verified']);
  const open = { kind: 'SERIAL_MISMATCH', open: true, custodian: null, missingSince: null, outcome: null };
  const suppose = (discrepancy: object) =>
    procedure.suppose(`evidence/${uuidOf('DEMO-ITEM')}`, {
      ...stateOf(procedure),
      discrepancies: { [uuidOf('DEMO-DISCREPANCY')]: discrepancy },
    });
  suppose({ ...open, open: false });
  t.same(procedure.refuse(clear({ serialAsRead: 'DEMO-4712' })), ['evidence.serial-not-verified']);
  suppose(open);
  procedure.accept(clear({ serialAsRead: 'DEMO-4712' }));
});

t.test('GATE-2, GATE-3: a weapon that may hold explosive needs both, in any order', async t => {
  const armed = rifleBody(registeredAt, {
    hazard: { suspected: [code('EXPLOSIVE')], basis: 'DEMO: may be trapped' },
  });
  const certified = withCollected(armed);
  certified.accept(byEod('certified', freeFromExplosivesBody(at)));
  t.same(rules(stateOf(certified)), ['evidence.weapon-not-cleared']);
  certified.accept(clear());
  t.same(rules(stateOf(certified)), []);
  t.equal(stateOf(certified).hazardClass, 'FIREARM');
  const cleared = withCollected(armed);
  cleared.accept(clear());
  t.same(rules(stateOf(cleared)), ['evidence.certificate-missing']);
  cleared.accept(byEod('certified', freeFromExplosivesBody(at)));
  t.same(rules(stateOf(cleared)), []);
});

t.test('GATE-3: a weapon found hazardous after it was cleared is cleared again', async t => {
  const procedure = withCollected(rifleBody(registeredAt));
  procedure.accept(clear());
  procedure.accept(byEod('safety-assessed', assessedBody(at, 'NON_HAZARDOUS')));
  t.ok(stateOf(procedure).safety.weaponCleared);
  procedure.accept(byEod('safety-assessed', assessedBody(at, 'HAZARDOUS_DO_NOT_MOVE')));
  t.same(rules(stateOf(procedure)), ['evidence.hazardous', 'evidence.weapon-not-cleared']);
  procedure.accept(clear());
  t.same(rules(stateOf(procedure)), ['evidence.hazardous'], 'clearing it takes back nothing EOD said');
});

t.test('C.1: what is missing is not assessed', async t => {
  const procedure = withCollected();
  procedure.suppose(`evidence/${uuidOf('DEMO-ITEM')}`, { ...stateOf(procedure), physical: 'UNACCOUNTED' });
  for (const act of [
    byEod('safety-assessed', assessedBody(at, 'NON_HAZARDOUS')),
    byEod('render-safe-certified', renderSafeBody(at)),
    certify(),
  ]) {
    t.same(procedure.refuse(act), ['evidence.not-in-state'], act.type);
  }
});
