import t from 'tap';
import type { DiscrepancyState } from '../../../src/custody/discrepancy/state.js';
import type { EvidenceState } from '../../../src/custody/evidence/state.js';
import { discrepancySubject, openDiscrepancy, reassignedBody } from '../../helpers/bodies/discrepancy.js';
import { heldItem, itemSubject } from '../../helpers/held-item.js';
import { assertMandatory } from '../../helpers/mandatory-fields.js';
import { changedSop, circumstances, type Procedure, uuidOf } from '../../helpers/procedure.js';
import {
  atClosing,
  atFinding,
  atOpening,
  auditor,
  close,
  custodian,
  explain,
  explained,
  gap,
  item,
  open,
  openedBody,
  store,
} from './stage.js';

const id = uuidOf('DEMO-DISCREPANCY');

function supposeItem(procedure: Procedure, changes: Partial<EvidenceState>): void {
  procedure.suppose(item, { ...procedure.state<EvidenceState>(item), ...changes });
}

t.test('E49, GATE-12: a missing item that is found is HELD again, the gap in its custody stated', async t => {
  const procedure = explained();
  const { items } = procedure.accept(close('FOUND'));
  const state = procedure.state<EvidenceState>(item);
  t.equal(state.physical, 'HELD');
  t.equal(state.custody?.officer, uuidOf('DEMO-SEC-1'), 'the custodian is the same');
  t.equal(state.custody?.location, null, 'until it is stored again');
  t.same(state.gaps, [{ ...gap, event: items[0] }]);
  t.same(
    state.remarks.map(({ kind }) => kind),
    ['DISCREPANCY', 'DISCREPANCY', 'CUSTODY_GAP'],
  );
  t.match(state.discrepancies[id], { open: false, outcome: 'FOUND', missingSince: null });
});

t.test(
  'GATE-11, RQ-73: who closes a count establishes the quantity; what was said before stays beside it',
  async t => {
    const counted = explained({}, false);
    const closing = (amount: string | null, unit: string) =>
      close('LOSS_CONFIRMED', { itemChanges: { quantityEstablished: { amount, unit } } });
    const { unit } = counted.state<EvidenceState>(item).quantity;
    const refused = ['discrepancy.quantity-not-valid'];
    t.same(counted.refuse(closing('0', unit)), refused);
    t.same(counted.refuse(closing(null, unit)), refused);
    t.same(counted.refuse(closing('57', 'DEMO-CRATE')), refused);
    const before = counted.state<EvidenceState>(item);
    counted.accept(closing('57', unit));
    const after = counted.state<EvidenceState>(item);
    t.same(after.quantity, { amount: '57', unit });
    t.same(after.registeredQuantity, before.registeredQuantity);
    t.match(after.describedAs.at(-1), { quantity: `57 ${unit}`, text: 'DEMO: finding' });
  },
);

t.test('C.1: found on the way or checked out, an item goes back to that', async t => {
  const transit = {
    transfer: uuidOf('DEMO-TRANSFER'),
    kind: 'STORAGE',
    stage: 'DEPARTED',
    giver: uuidOf('DEMO-WIT-1'),
    receiver: null,
    receiverRole: 'SEC',
    receiverUnit: null,
    giverRole: 'WIT',
    giverUnit: null,
    courier: uuidOf('DEMO-SEC-1'),
    release: null,
    offered: 'DEMO',
    offeredAt: '2021-04-02T08:00:00Z',
  } as const;
  const travelling = explained();
  supposeItem(travelling, { transit });
  travelling.accept(close('FOUND'));
  t.equal(travelling.state<EvidenceState>(item).physical, 'IN_TRANSIT');
  const lent = explained();
  const checkOut = {
    taker: uuidOf('DEMO-SEC-1'),
    custodian: null,
    purpose: 'COURT',
    dueBack: '2021-05-01T12:00:00Z',
    event: 'DEMO',
    site: null,
  };
  supposeItem(lent, { checkOut });
  lent.accept(close('FOUND'));
  t.equal(lent.state<EvidenceState>(item).physical, 'CHECKED_OUT');
});

