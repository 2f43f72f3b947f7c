import t from 'tap';
import { currentRule } from '../../../src/custody/catalogue.js';
import type { Act } from '../../../src/custody/rule.js';
import {
  at,
  Consignment,
  courier,
  demoSeal,
  giver,
  nextCourier,
  receiver,
} from '../../helpers/consignment.js';
import { itemSubject } from '../../helpers/held-item.js';
import { uuidOf } from '../../helpers/procedure.js';

const names = ['DEMO-1', 'DEMO-2', 'DEMO-3'];

t.test(
  'E17, E18, E19, E20: from giver over two couriers to the receiver, custody with one person at each step',
  async t => {
    const c = new Consignment(names);
    const custodian = () => c.items.map(item => c.state(item).custody?.officer);
    const all = (name: string) => names.map(() => uuidOf(name));

    c.procedure.accept(c.offer());
    t.same(custodian(), all('DEMO-WIT-1'));
    t.equal(c.state().transit?.stage, 'OFFERED');
    t.equal(c.transfer().stage, 'OFFERED');

    c.procedure.accept(c.depart());
    t.same(custodian(), all('DEMO-COU-1'));
    t.equal(c.state().physical, 'IN_TRANSIT');
    t.equal(c.transfer().stage, 'DEPARTED');

    c.procedure.accept(c.passOn());
    t.same(custodian(), all('DEMO-COU-2'));
    t.same(
      c.transfer().legs.map(leg => leg.courier),
      [uuidOf('DEMO-COU-1'), uuidOf('DEMO-COU-2')],
    );

    c.procedure.accept(c.receive({ countersigned: [`${nextCourier} as hands-over`] }));
    t.same(custodian(), all('DEMO-SEC-1'));
    t.match(c.state(), {
      physical: 'HELD',
      transit: null,
      custody: { role: 'SEC', reason: 'STORAGE', since: at },
    });
    t.equal(c.transfer().stage, 'RECEIVED');
  },
);

t.test('E20: from hand to hand, without a courier', async t => {
  const c = new Consignment();
  c.procedure.accept(c.offer({ body: { means: 'HAND' } }));
  c.procedure.accept(c.receive({ countersigned: [`${giver} as hands-over`] }));
  t.equal(c.state().custody?.officer, uuidOf('DEMO-SEC-1'));
});

t.test('E21: partly received, the rest refused; the courier brings it back to the giver', async t => {
  const c = new Consignment(names);
  const [first = '', ...others] = c.items;
  c.procedure.accept(c.offer());
  c.procedure.accept(c.depart());
  c.procedure.accept(c.receive({}, [first]));
  t.equal(c.transfer().stage, 'PARTLY_RECEIVED');
  c.procedure.accept(c.refuse({}, others));
  t.equal(c.state(others[0]).custody?.officer, uuidOf('DEMO-COU-1'), 'custody is unchanged');
  t.equal(c.state(others[0]).transit?.stage, 'REFUSED');
  c.procedure.accept(c.receive({ body: { returns: true }, by: giver }, others));
  t.match(c.state(others[0]), {
    physical: 'HELD',
    transit: null,
    custody: { officer: uuidOf('DEMO-WIT-1') },
  });
  t.same(Object.values(c.transfer().lines), ['RECEIVED', 'RETURNED', 'RETURNED']);
  t.equal(c.transfer().stage, 'PARTLY_RECEIVED');
});

t.test('E21: wholly refused, then wholly returned', async t => {
  const c = new Consignment(names);
  c.procedure.accept(c.offer());
  c.procedure.accept(c.depart());
  c.procedure.accept(c.refuse());
  t.equal(c.transfer().stage, 'REFUSED');
  c.procedure.accept(c.receive({ body: { returns: true }, by: giver }));
  t.equal(c.transfer().stage, 'RETURNED');
});

