import t, { type Test } from 'tap';
import { reconstruction } from '../../../src/custody/sop/reconstruction.js';
import { formatTime, parsePolicy } from '../../../src/log/index.js';
import { openDatabase } from '../../../src/store/database.js';
import { readStandingReport } from '../../../src/store/readers/standing/read-standing-report.js';
import type { StandingReportName } from '../../../src/store/readers/standing/standing-report.js';
import type { Database } from '../../../src/store/schema/index.js';
import { transferSubject } from '../../helpers/bodies/transfer.js';
import { Consignment } from '../../helpers/consignment.js';
import { heldItem, itemSubject } from '../../helpers/held-item.js';
import { uuidOf } from '../../helpers/procedure.js';
import { createTestDatabase } from '../../helpers/test-database.js';
import { stepAt, writeSteps } from '../../helpers/write-steps.js';

const hour = 3_600_000;
const day = 24 * hour;
const start = Date.UTC(2021, 3, 2, 6);
const reading = {
  reader: { officer: uuidOf('DEMO-AUD-1'), unit: null, roles: ['AUD'] as const },
  sop: reconstruction,
};

async function openTables(t: Test) {
  const { serviceUrl } = await createTestDatabase(t);
  const db = openDatabase<Database>(serviceUrl, { maxConnections: 3 });
  t.teardown(() => db.destroy());
  const log = { db, policy: parsePolicy('quorum none\n') };
  const report = (name: StandingReportName, now: number) => readStandingReport(log, reading, name, now);
  return { db, report };
}

t.test('RQ-25, RQ-26: overdue transfers, returns and check-outs, oldest first', async t => {
  const { db, report } = await openTables(t);
  const c = new Consignment(['DEMO-1', 'DEMO-2']);
  const [first = '', second = ''] = c.items;
  c.procedure.accept(c.offer());
  c.procedure.accept(c.depart());
  c.procedure.accept(c.receive({}, [first]));
  await writeSteps(db, c.procedure.world.steps, c.procedure.world.standings);
  const { transferOverdueHours, checkOutOverdueDays } = reconstruction.deadlines;
  const due = Date.UTC(2021, 3, 3, 12) + transferOverdueHours.value * hour;
  t.same(await report('overdue', due), []);
  const transfer = {
    what: 'TRANSFER_OVERDUE',
    subject: transferSubject,
    label: 'DEMO-M-1',
    officer: uuidOf('DEMO-SEC-1'),
    detail: '',
    since: due,
    late: null,
    leaf: null,
  };
  t.same(await report('overdue', due + 1), [transfer]);

  const dueBack = due + 10 * day;
  const checkOut = {
    taker: uuidOf('DEMO-WIT-1'),
    custodian: null,
    purpose: 'COURT',
    dueBack: formatTime(dueBack),
    event: 'event-90',
    site: null,
  };
  const item = heldItem('DEMO-3', uuidOf('DEMO-SEC-1'), { physical: 'CHECKED_OUT', checkOut });
  await writeSteps(db, [stepAt(90, itemSubject('DEMO-3'), 'evidence.checked-out', start, item)]);
  const late = dueBack + checkOutOverdueDays.value * day;
  t.same(await report('overdue', late), [transfer], 'not yet');
  t.same(await report('overdue', late + 1), [
    transfer,
    {
      what: 'CHECK_OUT_OVERDUE',
      subject: itemSubject('DEMO-3'),
      label: item.number,
      officer: uuidOf('DEMO-WIT-1'),
      detail: 'COURT',
      since: late,
      late: null,
      leaf: null,
    },
  ]);

  const before = c.procedure.world.steps.length;
  c.procedure.accept(c.refuse({}, [second]));
  await writeSteps(db, c.procedure.world.steps.slice(before), c.procedure.world.standings);
  const returns = await report('overdue', late + 1);
  t.match(
    returns.map(({ what, subject }) => ({ what, subject })),
    [
      { what: 'RETURN_OVERDUE', subject: second },
      { what: 'CHECK_OUT_OVERDUE', subject: itemSubject('DEMO-3') },
    ],
    'the transfer is answered; what was refused is still on its way back',
  );
});

t.test(
  'GATE-12: gaps as stated, of items that left too; those that rest on late entries alone say so',
  async t => {
    const { db, report } = await openTables(t);
    const { value: limit } = reconstruction.deadlines.custodyGapMinutes;
    const from = Date.UTC(2021, 3, 2, 20);
    const gapOf = (minutes: number, event: string) => ({
      from: formatTime(from),
      until: formatTime(from + minutes * 60_000),
      reason: 'DEMO: evacuated',
      event,
    });
    const payloads: Readonly<Record<number, object>> = {
      1: { body: { lateEntry: null } },
      2: { body: { lateEntry: { reason: 'DEMO: no link' } } },
      3: { body: { lateEntry: { reason: 'DEMO: no link' }, items: [] } },
      4: { body: { group: 'event-3' } },
      5: { body: {} },
    };
    const jwsOf = (index: number) =>
      `e30.${Buffer.from(JSON.stringify(payloads[index])).toString('base64url')}.AA`;
    const stated = (index: number, name: string, minutes: number, changes = {}) =>
      stepAt(
        index,
        itemSubject(name),
        'evidence.taken-over',
        start + index,
        heldItem(name, uuidOf('DEMO-SEC-1'), { gaps: [gapOf(minutes, `event-${index}`)], ...changes }),
      );
    await writeSteps(
      db,
      [
        stated(1, 'DEMO-1', limit + 1),
        stated(2, 'DEMO-2', limit + 60, { physical: 'HANDED_OVER' }),
        stepAt(3, `export/${uuidOf('DEMO-T')}`, 'export.test', start + 3, {}),
        stated(4, 'DEMO-4', limit + 2),
        stated(5, 'DEMO-5', limit),
      ],
      new Map(),
      jwsOf,
    );
    const row = (index: number, name: string, minutes: number, late: boolean) => ({
      what: 'CUSTODY_GAP',
      subject: itemSubject(name),
      label: heldItem(name, uuidOf('DEMO-SEC-1')).number,
      officer: uuidOf('DEMO-SEC-1'),
      detail: `${seconds(from)} – ${seconds(from + minutes * 60_000)}: DEMO: evacuated`,
      since: start + index,
      leaf: index,
      late,
    });
    t.same(await report('custody-gaps', start + day), [
      row(1, 'DEMO-1', limit + 1, false),
      row(2, 'DEMO-2', limit + 60, true),
      row(4, 'DEMO-4', limit + 2, true),
    ]);
  },
);

const seconds = (ms: number) => `${new Date(ms).toISOString().slice(0, 19)}Z`;