t.test('C.1: a loss is a finding that two have signed; the item stays UNACCOUNTED', async t => {
  for (const outcome of ['LOSS_CONFIRMED', 'DESTROYED_ON_EVIDENCE', 'CANNOT_BE_RESOLVED']) {
    const procedure = explained();
    procedure.accept(close(outcome));
    const state = procedure.state<EvidenceState>(item);
    t.equal(state.physical, 'UNACCOUNTED', outcome);
    t.equal(state.custody?.officer, uuidOf('DEMO-SEC-1'), 'somebody always answers for it');
    t.match(state.discrepancies[id], { open: false, outcome });
    t.same(procedure.state<DiscrepancyState>(discrepancySubject).closed?.by, [
      uuidOf('DEMO-AUD-1'),
      uuidOf('DEMO-HQC-1'),
    ]);
  }
});

t.test('C.1: what was signed for as lost and turns up later comes back by another discrepancy', async t => {
  const procedure = explained();
  procedure.accept(close('LOSS_CONFIRMED'));
  const subject = `discrepancy/${uuidOf('DEMO-DISCREPANCY-2')}`;
  const found = { by: auditor, items: [item], subject };
  const body = openedBody({ ...circumstances(atClosing), kind: 'UNLABELLED_ITEM_FOUND' });
  procedure.accept(openDiscrepancy(body, false, found));
  procedure.accept({ ...explain(auditor, atClosing), subject });
  t.same(procedure.refuse({ ...close('FOUND', { gap: null }), subject }), ['discrepancy.gap-not-stated']);
  procedure.accept({ ...close('FOUND'), subject });
  t.equal(procedure.state<EvidenceState>(item).physical, 'HELD');
});

t.test('V9: suspected theft is referred', async t => {
  t.same(explained().refuse(close('THEFT_SUSPECTED')), ['discrepancy.not-referred']);
  explained().accept(close('THEFT_SUSPECTED', { changes: { referredTo: 'DEMO-AUTHORITY' } }));
});

t.test('C.1: nothing but a find or a finding of loss ends that an item is missing', async t => {
  const explain = close('EXPLAINED_AND_CORRECTED');
  t.same(explained().refuse(explain), ['discrepancy.outcome-of-missing-item']);
  explained({ kind: 'SEAL_DAMAGED' }, false).accept(explain);
});

t.test('GATE-12: the gap is stated, runs forwards and begins before the item was missing', async t => {
  const procedure = explained();
  t.same(procedure.refuse(close('FOUND', { gap: null })), ['discrepancy.gap-not-stated']);
  for (const wrong of [
    { ...gap, until: gap.from },
    { ...gap, from: '2021-04-02T09:30:00Z' },
    { ...gap, until: '2021-04-02T12:30:00Z' },
  ])
    t.same(procedure.refuse(close('FOUND', { gap: wrong })), ['discrepancy.gap-not-valid']);
});

t.test('GATE-12: nothing is explained or closed before it was opened, with items or without', async t => {
  const alone = { items: [], custodians: [uuidOf('DEMO-SEC-1')], kind: 'MISSING_PACKAGE' };
  const concerns = { package: null, sealNumber: 'DEMO-000001', transfer: null };
  const procedure = store();
  procedure.accept({
    subject: discrepancySubject,
    type: 'discrepancy.opened',
    by: auditor,
    body: openedBody({ ...alone, concerns }),
  });
  t.same(procedure.refuse(explain(auditor, '2021-04-02T08:58:00Z')), ['discrepancy.time-reversal']);
  procedure.accept(explain());
  const { occurred = null } = circumstances(atOpening);
  t.same(procedure.refuse(close('FOUND', { items: [], changes: { occurred } })), [
    'discrepancy.time-reversal',
  ]);
});

