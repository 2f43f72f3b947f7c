import { parse } from 'csv-parse/sync';
import t from 'tap';
import { csvOf } from '../../src/audit/report/table.js';
import type { ExportScopeOf } from '../../src/custody/export/scope.js';
import { type MadeExport, makeExport, nothingNamed } from '../helpers/made-export.js';
import { playedStory } from '../helpers/played-story.js';
import type { TestStage } from '../helpers/test-stage.js';

let played: TestStage;
let made: MadeExport;
const whole: ExportScopeOf = { ...nothingNamed, kind: 'LOG' };
t.before(async () => {
  played = await playedStory(t);
  made = await makeExport(played.log, whole);
});

type Row = Readonly<Record<string, string>>;

function rowsOf(name: string, { bag } = made): readonly Row[] {
  return parse(bag.text(`data/report/${name}.csv`), { columns: true }) as Row[];
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
  t.equal(rowsOf('late-entries').length, bodies.filter(({ lateEntry = null }) => lateEntry !== null).length);
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
  t.equal(rowsOf('withheld').length, made.counts.withheld);
  const disclosed = await makeExport(played.log, whole, { withheld: true });
  t.equal(rowsOf('withheld', disclosed).length, 0);
});

t.test('one page: it says on its face that it proves nothing, and runs nothing', async t => {
  const page = made.bag.text('data/report/index.html');
  t.match(page, /Only a\s+verifier that you obtained apart/);
  t.match(page, /vérificateur obtenu à part/);
  t.match(page, "default-src 'none'");
  t.notMatch(page, /<script|<link|src=|href=/);
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
