import t from 'tap';
import type { DiscrepancyState } from '../../../src/custody/discrepancy/state.js';
import { type EvidenceState, physicalStates } from '../../../src/custody/evidence/state.js';
import { discrepancyKinds } from '../../../src/custody/vocabulary/discrepancies.js';
import {
  discrepancyOpenedBody,
  discrepancySubject,
  openDiscrepancy,
  reassignedBody,
} from '../../helpers/bodies/discrepancy.js';
import { Consignment, demoSeal } from '../../helpers/consignment.js';
import { heldItem, itemSubject } from '../../helpers/held-item.js';
import { assertMandatory } from '../../helpers/mandatory-fields.js';
import { changedSop, type Intent, type Procedure, uuidOf } from '../../helpers/procedure.js';
import { atOpening, auditor, item, open, openedBody, store } from './stage.js';

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

t.test(
  'RQ-73: the owner is none of the custodians concerned, at the opening and when it changes hands',
  async t => {
    const custodians = ['DEMO-SEC-1', 'DEMO-WIT-1'].map(uuidOf);
    for (const owner of custodians) {
      const procedure = store();
      procedure.enlist('DEMO-WIT-1', 'WIT');
      t.same(procedure.refuse(open({ custodians, owner })), ['discrepancy.owner-concerned']);
      procedure.accept(open({ custodians }));
      const reassign = (to: string) => ({
        subject: discrepancySubject,
        type: 'discrepancy.reassigned',
        by: 'DEMO-HQC-1/HQC',
        body: reassignedBody('2021-04-02T10:00:00Z', to),
      });
      t.same(procedure.refuse(reassign(owner)), ['discrepancy.owner-concerned']);
      procedure.accept(reassign(procedure.enlist('DEMO-CASE-1', 'CASE')));
    }
  },
);

t.test('RQ-73: who had the item in its transfer is concerned, derived from the item', async t => {
  const c = new Consignment(['DEMO-1', 'DEMO-2'], { seal: { ...demoSeal, together: 2 } });
  const { procedure } = c;
  const owner = procedure.enlist('DEMO-AUD-1', 'AUD');
  let opened = 0;
  const opening = (custodians: readonly string[], answers = owner, items = c.items) => {
    const subject = `discrepancy/${uuidOf(`DEMO-DISCREPANCY-${opened++}`)}`;
    const body = discrepancyOpenedBody('2021-04-02T11:00:00Z', answers, custodians.map(uuidOf), {
      kind: 'CONDITION_CHANGED',
    });
    return openDiscrepancy(body, false, { by: auditor, items, subject });
  };
  const lacking = (custodians: readonly string[]) =>
    procedure.refuse(opening(custodians)).filter((rule, at, all) => all.indexOf(rule) === at);
  const missing = ['discrepancy.transfer-side-not-named'];
  procedure.accept(c.offer());
  procedure.accept(c.depart());
  t.same(lacking(['DEMO-COU-1']), missing, 'the giver');
  procedure.accept(c.passOn());
  t.same(lacking(['DEMO-COU-2', 'DEMO-COU-1']), missing);
  t.same(lacking(['DEMO-COU-2', 'DEMO-WIT-1']), missing, 'the courier before');
  t.same(procedure.judge(opening(['DEMO-COU-2', 'DEMO-COU-1', 'DEMO-WIT-1'])).rules, []);
  const receiver = uuidOf('DEMO-SEC-1');
  t.same(procedure.refuse(opening(['DEMO-COU-2', 'DEMO-COU-1', 'DEMO-WIT-1'], receiver)), [
    'discrepancy.owner-receives',
    'discrepancy.owner-receives',
  ]);
  procedure.accept(c.receive({ countersigned: ['DEMO-COU-2/COU as hands-over'] }));
  t.same(lacking(['DEMO-SEC-1']), missing, 'just received');
  const all = ['DEMO-SEC-1', 'DEMO-WIT-1', 'DEMO-COU-1', 'DEMO-COU-2'];
  t.same(procedure.judge(opening(all)).rules, []);
  const [first = '', second = ''] = c.items;
  const { custody } = c.state(second);
  t.same(custody?.cameFrom, ['DEMO-WIT-1', 'DEMO-COU-1', 'DEMO-COU-2'].map(uuidOf));
  const { cameFrom: _hands, ...onShelf } = { ...custody };
  procedure.suppose(first, { ...c.state(first), custody: onShelf });
  t.same(procedure.judge(opening(['DEMO-SEC-1'], owner, [first])).rules, [], 'no more once it is stored');
});

