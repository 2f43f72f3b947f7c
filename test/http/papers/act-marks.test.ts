import t from 'tap';
import { between, countMismatch, occurred, offered, paperOf, print, received } from './sample-paper.js';

const correction = {
  eventId: 'event-of-correction',
  index: 90,
  receivedAt: Date.parse('2021-04-06T08:00:00Z'),
  subject: 'transfer/transfer-1',
  officer: 'officer-9',
  role: 'SEC',
  supervisor: { officer: 'officer-8', role: 'HQC' },
  corrects: 'event-7',
  pointer: '/body/occurred/at',
  was: 'DEMO: 12:34',
  correct: 'DEMO: 16:34',
  reason: 'DEMO: wrong watch',
};

t.test('RQ-05: an act that was corrected says so: by what, when and by whom', async t => {
  const act = { ...received(), corrections: [correction] };
  const page = await print(paperOf([offered, act]));
  const row = between(page, '<td>Received', '</tr>');
  for (const text of ['CORRECTED', '/body/occurred/at', 'DEMO: 12:34', 'DEMO: 16:34', 'DEMO: wrong watch']) {
    t.ok(row.includes(text), text);
  }
  t.match(row, 'entered 2021-04-06 08:00 UTC, leaf 90');
  t.match(row, /by Sector evidence custodian \(SEC\).*officer-9/);
  t.match(row, /supervisor: Headquarters evidence custodian \(HQC\).*officer-8/);
  t.notMatch(await print(paperOf([offered, received()])), 'CORRECTED');
});

t.test('RQ-05: so does a line whose item event was corrected, and a discrepancy', async t => {
  const [item] = paperOf([]).items;
  if (item === undefined) throw new Error('no item');
  const items = [{ ...item, corrections: [correction] }];
  t.equal((await print(paperOf([offered, received()], { items }))).match(/CORRIGÉ|CORRECTED/g)?.length, 1);
  const reserve = { text: 'DEMO', discrepancies: ['discrepancy-1'] };
  const discrepancies = new Map([['discrepancy-1', { ...countMismatch, corrections: [correction] }]]);
  t.match(await print(paperOf([offered, received({ reserve })], { discrepancies }), 'fr'), 'CORRIGÉ');
});

t.test('RQ-73: a discrepancy about the transfer or its package stands on the paper', async t => {
  const discrepancies = new Map([['discrepancy-7', { ...countMismatch, ofTransfer: true }]]);
  const page = await print(paperOf([offered], { discrepancies }));
  t.match(page, /Count differs, open <span class="id">discrepancy-7/);
});

t.test(
  'RQ-09, RQ-10, SD-8: when the log received it, why late, who supervised, and a role not yet held',
  async t => {
    const supervisor = {
      officer: 'officer-3',
      role: 'CASE',
      roleInForce: true,
      disputed: false,
      keyLost: null,
      as: 'supervisor',
      eventId: 'event-8',
      index: 8,
      receivedAt: Date.parse('2021-04-20T10:00:00Z'),
    };
    const late = {
      ...offered,
      occurred: { ...occurred, at: '2018-11-06T00:00:00Z', precision: 'DAY' as const },
      receivedAt: Date.parse('2021-04-20T10:00:00Z'),
      late: 'DEMO: found in the files',
      roleInForce: false,
      disputed: false,
      keyLost: null,
      countersigned: [supervisor],
    };
    const page = await print(paperOf([late]));
    t.match(page, '<td>2018-11-06<p>DEMO-PLACE</p><p class="label">entered 2021-04-20 10:00 UTC, leaf 3</p>');
    t.match(page, 'LATE ENTRY – DEMO: found in the files');
    t.match(page, /supervisor: <\/span>Case officer \(CASE\).*officer-3/);
    t.equal(page.match(/This role was not in force at the time said/g)?.length, 1);
    const french = await print(paperOf([late]), 'fr');
    t.match(french, 'INSCRIPTION TARDIVE – DEMO: found in the files');
    t.notMatch(french, 'supérieur');
    t.notMatch(await print(paperOf([offered])), /LATE ENTRY|not in force/);
  },
);

t.test(
  'GATE-4, RQ-24: the container is compared on arrival; a stand-in is named with his reason',
  async t => {
    const container = { number: 'DEMO-BOX', seal: 'DEMO-000009', sealStatus: 'DAMAGED_UNEXPLAINED' };
    const act = { ...received(), officer: 'officer-5', role: 'HQC' };
    const arrived = { ...act, body: { ...act.body, container, standIn: { reason: 'DEMO: on leave' } } };
    const paper = paperOf([offered, arrived]);
    const transfer = { ...paper.transfer, container: { number: 'DEMO-BOX', seal: 'DEMO-000009' } };
    const page = await print({ ...paper, transfer });
    t.match(between(page, '<dt>On arrival</dt>', '</dl>'), /DIFFERS.*DEMO-BOX.*Damaged/);
    const box = between(page, '<h2>Receiver</h2>', '</div>');
    t.match(box, /Stands in for the officer named<\/dt><dd><b>.*officer-5.*DEMO: on leave/);
    t.match(between(page, '<td>Received', '</tr>'), 'DEMO: on leave');
  },
);

t.test(
  'section 8: a signature by a key that was later reported lost is marked, author or beside him',
  async t => {
    const page = await print(paperOf([{ ...offered, keyLost: 395 }]));
    t.match(page, 'KEY REPORTED LOST: signed before the report at leaf 395');
    const courier = {
      ...{ officer: 'officer-3', role: 'COU', roleInForce: true, disputed: false, as: 'hands-over' },
      ...{ eventId: 'event-8', index: 8, receivedAt: Date.parse('2021-04-20T10:00:00Z'), keyLost: 395 },
    };
    const french = await print(paperOf([{ ...offered, countersigned: [courier] }]), 'fr');
    t.equal(french.match(/CLÉ DÉCLARÉE PERDUE : .* feuille 395/g)?.length, 1);
    t.notMatch(await print(paperOf([offered])), 'REPORTED LOST');
  },
);
