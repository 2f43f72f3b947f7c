import t from 'tap';
import { reconstruction } from '../../../src/custody/sop/reconstruction.js';
import { isCheckOutOverdue, isOverdue, isReturnOverdue } from '../../../src/custody/transfer/overdue.js';
import { Consignment, giver } from '../../helpers/consignment.js';
import { changedSop, uuidOf } from '../../helpers/procedure.js';

const hour = 3_600_000;
/** The planned arrival of the sample offer, and the hours the SOP grants beyond it. */
const planned = Date.UTC(2021, 3, 3, 12);
const grace = reconstruction.deadlines.transferOverdueHours.value * hour;

t.test('RQ-25: a transfer that somebody still waits for is overdue after the planned arrival', async t => {
  const c = new Consignment(['DEMO-1', 'DEMO-2']);
  const [first = '', second = ''] = c.items;
  const late = (now: number) => isOverdue(c.transfer(), now, reconstruction);
  c.procedure.accept(c.offer());
  t.notOk(late(planned + grace));
  t.ok(late(planned + grace + 1));
  c.procedure.accept(c.depart());
  c.procedure.accept(c.receive({}, [first]));
  t.ok(late(planned + grace + 1), 'one is missing');
  c.procedure.accept(c.refuse({}, [second]));
  t.notOk(late(planned + grace + 1), 'every line is answered');
});

t.test('RQ-25: what was refused on arrival is overdue with the courier until it is back', async t => {
  const c = new Consignment();
  const refused = Date.UTC(2021, 3, 2, 11);
  const late = () => isReturnOverdue(c.state(), refused + grace + 1, reconstruction);
  c.procedure.accept(c.offer());
  c.procedure.accept(c.depart());
  t.notOk(late());
  c.procedure.accept(c.refuse());
  t.ok(late());
  t.notOk(isReturnOverdue(c.state(), refused + grace, reconstruction));
  c.procedure.accept(c.receive({ by: giver, body: { returns: true } }));
  t.notOk(late());
});

t.test('RQ-25 is data: the deadline is that of the SOP', async t => {
  const c = new Consignment();
  c.procedure.accept(c.offer());
  const sop = changedSop(changed => {
    changed.deadlines.transferOverdueHours.value = 1;
  });
  t.ok(isOverdue(c.transfer(), planned + hour + 1, sop));
  t.notOk(isOverdue(c.transfer(), planned + hour + 1, reconstruction));
});

t.test('RQ-26: a check-out is overdue after its due date', async t => {
  const due = Date.UTC(2021, 4, 1);
  const checkOut = {
    taker: uuidOf('DEMO-LABX-1'),
    custodian: null,
    purpose: 'DEMO',
    dueBack: '2021-05-01T00:00:00Z',
    event: 'DEMO',
    site: null,
  };
  const c = new Consignment(['DEMO-1'], { checkOut });
  t.notOk(isCheckOutOverdue(c.state(), due, reconstruction));
  t.ok(isCheckOutOverdue(c.state(), due + 1, reconstruction));
  t.notOk(isCheckOutOverdue(new Consignment().state(), due + 1, reconstruction));
});
