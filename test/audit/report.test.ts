import { parse } from 'csv-parse/sync';
import t from 'tap';
import { NotedEvents } from '../../src/audit/report/noted-events.js';
import { csvOf, type ReportTable } from '../../src/audit/report/table.js';
import { playBer } from '../../src/cli/demo/chapters/ber.js';
import type { ExportScopeOf } from '../../src/custody/export/scope.js';
import { formatTime, peekEvent, type SignedEvent } from '../../src/log/index.js';
import { type MadeExport, makeExport, nothingNamed } from '../helpers/made-export.js';
import { playedStory } from '../helpers/played-story.js';
import { uuidOf } from '../helpers/procedure.js';
import type { TestStage } from '../helpers/test-stage.js';

let played: TestStage;
let made: MadeExport;
const whole: ExportScopeOf = { ...nothingNamed, kind: 'LOG' };
t.before(async () => {
  played = await playedStory(t, async ({ play, setting, stocks }) => {
    await playBer(play, setting, stocks);
  });
  made = await makeExport(played.log, whole);
});

type Row = Readonly<Record<string, string>>;

function rowsOf(name: string, { bag } = made): readonly Row[] {
  return parse(bag.text(`data/report/${name}.csv`), {
    columns: (found: string[]) => found.map(heading => heading.split(' / ')[0]),
  }) as Row[];
}

t.test('custody: each item ends with whom the register names', async t => {
  const rows = rowsOf('custody');
  const items = await played.log.db.selectFrom('evidence').select(['id', 'number', 'custodian']).execute();
  for (const { id, number, custodian } of items) {
    const own = rows.filter(({ subject = '' }) => subject === `${number} evidence/${id}`);
    t.ok(own.length > 0, number);
    const last =
      own
        .map(row => row['custody passes to'] ?? '')
        .filter(text => text !== '')
        .at(-1) ?? null;
    if (custodian !== null) t.equal(last, custodian, `${number}: ${custodian}`);
    else t.ok(last === null || last.startsWith('handed over'), `${number}: ${last}`);
    t.same(
      own.map(({ leaf }) => Number(leaf)),
      own.map(({ leaf }) => Number(leaf)).toSorted((a, b) => a - b),
    );
  }
});

