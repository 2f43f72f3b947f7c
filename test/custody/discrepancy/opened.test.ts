import t from 'tap';
import type { DiscrepancyState } from '../../../src/custody/discrepancy/state.js';
import { type EvidenceState, physicalStates } from '../../../src/custody/evidence/state.js';
import { discrepancyKinds } from '../../../src/custody/vocabulary/discrepancies.js';
import { discrepancyOpenedBody, discrepancySubject } from '../../helpers/bodies/discrepancy.js';
import { assertMandatory } from '../../helpers/mandatory-fields.js';
import { changedSop, type Intent, type Procedure, uuidOf } from '../../helpers/procedure.js';
import { atOpening, item, open, openedBody, store } from './stage.js';

t.test('E49, RQ-73: a discrepancy has an owner and a deadline and stands on the item', async t => {
  const procedure = store();
  const { items } = procedure.accept(open());
  t.match(procedure.state<DiscrepancyState>(discrepancySubject), {
    owner: uuidOf('DEMO-AUD-1'),
    items: [item],
    custodians: [uuidOf('DEMO-SEC-1')],
    closed: null,
  });
  const state = procedure.state<EvidenceState>(item);
  t.match(state.discrepancies, { [uuidOf('DEMO-DISCREPANCY')]: { kind: 'MISSING_ITEM', open: true } });
  t.match(state.remarks, [
    { kind: 'DISCREPANCY', event: items[0], text: 'MISSING_ITEM: DEMO: not on its shelf' },
  ]);
});

t.test(
  'C.1: an item that cannot be found is UNACCOUNTED, and its custodian still answers for it',
  async t => {
    const procedure = store();
    const before = procedure.state<EvidenceState>(item);
    procedure.accept(open());
    const after = procedure.state<EvidenceState>(item);
    t.equal(after.physical, 'UNACCOUNTED');
    t.same(after.custody, before.custody);
  },
);

t.test('E49: a discrepancy that misses nothing leaves the item where it is', async t => {
  const procedure = store();
  procedure.accept(open({ kind: 'SEAL_DAMAGED' }, false));
  t.equal(procedure.state<EvidenceState>(item).physical, 'HELD');
});

t.test('E49: mandatory fields', async t => {
  assertMandatory(t, store(), open(), [
    'occurred',
    'place',
    'kind',
    'what',
    'source',
    'source/kind',
    'source/event',
    'concerns',
    'concerns/package',
    'concerns/sealNumber',
    'concerns/transfer',
    'custodians',
    'owner',
    'deadline',
    'item:kind',
    'item:what',
    'item:unaccounted',
  ]);
});

t.test('V9: every kind can be opened on an item', async t => {
  for (const kind of Object.keys(discrepancyKinds)) store().accept(open({ kind }, false));
  t.ok(
    store()
      .refuse(open({ kind: 'SOMETHING' }, false))
      .includes('body.value-refused'),
  );
});

t.test('C.1: only kinds that miss an item make it UNACCOUNTED', async t => {
  for (const kind of ['MISSING_ITEM', 'MISSING_PACKAGE', 'NO_ITEM_FOR_RECORD'])
    store().accept(open({ kind }));
  t.same(store().refuse(open({ kind: 'SEAL_OPEN' })), ['discrepancy.kind-not-missing']);
});

t.test('C.1: only what is in custody can go missing', async t => {
  const inCustody = ['COLLECTED', 'HELD', 'IN_TRANSIT', 'CHECKED_OUT', 'UNACCOUNTED'];
  for (const physical of physicalStates) {
    if (inCustody.includes(physical)) store({ physical }).accept(open());
    else t.same(store({ physical }).refuse(open()), ['discrepancy.not-in-custody'], physical);
  }
});

t.test('E49: a discrepancy may concern an item that left custody for good', async t => {
  const handedOver = { physical: 'HANDED_OVER', custody: null } as const;
  store(handedOver).accept(open({ kind: 'CONDITION_BREACHED', custodians: [] }, false));
  t.pass();
});

const aboutPackage = { package: null, sealNumber: 'DEMO-000001', transfer: null };

