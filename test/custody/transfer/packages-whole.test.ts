import t from 'tap';
import { Consignment, demoSeal, giver } from '../../helpers/consignment.js';

t.test('RQ-24, E14: items under one unbroken seal change hands together', async t => {
  const c = new Consignment(['DEMO-1', 'DEMO-2'], { seal: { ...demoSeal, together: 2 } });
  const one = c.items.slice(0, 1);
  t.same(c.procedure.refuse(c.offer({}, one)), ['transfer.package-split']);
  c.procedure.accept(c.offer());
  t.same(c.procedure.refuse(c.refuse({ countersigned: [`${giver} as hands-over`] }, one)), [
    'transfer.package-split',
  ]);
  c.procedure.accept(c.depart());
  t.same(c.procedure.refuse(c.receive({}, one)), ['transfer.package-split'], 'no receipt of a half');
  t.same(c.procedure.refuse(c.refuse({}, one)), ['transfer.package-split'], 'no refusal of a half');
  c.procedure.accept(c.receive());
});

t.test('RQ-24, E19: what was refused on arrival goes on in part, and no package of it apart', async t => {
  const refusedOf = (seal: typeof demoSeal) => {
    const c = new Consignment(['DEMO-1', 'DEMO-2'], { seal });
    c.procedure.accept(c.offer());
    c.procedure.accept(c.depart());
    c.procedure.accept(c.refuse());
    return c;
  };
  const sealed = refusedOf({ ...demoSeal, together: 2 });
  t.same(sealed.procedure.refuse(sealed.passOn({}, sealed.items.slice(0, 1))), [
    'transfer.package-passed-on-apart',
  ]);
  sealed.procedure.accept(sealed.passOn());
  const apart = refusedOf(demoSeal);
  apart.procedure.accept(apart.passOn({}, apart.items.slice(0, 1)));
});

t.test('RQ-24, RQ-31: a package that arrives broken may be received in part', async t => {
  const c = new Consignment(['DEMO-1', 'DEMO-2'], { seal: { ...demoSeal, together: 2 } });
  c.procedure.accept(c.offer());
  c.procedure.accept(c.depart());
  const discrepancy = c.dispute('DEMO-BROKEN');
  const broken = {
    seals: [{ number: demoSeal.number, found: demoSeal.number, status: 'DAMAGED_UNEXPLAINED' }],
    reserve: { text: 'DEMO: torn open', discrepancies: [discrepancy] },
  };
  c.procedure.accept(c.receive({ item: broken }, c.items.slice(0, 1)));
  t.equal(c.state(c.items[0]).physical, 'HELD');
  t.equal(c.state(c.items[1]).physical, 'IN_TRANSIT');
});