t.test('RQ-31: a receipt under reserve shows seal, state, count and reserve in its row', async t => {
  const received = rowsOf('custody').filter(({ act }) => act === 'evidence.received');
  const torn = received.find(row => row['seal state'] === 'DAMAGED_UNEXPLAINED');
  t.match(torn, {
    seal: 'DEMO-0004',
    condition: /./,
    reserve: /torn on arrival; discrepancy\/[0-9a-f-]{36}$/,
  });
  const short = received.find(({ quantity, reserve }) => quantity === '57 PIECE' && reserve !== '');
  t.match(short, { reserve: /; discrepancy\// });
  const clean = received.find(({ seal }) => seal === 'DEMO-0001');
  t.match(clean, { 'seal state': 'VERIFIED_INTACT', reserve: '', differs: '', late: 'no', disputed: 'no' });
  const sealed = rowsOf('custody').find(({ act }) => act === 'evidence.sealed');
  t.match(sealed, { quantity: / PIECE$/, seal: /^DEMO-/ });
});

t.test('who signed beside the author, as what, on which act: of groups for each item', async t => {
  const rows = rowsOf('custody');
  const events = await played.log.db
    .selectFrom('event')
    .select(['jws', 'log_index', 'subject'])
    .where('type', 'like', '%.countersigned')
    .orderBy('log_index')
    .execute();
  for (const { jws, log_index, subject } of events) {
    const { body, actor } = peekEvent(jws);
    const act = await played.log.db
      .selectFrom('event')
      .select(['jws', 'type', 'log_index'])
      .where('event_id', '=', String(body.eventId))
      .executeTakeFirstOrThrow();
    const { items = [] } = peekEvent(act.jws).body as unknown as { items?: { subject: string }[] };
    const about = new Set(
      [subject, ...items.map(item => item.subject)].filter(name => /^evidence/.test(name)),
    );
    const shown = rows.filter(({ leaf }) => leaf === String(log_index));
    t.same(new Set(shown.map(row => row.subject?.split(' ')[1])), about, `leaf ${log_index}`);
    for (const row of shown) {
      t.match(row, { 'signs as': String(body.as), countersigns: `${act.type} #${act.log_index}` });
      t.equal(row.officer, actor.officer);
    }
  }
  const ways = new Set(rows.map(row => `${row.act} ${row['signs as']}`));
  t.ok(ways.has('transfer.countersigned hands-over'));
  t.ok(ways.has('package.countersigned witness'));
});

t.test('RQ-10: what was entered late is marked, with the items of a late transfer', async t => {
  const late = rowsOf('custody').filter(row => row.late === 'yes');
  const acts = new Set(late.map(({ act }) => act));
  for (const act of ['evidence.registered', 'evidence.received', 'transfer.countersigned']) {
    t.ok(acts.has(act), act);
  }
  for (const { happened = '' } of late) t.ok(happened === '' || happened.startsWith('2018-'), happened);
});

t.test(
  'a partial export: an empty table says of what it is empty, a history that is not whole so',
  async t => {
    t.notMatch(made.bag.text('data/report/index.html'), 'None among the events inside');
    t.ok(rowsOf('discrepancies').every(row => row['history inside'] === 'whole'));
    const concerned = rowsOf('custody').find(({ act }) => act === 'evidence.discrepancy-opened')?.subject;
    const item = concerned?.split('/')[1] ?? '';
    const part = await makeExport(played.log, { ...nothingNamed, kind: 'ITEM', item });
    const page = part.bag.text('data/report/index.html');
    t.match(page, 'None among the events inside.');
    t.match(page, 'Aucun parmi les actes contenus.');
    t.notMatch(page, '>None.');
    t.match(page, 'This is a part of the log');
    const discrepancies = rowsOf('discrepancies', part);
    t.ok(discrepancies.length > 0);
    t.ok(discrepancies.every(row => row['history inside'] === 'whole'));
    const [number = ''] = concerned?.split(' ') ?? [];
    const own = rowsOf('discrepancies').filter(({ items = '' }) => items.includes(number));
    const subjects = new Set(own.map(({ subject }) => subject));
    t.same(
      discrepancies.filter(({ subject }) => subjects.has(subject)),
      rowsOf('discrepancies').filter(({ subject }) => subjects.has(subject)),
      'every act of the discrepancies about the item, from opening to closing',
    );
    t.ok(discrepancies.some(({ act }) => act === 'discrepancy.closed'));
  },
);

t.test('a period after a discrepancy: what names it brings single acts of it along', async t => {
  const { received_at: from } = await played.log.db
    .selectFrom('event')
    .innerJoin('event as about', 'about.subject', 'event.subject')
    .select('event.received_at')
    .where('about.type', '=', 'evidence.discrepancy-opened')
    .orderBy('event.log_index', 'desc')
    .limit(1)
    .executeTakeFirstOrThrow();
  const period = { from: formatTime(from), until: formatTime(from + 1) };
  const part = await makeExport(played.log, { ...nothingNamed, kind: 'PERIOD', ...period });
  t.ok(rowsOf('discrepancies', part).some(row => row['history inside'] === 'single acts only'));
});

t.test('discrepancies, overrides, late entries, refusals: as many as the log holds', async t => {
  const events = await played.log.db.selectFrom('event').select(['type', 'jws', 'log_index']).execute();
  const bodies = events.map(
    ({ jws }) => JSON.parse(Buffer.from(jws.split('.')[1] ?? '', 'base64url').toString()).body,
  );
  t.equal(
    rowsOf('discrepancies').length,
    events.filter(({ type }) => type.startsWith('discrepancy.')).length,
  );
  t.equal(rowsOf('overrides').length, bodies.flatMap(({ overrides = [] }) => overrides).length);
  const late = bodies.filter(({ lateEntry = null }) => lateEntry !== null);
  const ofGroups = late.flatMap(({ items = [] }) => items);
  t.ok(ofGroups.length > 0, 'a transfer was entered late');
  t.equal(rowsOf('late-entries').length, late.length + ofGroups.length, 'with what it says of each item');
  const inOrder = rowsOf('late-entries').map(({ subject, leaf }) => `${subject} ${leaf?.padStart(9, '0')}`);
  t.same(inOrder, inOrder.toSorted(), 'item by item');
  t.equal(rowsOf('refusals').length, events.filter(({ type }) => type.endsWith('.refused')).length);
});

t.test('who held which role when, with which keys; what is withheld', async t => {
  const roles = rowsOf('roles');
  const grants = await played.log.db.selectFrom('officer_role').selectAll().execute();
  t.ok(roles.length >= grants.length);
  for (const { officer, role } of grants) {
    t.ok(
      roles.some(row => row.officer === officer && row.role === role),
      `${officer} ${role}`,
    );
  }
  const keys = rowsOf('keys');
  t.equal(keys.length, (await played.log.db.selectFrom('officer_key').select('kid').execute()).length);
  t.equal(rowsOf('withheld').filter(({ file }) => file === '').length, made.counts.withheld);
  const disclosed = await makeExport(played.log, whole, { withheld: true });
  t.equal(rowsOf('withheld', disclosed).length, 0);
});

t.test(
  'GATE-12: times that nobody can account for, as stated, and whether that was entered late',
  async t => {
    t.same(rowsOf('gaps'), [], 'the story has none');
    const noted = new NotedEvents({ complete: true, indexes: null, whole: [], single: [] });
    const items = ['DEMO-1', 'DEMO-2'].map(name => ({ subject: `evidence/${uuidOf(name)}`, seq: 4 }));
    noted.take({
      index: 7,
      receivedAt: Date.UTC(2021, 3, 9),
      disclosed: new Set(),
      event: {
        ...{
          eventId: 'DEMO',
          subject: `transfer/${uuidOf('DEMO-T')}`,
          type: 'transfer.taken-over',
          refs: [],
        },
        actor: { officer: uuidOf('DEMO-SEC-1'), role: 'SEC' },
        body: {
          items,
          occurred: { at: '2021-04-03T06:00:00Z', precision: 'MINUTE' },
          lateEntry: { reason: 'DEMO: no link' },
          outgoingCannotSign: { reason: 'DEMO: evacuated', unattendedSince: '2021-04-02T20:00:00Z' },
        },
      } as unknown as SignedEvent,
    });
    noted.take({
      index: 9,
      receivedAt: Date.UTC(2021, 3, 9),
      disclosed: new Set(),
      event: {
        ...{ eventId: 'DEMO-9', subject: items[0]?.subject, type: 'evidence.discrepancy-closed', refs: [] },
        actor: { officer: uuidOf('DEMO-HQC-1'), role: 'HQC' },
        body: {
          gap: { from: '2021-04-05T12:00:00Z', until: '2021-04-05T13:00:00Z', reason: 'DEMO: mislaid' },
        },
      } as unknown as SignedEvent,
    });
    const [, ...stated] = await readCsv(noted.tables().find(({ name }) => name === 'gaps'));
    t.same(
      stated.map(([leaf, subject, , , , , , , ...gap]) => [leaf, subject?.split(' ')[1], ...gap]),
      [
        ...items.map(({ subject }) => [
          ...['7', subject, '2021-04-02T20:00:00Z', '2021-04-03T06:00:00Z'],
          ...['DEMO: evacuated', 'yes'],
        ]),
        ['9', items[0]?.subject, '2021-04-05T12:00:00Z', '2021-04-05T13:00:00Z', 'DEMO: mislaid', 'no'],
      ],
      'item by item',
    );
  },
);

async function readCsv(table: ReportTable | undefined): Promise<string[][]> {
  let text = '';
  if (table !== undefined) for await (const part of csvOf(table)) text += Buffer.from(part).toString();
  return parse(text) as string[][];
}

t.test('one page: it says on its face that it proves nothing, and runs nothing', async t => {
  const page = made.bag.text('data/report/index.html');
  t.match(page, /Only a\s+verifier that you obtained apart/);
  t.match(page, /vérificateur obtenu à part/);
  t.match(page, "default-src 'none'");
  t.notMatch(page, /<script|<link|src=|href=/);
  t.match(page, 'Nothing of the access log (who read what) is anchored in here.');
  const noted = new NotedEvents({ complete: true, indexes: null, whole: [], single: [] });
  t.equal(noted.access, null);
  for (const [index, count] of [
    [20, 900],
    [40, 1200],
  ] as const) {
    noted.take({
      index,
      receivedAt: Date.UTC(2021, 3, 9),
      disclosed: new Set(),
      event: {
        ...{
          eventId: `DEMO-${index}`,
          subject: `log/${uuidOf('DEMO-L')}`,
          type: 'log.access-anchored',
          refs: [],
        },
        actor: { officer: uuidOf('DEMO-OPS-1'), role: 'OPS' },
        body: { count, head: 'DEMO' },
      } as unknown as SignedEvent,
    });
  }
  t.same(noted.access, { count: '1200', leaf: 40 }, 'the last anchor');
  t.match(page, '<th>custody passes to / <span lang="fr">la garde passe à</span></th>');
});

t.test('every heading stands in both languages, on the page and in each CSV', async t => {
  const page = made.bag.text('data/report/index.html');
  t.notMatch(page, /<th>[^/<]*<\/th>/);
  const files = made.bag.paths('data/report/').filter(path => path.endsWith('.csv'));
  t.ok(files.length >= 9);
  for (const path of files) {
    const [first = ''] = made.bag.text(path).split('\r\n');
    for (const heading of first.split(','))
      t.match(heading.replaceAll('"', ''), /^[a-z ]+ \/ [^ /][^/]*$/, path);
  }
});

t.test('CSV: what a spreadsheet would take for a formula is text', async t => {
  const hostile = ['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', 'a,"b"\n', 'plain', '<b>'];
  let text = '';
  const table = { columns: ['x'], rows: () => hostile.map(cell => [cell]) };
  for await (const part of csvOf(table)) text += Buffer.from(part).toString();
  const cells = (parse(text) as string[][]).map(([cell]) => cell ?? '');
  t.same(cells.length, hostile.length + 1);
  for (const [position, cell] of cells.slice(1).entries()) {
    t.notMatch(cell, /^[=+\-@\t\r]/, JSON.stringify(cell));
    t.ok(cell.endsWith(hostile[position] ?? '?'), 'nothing is lost');
  }
});

t.test('section 8: what a key signed before it was reported lost is marked', async t => {
  const { jws, log_index } = await played.log.db
    .selectFrom('event')
    .select(['jws', 'log_index'])
    .where('type', '=', 'transfer.departed')
    .orderBy('log_index')
    .executeTakeFirstOrThrow();
  const { kid, actor } = peekEvent(jws);
  t.ok(rowsOf('custody').every(row => row['key reported lost at leaf'] === ''));
  await played.stage.require([
    {
      by: 'DEMO-REG-1/REG',
      subject: `officer/${actor.officer}`,
      type: 'officer.key-revoked',
      body: { kid, reason: 'lost' },
    },
  ]);
  const report = await played.log.db
    .selectFrom('event')
    .select('log_index')
    .where('type', '=', 'officer.key-revoked')
    .orderBy('log_index', 'desc')
    .executeTakeFirstOrThrow();
  const rows = rowsOf('custody', await makeExport(played.log, whole));
  const own = rows.filter(({ officer }) => officer === actor.officer);
  t.ok(own.some(({ leaf, act }) => act === 'evidence.departed' && Number(leaf) > log_index));
  for (const row of rows) {
    const expected = row.officer === actor.officer ? String(report.log_index) : '';
    t.equal(row['key reported lost at leaf'], expected, `leaf ${row.leaf}`);
  }
});

t.test('section 8: what a compromised key signed is marked as disputed', async t => {
  const received = await played.log.db
    .selectFrom('event')
    .select(['jws', 'log_index'])
    .where('type', '=', 'transfer.received')
    .orderBy('log_index')
    .executeTakeFirstOrThrow();
  const { kid, actor } = peekEvent(received.jws);
  await played.stage.require([
    {
      by: 'DEMO-REG-1/REG',
      countersigned: ['DEMO-REG-2/REG as registrar'],
      subject: `officer/${actor.officer}`,
      type: 'officer.key-revoked',
      body: { kid, reason: 'compromised', compromisedSince: received.log_index },
    },
  ]);
  t.same(rowsOf('disputed'), [], 'before, nothing is');
  const after = await makeExport(played.log, whole);
  const disputed = rowsOf('disputed', after);
  const signed = await played.log.db
    .selectFrom('event')
    .select(['jws', 'log_index'])
    .where('officer', '=', actor.officer)
    .where('log_index', '>=', received.log_index)
    .orderBy('log_index')
    .execute();
  t.same(
    disputed.map(({ leaf }) => Number(leaf)),
    signed.filter(({ jws }) => peekEvent(jws).kid === kid).map(({ log_index }) => log_index),
    'each of them, in log order',
  );
  for (const row of disputed) {
    t.match(row, { key: kid, 'disputed from leaf': String(received.log_index), officer: actor.officer });
    for (const way of ['countersigned by', 'followed by', 'named by']) {
      t.notMatch(row[way], actor.officer, 'of others only');
    }
  }
  const [act] = disputed;
  t.match(act, { act: 'transfer.received', 'countersigned by': /^#\d+ [0-9a-f-]{36}/ });
  t.ok(
    disputed.some(row => row['followed by'] !== ''),
    'who had the item after him signed over it',
  );
  const rows = rowsOf('custody', after);
  const own = rows.filter(({ officer }) => officer === actor.officer);
  t.ok(own.some(({ disputed }) => disputed === 'yes'));
  for (const { leaf, disputed } of own) {
    t.equal(disputed, Number(leaf) >= received.log_index ? 'yes' : 'no', `leaf ${leaf}`);
  }
  t.ok(rows.every(({ officer, disputed }) => officer === actor.officer || disputed === 'no'));
});