function withoutItems(changes: object): Intent {
  const body = { ...openedBody(), ...changes };
  return { subject: discrepancySubject, type: 'discrepancy.opened', by: 'DEMO-WIT-1/WIT', body };
}

t.test('E49: a discrepancy may be about a package, seal or transfer alone', async t => {
  const procedure = store();
  procedure.accept(withoutItems({ kind: 'SEAL_MISMATCH', concerns: aboutPackage }));
  t.match(procedure.state<DiscrepancyState>(discrepancySubject), {
    items: [],
    sealNumber: 'DEMO-000001',
  });
  for (const kind of ['package', 'transfer']) {
    const concerns = { ...aboutPackage, [kind]: uuidOf('DEMO-NOWHERE') };
    t.same(store().refuse(withoutItems({ concerns })), ['reference.subject-unknown'], kind);
  }
});

t.test('E49: a discrepancy is about something', async t => {
  t.same(store().refuse(withoutItems({})), ['discrepancy.concerns-nothing']);
});

t.test('RQ-73: the custodian concerned is named, for each item and without items', async t => {
  t.same(store().refuse(open({ custodians: [] })), ['discrepancy.custodian-not-named']);
  t.same(store().refuse(open({ custodians: [uuidOf('DEMO-HQC-1')] })), ['discrepancy.custodian-not-named']);
  t.same(store().refuse(withoutItems({ concerns: aboutPackage, custodians: [] })), [
    'discrepancy.custodians-missing',
  ]);
});

t.test('RQ-73: the deadline lies within the days of the SOP, and after the facts', async t => {
  const procedure = store();
  procedure.now = Date.UTC(2021, 3, 2, 12);
  t.same(procedure.refuse(open({ deadline: '2021-05-02T12:00:01Z' })), ['discrepancy.deadline']);
  t.same(procedure.refuse(open({ deadline: '2021-04-02T08:59:59Z' })), ['discrepancy.deadline']);
  procedure.accept(open({ deadline: '2021-05-02T12:00:00Z' }));
});

t.test('RQ-73: the SOP alone changes the deadline', async t => {
  const week = changedSop(sop => {
    sop.deadlines.discrepancyDays.value = 7;
  });
  t.same(store({}, week).refuse(open()), ['discrepancy.deadline']);
  store({}, week).accept(open({ deadline: '2021-04-09T12:00:00Z' }));
});

t.test('RQ-73: the owner is in office', async t => {
  const procedure = store();
  procedure.enlist('DEMO-LEFT', 'CASE', { grants: {} });
  t.same(procedure.refuse(open({ owner: uuidOf('DEMO-LEFT') })), ['discrepancy.owner-without-role']);
  t.same(procedure.refuse(open({ owner: uuidOf('DEMO-NOBODY') })), ['reference.subject-unknown']);
});

t.test('E49: the act that brought it to light stands in refs', async t => {
  const procedure = store();
  const { eventId } = procedure.accept(open());
  const source = { kind: 'DAMAGED_SEAL', event: eventId };
  const next = {
    subject: `discrepancy/${uuidOf('DEMO-DISCREPANCY-2')}`,
    type: 'discrepancy.opened',
    by: 'DEMO-WIT-1/WIT',
    body: discrepancyOpenedBody(atOpening, uuidOf('DEMO-AUD-1'), [uuidOf('DEMO-SEC-1')], {
      source,
      concerns: aboutPackage,
    }),
  };
  t.same(procedure.refuse(next), ['reference.event-missing']);
  procedure.accept({ ...next, refs: [eventId] });
});

t.test('design 4: the item repeats the kind of its discrepancy', async t => {
  t.same(store().refuse(open({}, false, { kind: 'NO_LOCATION' })), ['discrepancy.item-differs']);
});

t.test('RQ-31: receivers, custodians, counters and couriers may open one', async t => {
  for (const role of ['SEC', 'HQC', 'COU', 'AUD', 'WIT', 'LABR', 'NAT-OPJ', 'CASE']) {
    const procedure: Procedure = store();
    procedure.accept({ ...open(), by: `DEMO-ANY/${role}` });
  }
  t.same(store().refuse({ ...open(), by: 'DEMO-OPS/OPS' }), ['signer.role-not-provided']);
});