t.test('E21: refused before it left, an item stays with the giver and is free again', async t => {
  const c = new Consignment();
  c.procedure.accept(c.offer());
  c.procedure.accept(c.refuse({ countersigned: [`${giver} as hands-over`] }));
  t.match(c.state(), { physical: 'HELD', transit: null, custody: { officer: uuidOf('DEMO-WIT-1') } });
  t.equal(c.transfer().stage, 'REFUSED');
});

t.test('E21: what was refused on arrival may be presented again, or offered on by the courier', async t => {
  const again = new Consignment();
  again.procedure.accept(again.offer());
  again.procedure.accept(again.depart());
  again.procedure.accept(again.refuse());
  again.procedure.accept(again.receive());
  t.equal(again.state().custody?.officer, uuidOf('DEMO-SEC-1'));

  const onward = new Consignment();
  onward.procedure.accept(onward.offer());
  onward.procedure.accept(onward.depart());
  onward.procedure.accept(onward.refuse());
  const second = `transfer/${uuidOf('DEMO-TRANSFER-2')}`;
  onward.procedure.accept({ ...onward.offer({ by: courier }), subject: second });
  t.equal(onward.state().transit?.transfer, uuidOf('DEMO-TRANSFER-2'));
  t.same(onward.procedure.refuse(onward.receive({ body: { returns: true }, by: giver })), [
    'transfer.item-not-in-transfer',
    'transfer.not-the-giver',
  ]);
});

t.test('E17: the giver recalls before departure, and only then', async t => {
  const c = new Consignment();
  c.procedure.accept(c.offer());
  t.same(c.procedure.refuse(c.recall({ by: receiver })), ['evidence.not-custodian']);
  c.procedure.accept(c.recall());
  t.equal(c.transfer().stage, 'RECALLED');
  t.equal(c.state().transit, null);

  const gone = new Consignment();
  gone.procedure.accept(gone.offer());
  gone.procedure.accept(gone.depart());
  t.same(gone.procedure.refuse(gone.recall()), ['transfer.item-stage', 'evidence.not-custodian']);
});

t.test('RQ-20: only the custodian offers, and he countersigns the departure', async t => {
  const c = new Consignment();
  t.same(c.procedure.refuse(c.offer({ by: 'DEMO-WIT-2/WIT' })), ['evidence.not-custodian']);
  c.procedure.accept(c.offer());
  t.same(c.procedure.refuse(c.depart({ countersigned: [] })), ['countersignature.missing']);
  t.same(c.procedure.refuse(c.depart({ countersigned: ['DEMO-WIT-2/WIT as giver'] })), [
    'transfer.custodian-not-countersigned',
  ]);
});

t.test('RQ-20: a receipt or refusal is countersigned by who answers for the item', async t => {
  const c = new Consignment();
  c.procedure.accept(c.offer());
  c.procedure.accept(c.depart());
  for (const countersigned of [[], [`${giver} as hands-over`]]) {
    t.same(c.procedure.refuse(c.receive({ countersigned })), ['transfer.custodian-not-countersigned']);
    t.same(c.procedure.refuse(c.refuse({ countersigned })), ['transfer.custodian-not-countersigned']);
  }
});

t.test('RQ-20: a leg is countersigned by the courier who carried it', async t => {
  const c = new Consignment();
  c.procedure.accept(c.offer());
  c.procedure.accept(c.depart());
  t.same(c.procedure.refuse(c.passOn({ countersigned: ['DEMO-COU-3/COU as previous-courier'] })), [
    'transfer.custodian-not-countersigned',
  ]);
});

t.test('SD-1, SD-9, RQ-23: nobody gives and receives, in whatever role', async t => {
  const c = new Consignment();
  const self = c.procedure.enlist('DEMO-WIT-1', 'SEC');
  const to = { officer: self, role: 'SEC', capacity: 'DEMO', unit: null, site: null, store: null };
  t.same(c.procedure.refuse(c.offer({ body: { receiver: to } })), ['transfer.to-oneself']);
  c.procedure.accept(c.offer());
  t.same(
    c.procedure.refuse(
      c.receive({ by: giver, body: { returns: true }, countersigned: [`${receiver} as hands-over`] }),
    ),
    ['transfer.not-the-giver', 'transfer.to-oneself', 'transfer.custodian-not-countersigned'],
  );
});

