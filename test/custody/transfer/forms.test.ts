import t from 'tap';
import type { EvidenceState } from '../../../src/custody/evidence/state.js';
import { takenOverBody, takenOverItem, transferAct } from '../../helpers/bodies/transfer.js';
import { at, Consignment, demoSeal, giver, receiver } from '../../helpers/consignment.js';
import { assertMandatory } from '../../helpers/mandatory-fields.js';
import { uuidOf } from '../../helpers/procedure.js';

const always = ['occurred', 'place', 'lateEntry', 'overrides'];

t.test('D4: mandatory fields of the manifest', async t => {
  const c = new Consignment();
  assertMandatory(t, c.procedure, c.offer({ body: { container: { number: 'DEMO-C-1', seal: null } } }), [
    ...always,
    'manifest',
    'leg',
    'leg/number',
    'leg/of',
    'kind',
    'purpose',
    'from',
    'from/capacity',
    'from/site',
    'from/store',
    'receiver',
    'receiver/officer',
    'receiver/role',
    'receiver/capacity',
    'receiver/unit',
    'receiver/site',
    'receiver/store',
    'release',
    'means',
    'movementReference',
    'dangerousGoodsReference',
    'routeClass',
    'container',
    'container/number',
    'container/seal',
    'plannedDeparture',
    'plannedArrival',
    'item:description',
    'item:quantity',
    'item:quantity/amount',
    'item:quantity/unit',
    'item:package',
    'item:sealNumber',
    'item:sealException',
    'item:hazard',
    'item:certificates',
  ]);
});

t.test('D4: mandatory fields of each leg', async t => {
  const c = new Consignment();
  c.procedure.accept(c.offer());
  const container = { number: 'DEMO-C-1', seal: null, sealStatus: null };
  const leg = [
    ...always,
    'movementReference',
    'odometer',
    'container',
    'container/number',
    'container/seal',
    'container/sealStatus',
    'item:sealNumber',
    'item:sealException',
  ];
  assertMandatory(t, c.procedure, c.depart({ body: { container } }), leg);
  c.procedure.accept(c.depart());
  assertMandatory(t, c.procedure, c.passOn({ body: { container } }), leg);
});

t.test('D4: mandatory fields of receipt, refusal and recall', async t => {
  const c = new Consignment(['DEMO-1'], { seal: demoSeal });
  c.procedure.accept(c.offer());
  assertMandatory(t, c.procedure, c.recall(), [...always, 'reason']);
  c.procedure.accept(c.depart());
  const reserve = { text: 'DEMO', discrepancies: [uuidOf('DEMO-D-1')] };
  assertMandatory(t, c.procedure, c.receive({ item: { reserve } }), [
    ...always,
    'returns',
    'standIn',
    'container',
    'handover',
    'item:quantity',
    'item:seals',
    'item:condition',
    'item:conditionAgrees',
    'item:description',
    'item:descriptionAgrees',
    'item:reserve',
    'item:reserve/text',
    'item:reserve/discrepancies',
    'item:nationalReference',
    'item:nationalSeal',
  ]);
  assertMandatory(t, c.procedure, c.refuse(), [...always, 'standIn', 'onPaper', 'item:reason']);
});

t.test('E50: mandatory fields of a change of custodian', async t => {
  const c = new Consignment();
  const outgoingCannotSign = { orderReference: 'DEMO-ORDER-1', reason: 'DEMO', unattendedSince: at };
  const body = takenOverBody(uuidOf('DEMO-WIT-1'), at, { outgoingCannotSign });
  const items = c.items.map(subject => ({ subject, body: takenOverItem(c.state(subject)) }));
  assertMandatory(t, c.procedure, transferAct('taken-over', receiver, [], body, items), [
    ...always,
    'outgoing',
    'outgoingCapacity',
    'incomingCapacity',
    'inventoryReference',
    'keys',
    'openItems',
    'outgoingCannotSign',
    'outgoingCannotSign/orderReference',
    'outgoingCannotSign/reason',
    'outgoingCannotSign/unattendedSince',
    'item:seen',
    'item:seals',
    'item:conditionAgrees',
    'item:reserve',
    'item:condition',
  ]);
});

t.test('D4: the line of the manifest is faithful to the record', async t => {
  const c = new Consignment(['DEMO-1'], { seal: demoSeal });
  const refused = (item: Parameters<Consignment['offer']>[0]) => c.procedure.refuse(c.offer(item));
  t.same(refused({ item: { quantity: { amount: '2', unit: 'PIECE' } } }), [
    'transfer.quantity-not-of-record',
  ]);
  t.same(refused({ item: { quantity: { amount: '1', unit: 'SET' } } }), ['transfer.quantity-not-of-record']);
  t.same(refused({ item: { package: null } }), ['transfer.package-not-of-record']);
  t.same(refused({ item: { sealNumber: null } }), ['transfer.seal-not-of-record']);
});