t.test('GATE-12: the SOP alone says from how many minutes on a gap prints on later papers', async t => {
  const marked = (minutes: number) => {
    const sop = changedSop(changed => {
      changed.deadlines.custodyGapMinutes.value = minutes;
    });
    const procedure = store({}, sop);
    procedure.accept(open());
    procedure.accept(explain());
    procedure.accept(close('FOUND'));
    const { gaps, remarks } = procedure.state<EvidenceState>(item);
    t.equal(gaps.length, 1, 'a gap is kept whatever its length');
    return remarks.some(({ kind }) => kind === 'CUSTODY_GAP');
  };
  t.equal(marked(119), true);
  t.equal(marked(120), false);
});

t.test('GATE-12: the SOP alone turns the gate off, or lets a role pass it', async t => {
  const play = (sop: ReturnType<typeof changedSop>) => {
    const procedure = store({}, sop);
    procedure.accept(open());
    procedure.accept(explain());
    return procedure;
  };
  const off = changedSop(sop => {
    sop.gates['GATE-12'].on = false;
  });
  play(off).accept(close('FOUND', { gap: null }));
  const byAuditor = changedSop(sop => {
    sop.gates['GATE-12'].override = { roles: ['AUD'] };
  });
  const override = { gate: 'GATE-12', officer: uuidOf('DEMO-AUD-1'), reason: 'DEMO: log of the store burnt' };
  const passed = close('FOUND', { gap: null, changes: { overrides: [override] } });
  t.same(play(byAuditor).refuse(close('FOUND', { gap: null })), ['discrepancy.gap-not-stated']);
  play(byAuditor).accept(passed);
  const byHom = changedSop(sop => {
    sop.gates['GATE-12'].override = { roles: ['HOM'] };
  });
  t.same(play(byHom).refuse(passed), ['override.role-not-allowed']);
});

t.test('RQ-73: a discrepancy is closed by two', async t => {
  t.same(explained().refuse(close('FOUND', { countersigned: [] })), ['countersignature.missing']);
});

t.test('RQ-73: neither signer is the custodian when it was opened', async t => {
  const bySecond = { countersigned: [`${custodian} as second-officer`] };
  for (const act of [{ by: custodian }, bySecond])
    t.ok(explained().refuse(close('LOSS_CONFIRMED', act)).includes('discrepancy.signed-by-custodian'));
});

t.test('RQ-73: neither signer is the custodian now', async t => {
  for (const officer of ['DEMO-AUD-1', 'DEMO-HQC-1']) {
    const procedure = explained();
    const { custody } = procedure.state<EvidenceState>(item);
    supposeItem(procedure, { custody: custody && { ...custody, officer: uuidOf(officer) } });
    t.same(procedure.refuse(close('LOSS_CONFIRMED')), ['discrepancy.signed-by-custodian'], officer);
  }
});

t.test("RQ-73: the item's own history shows who was its custodian at the opening", async t => {
  const procedure = explained();
  const state = procedure.state<DiscrepancyState>(discrepancySubject);
  procedure.suppose(discrepancySubject, { ...state, custodians: [] });
  const { custody } = procedure.state<EvidenceState>(item);
  supposeItem(procedure, { custody: custody && { ...custody, officer: uuidOf('DEMO-SEC-2') } });
  t.same(procedure.refuse(close('LOSS_CONFIRMED', { by: custodian })), ['discrepancy.signed-by-custodian']);
});

t.test('RQ-73: there is a finding before there is a closure, and it is the owner’s', async t => {
  const procedure = store();
  procedure.accept(open());
  t.same(procedure.refuse(close('LOSS_CONFIRMED')), ['discrepancy.not-explained']);
  t.same(procedure.refuse(explain('DEMO-HQC-1/HQC')), ['discrepancy.not-owner']);
  procedure.accept(explain());
  t.match(procedure.state<DiscrepancyState>(discrepancySubject).explanations, [
    { officer: uuidOf('DEMO-AUD-1'), finding: 'DEMO: store searched twice' },
  ]);
});