t.test('SD-1, RQ-23: a courier is neither giver nor receiver', async t => {
  const c = new Consignment();
  c.procedure.enlist('DEMO-SEC-1', 'COU');
  c.procedure.enlist('DEMO-WIT-1', 'COU');
  c.procedure.accept(c.offer());
  t.same(c.procedure.refuse(c.depart({ by: 'DEMO-SEC-1/COU' })), ['transfer.courier-is-a-side']);
  c.procedure.accept(c.depart());
  for (const by of ['DEMO-SEC-1/COU', 'DEMO-WIT-1/COU'])
    t.same(c.procedure.refuse(c.passOn({ by })), ['transfer.courier-is-a-side']);
});

t.test('RQ-20: the item goes to the officer named, or to a stand-in in his role for a reason', async t => {
  const c = new Consignment();
  c.procedure.accept(c.offer());
  c.procedure.accept(c.depart());
  const standIn = { reason: 'DEMO: rotated out' };
  t.same(c.procedure.refuse(c.receive({ by: 'DEMO-SEC-2/SEC' })), ['transfer.not-the-receiver']);
  t.same(c.procedure.refuse(c.receive({ by: 'DEMO-HQC-1/HQC', body: { standIn } })), [
    'transfer.not-the-receiver',
  ]);
  t.same(c.procedure.refuse(c.refuse({ by: 'DEMO-SEC-2/SEC' })), ['transfer.not-the-receiver']);
  c.procedure.accept(c.receive({ by: 'DEMO-SEC-2/SEC', body: { standIn } }));
  t.equal(c.state().custody?.officer, uuidOf('DEMO-SEC-2'));
});

t.test('RQ-20: a stand-in is of the unit to which the item was offered', async t => {
  const c = new Consignment();
  const unit = uuidOf('DEMO-UNIT');
  c.procedure.suppose(`unit/${unit}`, {});
  const to = { officer: uuidOf('DEMO-SEC-1'), role: 'SEC', capacity: 'DEMO', unit, site: null, store: null };
  c.procedure.accept(c.offer({ body: { receiver: to } }));
  c.procedure.accept(c.depart());
  const body = { standIn: { reason: 'DEMO: rotated out' } };
  t.same(c.procedure.refuse(c.receive({ by: 'DEMO-SEC-2/SEC', body })), ['transfer.not-the-receiver']);
  c.procedure.enlist('DEMO-SEC-3', 'SEC', { unit });
  c.procedure.accept(c.receive({ by: 'DEMO-SEC-3/SEC', body }));
});

t.test('RQ-20: where an officer is named and no unit, a stand-in is of his', async t => {
  const c = new Consignment();
  c.procedure.accept(c.offer());
  c.procedure.accept(c.depart());
  const body = { standIn: { reason: 'DEMO: rotated out' } };
  c.procedure.enlist('DEMO-SEC-4', 'SEC', { unit: uuidOf('DEMO-UNIT-2') });
  t.same(c.procedure.refuse(c.receive({ by: 'DEMO-SEC-4/SEC', body })), [
    'transfer.receiving-stand-in-of-other-unit',
  ]);
  c.procedure.accept(c.receive({ by: 'DEMO-SEC-2/SEC', body }));
});

t.test('RQ-20: whose stand-in receives is looked up, though nothing on arrival names him', async t => {
  const c = new Consignment();
  c.procedure.accept(c.offer());
  for (const type of ['evidence.received', 'evidence.refused']) {
    const looked = currentRule(type)?.looksUp?.({} as Act, c.state());
    t.same(looked?.subjects, [`officer/${uuidOf('DEMO-SEC-1')}`], type);
  }
});