t.test('D4, GATE-2: hazard flag and certificates of what is dangerous', async t => {
  const certified: EvidenceState['safety'] = {
    status: 'CERTIFIED_FREE_FROM_EXPLOSIVES',
    event: 'DEMO',
    certificate: 'DEMO-CERT-1',
    validUntil: '2021-05-01T00:00:00Z',
    hazardDivision: null,
    compatibilityGroup: null,
    netExplosiveQuantity: null,
    weaponCleared: false,
  };
  const c = new Consignment(['DEMO-1'], { explosivePossible: true, safety: certified });
  t.same(c.procedure.refuse(c.offer()), ['transfer.hazard-not-flagged']);
  const hazard = 'DEMO: detonator, free from explosives';
  t.same(c.procedure.refuse(c.offer({ item: { hazard, certificates: [] } })), [
    'transfer.certificate-not-listed',
  ]);
  c.procedure.accept(c.offer({ item: { hazard } }));
});

t.test('D4, GATE-2: class 1 goods travel with a declaration', async t => {
  const safety: EvidenceState['safety'] = {
    status: 'EXPLOSIVE_CERTIFIED_FOR_TRANSPORT',
    event: 'DEMO',
    certificate: 'DEMO-CERT-1',
    validUntil: '2021-05-01T00:00:00Z',
    hazardDivision: '1.4',
    compatibilityGroup: 'S',
    netExplosiveQuantity: '0.001',
    weaponCleared: false,
  };
  const c = new Consignment(['DEMO-1'], { explosivePossible: true, safety });
  const item = { hazard: 'DEMO: 1.4S' };
  t.same(c.procedure.refuse(c.offer({ item })), ['transfer.dangerous-goods-undeclared']);
  c.procedure.accept(c.offer({ item, body: { dangerousGoodsReference: 'DEMO-DGD-1' } }));
});

t.test('D4: legs and times of a manifest make sense', async t => {
  const c = new Consignment();
  t.same(c.procedure.refuse(c.offer({ body: { leg: { number: 3, of: 2 } } })), ['transfer.leg']);
  t.same(c.procedure.refuse(c.offer({ body: { plannedArrival: '2021-04-01T00:00:00Z' } })), [
    'transfer.planned-times',
  ]);
});

t.test('D4: a store that is named is one of the site', async t => {
  const c = new Consignment();
  const site = uuidOf('DEMO-SITE');
  const store = uuidOf('DEMO-STORE');
  c.procedure.suppose(`site/${site}`, { stores: [{ store }] });
  const from = { capacity: 'DEMO', site, store: uuidOf('DEMO-STORE-2') };
  t.same(c.procedure.refuse(c.offer({ body: { from } })), ['transfer.store-not-of-site']);
  t.same(c.procedure.refuse(c.offer({ body: { from: { ...from, site: null, store } } })), [
    'transfer.store-not-of-site',
  ]);
  c.procedure.accept(c.offer({ body: { from: { ...from, store } } }));
});

t.test('RQ-20, SD-8: there is a receiver, and his role is in force', async t => {
  const c = new Consignment();
  const offer = c.offer();
  const to = { capacity: 'DEMO', unit: null, site: null, store: null };
  const nobody = { ...to, officer: null, role: 'SEC' };
  t.same(c.procedure.refuse({ ...offer, body: { ...offer.body, receiver: nobody } }), [
    'transfer.receiver-missing',
  ]);
  const wrong = { ...to, officer: uuidOf('DEMO-SEC-1'), role: 'HQC' };
  t.same(c.procedure.refuse({ ...offer, body: { ...offer.body, receiver: wrong } }), [
    'transfer.receiver-role-not-held',
  ]);
});

t.test('SOP: who may sign each act is data', async t => {
  const c = new Consignment();
  t.same(c.procedure.refuse(c.offer({ by: 'DEMO-CASE-1/CASE' })), ['signer.role-not-provided']);
  c.procedure.accept(c.offer());
  t.same(c.procedure.refuse(c.depart({ by: 'DEMO-HQC-1/HQC' })), ['signer.role-not-provided']);
  t.same(
    c.procedure.refuse(c.depart({ countersigned: [`${giver} as giver`, 'DEMO-AUD-1/AUD as witness'] })),
    ['countersignature.not-provided'],
  );
});