t.test('RQ-73, RQ-31: about a package it is over all that the package holds', async t => {
  const procedure = store();
  const other = itemSubject('DEMO-2');
  const holder = procedure.enlist('DEMO-WIT-1', 'WIT');
  procedure.suppose(other, heldItem('DEMO-2', holder));
  procedure.suppose(`package/${uuidOf('DEMO-PACKAGE')}`, { number: 'DEMO-P-1', contents: [item, other] });
  procedure.world.claim('seal-number', 'DEMO-000001', `package/${uuidOf('DEMO-PACKAGE')}`);
  const concerns = { ...aboutPackage, package: uuidOf('DEMO-PACKAGE') };
  const about = (custodians: readonly string[], items: readonly string[], changes = {}) =>
    openDiscrepancy(
      openedBody({ kind: 'PACKAGE_TAMPERED', concerns, custodians: custodians.map(uuidOf), ...changes }),
      false,
      { by: auditor, items },
    );
  t.same(procedure.refuse(withoutItems({ kind: 'PACKAGE_TAMPERED', concerns })), [
    'discrepancy.items-not-all',
  ]);
  t.same(procedure.refuse(about(['DEMO-SEC-1'], [item])), ['discrepancy.items-not-all']);
  t.same(procedure.refuse(about(['DEMO-SEC-1'], [item, other])), ['discrepancy.custodian-not-named']);
  t.same(
    procedure.refuse(about(['DEMO-SEC-1', 'DEMO-WIT-1'], [item, other], { concerns: aboutPackage })),
    ['discrepancy.seal-holder-not-named'],
    'the seal of a package is told with the package',
  );
  procedure.accept(about(['DEMO-SEC-1', 'DEMO-WIT-1'], [item, other]));
  for (const subject of [item, other])
    t.match(procedure.state<EvidenceState>(subject).discrepancies, {
      [uuidOf('DEMO-DISCREPANCY')]: { open: true },
    });
});

t.test('RQ-73, RQ-31: about a transfer alone, or its container, it is over all of its items', async t => {
  const procedure = store();
  const transfer = uuidOf('DEMO-TRANSFER');
  procedure.suppose(`transfer/${transfer}`, { lines: { [uuidOf('DEMO-1')]: 'RECEIVED' } });
  procedure.world.claim('seal-number', 'DEMO-C-1', `transfer/${transfer}`);
  const other = itemSubject('DEMO-2');
  procedure.suppose(other, heldItem('DEMO-2', uuidOf('DEMO-SEC-1')));
  const about = (sealNumber: string | null, items: readonly string[], name = 'DEMO-DISCREPANCY') =>
    openDiscrepancy(
      openedBody({ kind: 'RECEIPT_MISSING', concerns: { package: null, sealNumber, transfer } }),
      false,
      { by: auditor, items, subject: `discrepancy/${uuidOf(name)}` },
    );
  for (const seal of [null, 'DEMO-C-1'])
    t.same(procedure.refuse({ ...about(seal, []), items: [] }), ['discrepancy.items-not-all']);
  t.same(procedure.refuse(about('DEMO-C-1', [other])), ['discrepancy.items-not-all']);
  t.same(
    procedure.refuse(about(null, [other], 'DEMO-OTHER')),
    ['discrepancy.items-not-all'],
    'beside items that it does not carry it stands for what it carries',
  );
  t.same(
    procedure.judge(about(null, [item, other], 'DEMO-OTHER')).rules,
    [],
    'beside an item of it, it says where that was seen',
  );
  procedure.accept(about('DEMO-C-1', [item]));
});