t.test('E21: a consignment comes back to who gave it, or to a stand-in in his role and unit', async t => {
  const c = new Consignment();
  c.procedure.accept(c.offer());
  c.procedure.accept(c.depart());
  const returns = { returns: true };
  t.same(c.procedure.refuse(c.receive({ body: returns })), ['transfer.not-the-giver']);
  t.same(c.procedure.refuse(c.receive({ by: 'DEMO-WIT-2/WIT', body: returns })), ['transfer.not-the-giver']);
  const body = { returns: true, standIn: { reason: 'DEMO: rotated out' } };
  c.procedure.enlist('DEMO-WIT-3', 'WIT', { unit: uuidOf('DEMO-UNIT-2') });
  t.same(c.procedure.refuse(c.receive({ by: 'DEMO-WIT-3/WIT', body })), ['transfer.stand-in-of-other-unit']);
  c.procedure.accept(c.receive({ by: 'DEMO-WIT-2/WIT', body }));
  t.equal(c.transfer().stage, 'RETURNED');
});

t.test('GATE-12: an item is in one transfer, in hand, and in the transfer that names it', async t => {
  const c = new Consignment();
  c.procedure.accept(c.offer());
  const second = `transfer/${uuidOf('DEMO-TRANSFER-2')}`;
  t.same(c.procedure.refuse({ ...c.offer(), subject: second }), ['transfer.item-in-transfer']);
  t.same(c.procedure.refuse(c.passOn()), ['transfer.item-stage', 'transfer.custodian-not-countersigned']);

  const out = new Consignment(['DEMO-1'], { physical: 'CHECKED_OUT' });
  t.same(out.procedure.refuse(out.offer()), ['evidence.not-in-state']);

  const foreign = new Consignment(['DEMO-1', 'DEMO-2']);
  foreign.procedure.accept(foreign.offer({}, [itemSubject('DEMO-1')]));
  t.same(foreign.procedure.refuse(foreign.depart()), ['transfer.item-not-in-transfer']);
});

t.test('C.1: an item nobody can find neither travels nor arrives', async t => {
  const c = new Consignment();
  c.procedure.accept(c.offer());
  c.procedure.accept(c.depart());
  c.procedure.suppose(c.items[0] ?? '', { ...c.state(), physical: 'UNACCOUNTED' });
  t.same(c.procedure.refuse(c.receive()), ['transfer.item-unaccounted']);
});

t.test('L2: a consignment does not split without a new manifest', async t => {
  const c = new Consignment(names);
  const part = c.items.slice(0, 2);
  c.procedure.accept(c.offer());
  t.same(c.procedure.refuse(c.recall({}, part)), ['transfer.items-not-all']);
  t.same(c.procedure.refuse(c.depart({}, part)), ['transfer.items-not-all']);
  c.procedure.accept(c.depart());
  t.same(c.procedure.refuse(c.passOn({}, part)), ['transfer.items-not-all']);
});

t.test('L2: what was refused at the gate does not hold up the rest', async t => {
  const c = new Consignment(names);
  const [first = '', ...others] = c.items;
  c.procedure.accept(c.offer());
  c.procedure.accept(c.refuse({ countersigned: [`${giver} as hands-over`] }, [first]));
  c.procedure.accept(c.depart({}, others));
  t.same(Object.values(c.transfer().lines), ['REFUSED', 'DEPARTED', 'DEPARTED']);
});

t.test('RQ-24: what travels is sealed and unbroken, or the line says why not', async t => {
  const exception = 'DEMO: bag torn on loading';
  const c = new Consignment(['DEMO-1'], { seal: demoSeal });
  t.same(c.procedure.refuse(c.offer({ item: { sealNumber: 'DEMO-000002' } })), [
    'transfer.seal-not-of-record',
  ]);
  c.procedure.accept(c.offer());
  if (demoSeal === null) throw new Error('the sample has no seal');
  const damaged = { ...demoSeal, status: 'DAMAGED_UNEXPLAINED' as const };
  c.procedure.suppose(c.items[0] ?? '', { ...c.state(), seal: damaged });
  t.same(c.procedure.refuse(c.depart()), ['transfer.not-sealed']);
  c.procedure.accept(c.depart({ item: { sealException: exception } }));
  t.same(c.procedure.refuse(c.passOn()), ['transfer.not-sealed']);
  c.procedure.accept(c.passOn({ item: { sealException: exception } }));

  const bare = new Consignment();
  t.same(bare.procedure.refuse(bare.offer({ item: { sealException: null } })), ['transfer.not-sealed']);
});