t.test('RQ-73: a custodian concerned explains nothing, also where he was made the owner before', async t => {
  const procedure = store();
  procedure.accept(open());
  const state = procedure.state<DiscrepancyState>(discrepancySubject);
  procedure.suppose(discrepancySubject, { ...state, owner: uuidOf('DEMO-SEC-1') });
  t.same(procedure.refuse(explain(custodian)), ['discrepancy.explained-by-custodian']);
});

t.test('RQ-73: the owner leaves, the discrepancy does not', async t => {
  const procedure = store();
  procedure.accept(open());
  const owner = procedure.enlist('DEMO-CASE-1', 'CASE');
  const reassign = (to: string, changes = {}) => ({
    subject: discrepancySubject,
    type: 'discrepancy.reassigned',
    by: 'DEMO-HQC-1/HQC',
    body: reassignedBody(atFinding, to, changes),
  });
  procedure.enlist('DEMO-LEFT', 'CASE', { grants: {} });
  t.same(procedure.refuse(reassign(uuidOf('DEMO-LEFT'))), ['discrepancy.owner-without-role']);
  t.same(procedure.refuse(reassign(owner, { deadline: '2021-06-01T00:00:00Z' })), ['discrepancy.deadline']);
  assertMandatory(t, procedure, reassign(owner), ['occurred', 'place', 'owner', 'deadline', 'reason']);
  procedure.accept(reassign(owner));
  t.same(procedure.refuse(explain()), ['discrepancy.not-owner']);
  procedure.accept(explain('DEMO-CASE-1/CASE'));
});

t.test('E49: a discrepancy is closed once', async t => {
  const procedure = explained();
  procedure.accept(close('LOSS_CONFIRMED'));
  t.ok(procedure.refuse(close('LOSS_CONFIRMED')).includes('discrepancy.closed-already'));
  t.same(procedure.refuse(explain(auditor, atClosing)), ['discrepancy.closed-already']);
});

t.test('log-format 10: it is closed over the items it was opened over', async t => {
  const other = itemSubject('DEMO-2');
  const procedure = explained();
  procedure.suppose(other, heldItem('DEMO-2', uuidOf('DEMO-SEC-1')));
  t.same(procedure.refuse(close('LOSS_CONFIRMED', { items: [item, other] })), ['discrepancy.items-differ']);
  const state = procedure.state<DiscrepancyState>(discrepancySubject);
  procedure.suppose(discrepancySubject, { ...state, items: [item, other] });
  t.same(procedure.refuse(close('LOSS_CONFIRMED')), ['discrepancy.items-differ']);
  t.same(procedure.refuse(close('LOSS_CONFIRMED', { items: [item, other] })), ['discrepancy.not-of-item']);
});

t.test('E49: a discrepancy without items is closed without items', async t => {
  const procedure = store();
  const concerns = { package: null, sealNumber: 'DEMO-000001', transfer: null };
  const body = openedBody({ kind: 'SEAL_OPEN', concerns });
  procedure.accept({ subject: discrepancySubject, type: 'discrepancy.opened', by: auditor, body });
  procedure.accept(explain());
  procedure.accept(close('CANNOT_BE_RESOLVED', { items: [] }));
  t.equal(procedure.state<DiscrepancyState>(discrepancySubject).closed?.outcome, 'CANNOT_BE_RESOLVED');
});

t.test('E49: mandatory fields of finding and closure', async t => {
  const procedure = explained();
  assertMandatory(t, procedure, explain(), ['occurred', 'place', 'finding', 'files']);
  assertMandatory(t, procedure, close('FOUND'), [
    'occurred',
    'place',
    'outcome',
    'finding',
    'files',
    'referredTo',
    'item:outcome',
    'item:finding',
    'item:gap',
    'item:gap/from',
    'item:gap/until',
    'item:gap/reason',
  ]);
});