t.test('RQ-24, GATE-4: the container is compared at each change of hands', async t => {
  const c = new Consignment();
  const container = { number: 'DEMO-C-1', seal: 'DEMO-000050' };
  const found = { ...container, sealStatus: 'VERIFIED_INTACT' };
  c.procedure.accept(c.offer({ body: { container } }));
  t.same(c.procedure.refuse(c.depart()), ['transfer.container-not-compared']);
  t.same(c.procedure.refuse(c.depart({ body: { container: { ...found, sealStatus: null } } })), [
    'transfer.container-not-compared',
  ]);
  c.procedure.accept(c.depart({ body: { container: found } }));
  t.same(c.procedure.refuse(c.passOn()), ['transfer.container-not-compared']);
  t.same(c.procedure.refuse(c.receive()), ['transfer.container-not-compared']);
  for (const changes of [
    { number: 'DEMO-C-2' },
    { seal: 'DEMO-000051' },
    { sealStatus: 'DAMAGED_UNEXPLAINED' },
  ])
    t.same(c.procedure.refuse(c.receive({ body: { container: { ...found, ...changes } } })), [
      'transfer.container-differs-without-reserve',
    ]);
  const broken = { ...found, sealStatus: 'MISSING', seal: null };
  const reserve = { text: 'DEMO: container open on arrival', discrepancies: [c.dispute('DEMO-D-1')] };
  c.procedure.accept(c.receive({ body: { container: broken }, item: { reserve } }));
});

t.test('D3: a seal is used once, on a container as on a package', async t => {
  const container = { number: 'DEMO-C-1', seal: 'DEMO-000050' };
  const found = { ...container, sealStatus: 'VERIFIED_INTACT' };
  const c = new Consignment(['DEMO-1', 'DEMO-2']);
  const [first = '', second = ''] = c.items;
  const other = `transfer/${uuidOf('DEMO-TRANSFER-2')}`;
  c.procedure.accept(c.offer({ body: { container } }, [first]));
  t.same(c.procedure.refuse({ ...c.offer({ body: { container } }, [second]), subject: other }), [
    'claim.taken',
  ]);
  c.procedure.accept({ ...c.offer({}, [second]), subject: other });
  const { subject, ...closedAtDeparture } = c.depart({ body: { container: found } }, [second]);
  t.same(c.procedure.refuse({ ...closedAtDeparture, subject: other }), ['claim.taken'], 'nor at departure');
  c.procedure.accept({ ...c.depart({ body: { container: found } }, [first]), subject });
  const fresh = c.depart({ body: { container: { ...found, seal: 'DEMO-000051' } } }, [second]);
  c.procedure.accept({ ...fresh, subject: other });
});

t.test('E18: a container closed at departure is compared from then on', async t => {
  const c = new Consignment();
  c.procedure.accept(c.offer());
  const container = { number: 'DEMO-C-1', seal: null, sealStatus: null };
  c.procedure.accept(c.depart({ body: { container } }));
  t.same(c.procedure.refuse(c.receive()), ['transfer.container-not-compared']);
});

t.test('design section 4: each act of a transfer goes with the item event of the same word', async t => {
  const c = new Consignment();
  const offer = c.offer();
  const { occurred = null, place = null } = offer.body;
  const items = c.items.map(subject => ({ subject, type: 'evidence.recalled', body: { occurred, place } }));
  t.same(c.procedure.refuse({ ...offer, items }), ['group.item-type']);
});
