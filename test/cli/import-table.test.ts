import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import t, { type Test } from 'tap';
import { documentedBody } from '../helpers/bodies/import.js';
import { createFieldCase, type FieldCase, minutesAgo } from '../helpers/field-case.js';
import { type ItemLine, itemsMapping, writeItemsTable } from '../helpers/items-table.js';
import { circumstances } from '../helpers/procedure.js';
import { type Get, readAs } from '../helpers/reading.js';
import { Laptop } from '../helpers/scelle.js';
import { createTestFolder } from '../helpers/test-folder.js';

t.setTimeout(600_000);

const file = '210402 COMPLEX, DEMO-PLACE';

interface Bench extends FieldCase {
  readonly laptop: Laptop;
  readonly folder: string;
  /** Arguments of the command over a table written from these lines. */
  readonly command: (lines: readonly ItemLine[], more?: readonly string[]) => Promise<string[]>;
  readonly get: Get;
  readonly items: () => Promise<readonly { readonly summary: Record<string, unknown> }[]>;
}

async function createBench(t: Test): Promise<Bench> {
  const fieldCase = await createFieldCase(t);
  const laptop = await Laptop.connect(t, fieldCase.url);
  const folder = await createTestFolder(t);
  const get = await readAs(fieldCase, 'DEMO-JMAC-1');
  return {
    ...fieldCase,
    laptop,
    folder,
    command: async (lines, more = []) => {
      const { table, mapping } = await writeItemsTable(folder, lines);
      const frame = ['--mapping', mapping, '--reference', 'DEMO-1', '--origin', 'DEMO', '--place', 'DEMO'];
      return ['import', 'table', table, ...frame, '--as', fieldCase.as('DEMO-JMAC-1'), ...more];
    },
    get,
    items: async () => (await get('/v1/evidence?limit=200')).json().items,
  };
}

const lines = (count: number): readonly ItemLine[] =>
  Array.from({ length: count }, (_, at) => ({ file, count: String(at + 1) }));

t.test('G3: a table becomes items, documented only, and its rows count', async t => {
  const { laptop, command, items } = await createBench(t);
  const outcome = await laptop.must(await command(lines(3)));
  t.match(outcome, { rows: 3, entered: 3, faults: [], refusals: null, standing: 'CLOSED' });
  const found = (await items()).map(({ summary }) => [summary.physical, summary.calibre, summary.quantity]);
  t.same(found, [
    ['DOCUMENTED_ONLY', '7.62x39', '1'],
    ['DOCUMENTED_ONLY', '7.62x39', '2'],
    ['DOCUMENTED_ONLY', '7.62x39', '3'],
  ]);
  const again = await laptop.run(await command(lines(3)));
  t.not(again.code, 0);
  t.match(again.stdout + again.stderr, /CLOSED/, 'one reference, one import');
});

t.test('G3: a rehearsal lists every row that would be refused, and why; nothing is entered', async t => {
  const { laptop, command, items, folder } = await createBench(t);
  const bad: readonly ItemLine[] = [
    { file, count: '12' },
    { file: '190101 SAF, DEMO-NOWHERE', count: '3' },
    { file, count: '0' },
    { file, count: '2', found: 'lying about', date: '31/02/2021' },
  ];
  const rehearsed = await laptop.must<{ faults: { row: number; column: string }[] }>(
    await command(bad, ['--rehearse']),
  );
  t.same(
    rehearsed.faults.map(({ row, column }) => [row, column]),
    [
      [2, 'file'],
      [3, '/body/quantity/amount'],
      [4, 'found as'],
      [4, 'date'],
    ],
  );
  const list = await readFile(`${folder}/items.csv.refused.csv`, 'utf8');
  t.equal(list.trimEnd().split('\n').length, 5, 'a line for each fault, and the heading');
  const refused = await laptop.run(await command(bad));
  t.equal(refused.json<{ standing: string }>().standing, 'REFUSED');
  t.not(refused.code, 0);
  t.same(await items(), []);
  const rest = await laptop.must(await command(bad, ['--leave-out']));
  t.match(rest, { entered: 1, standing: 'CLOSED' });
  t.equal((await items()).length, 1);
});

t.test(
  'G3: nothing of an import is there for anybody before it is closed; it is resumed where it broke off',
  async t => {
    const { laptop, command, items, stage, get, folder, incident } = await createBench(t);
    const typed = await command(lines(3));
    const table = await readFile(`${folder}/items.csv`);
    const [id, item] = [stage.newId(), stage.newId()];
    const by = 'DEMO-JMAC-1/JMAC';
    const at = circumstances(minutesAgo(5));
    const hash = createHash('sha256').update(table).digest('hex');
    await stage.require([
      {
        subject: `import/${id}`,
        type: 'import.opened',
        by,
        body: {
          ...at,
          reference: 'DEMO-1',
          contents: 'ITEMS',
          table: { sha256: hash, size: table.length, rows: 3 },
          mapping: createHash('sha256').update(JSON.stringify(itemsMapping)).digest('hex'),
          origin: 'DEMO',
        },
      },
      {
        subject: `evidence/${item}`,
        type: 'evidence.documented',
        by,
        body: documentedBody({ ...at, incident, imported: { import: id, row: 1 } }),
      },
      {
        subject: `import/${id}`,
        type: 'import.rows-entered',
        by,
        body: { ...at, rows: [{ row: 1, subject: `evidence/${item}` }] },
      },
    ]);
    t.same(await items(), []);
    for (const path of [`/v1/evidence/${item}`, `/v1/evidence/${item}/history`]) {
      t.equal((await get(path)).statusCode, 404, path);
    }
    t.match(await laptop.must(typed), { rows: 3, entered: 3, import: id, standing: 'CLOSED' });
    t.equal((await items()).length, 3);
    t.equal((await get(`/v1/evidence/${item}`)).statusCode, 200);
  },
);

t.test('G3: what an import brought and did not list as a row is there for nobody', async t => {
  const { items, stage, incident, get } = await createBench(t);
  const [id, listed, left] = [stage.newId(), stage.newId(), stage.newId()];
  const by = 'DEMO-JMAC-1/JMAC';
  const at = circumstances(minutesAgo(5));
  const documented = (item: string, row: number) => ({
    subject: `evidence/${item}`,
    type: 'evidence.documented',
    by,
    body: documentedBody({ ...at, incident, imported: { import: id, row } }),
  });
  const table = { sha256: 'a'.repeat(64), size: 10, rows: 2 };
  await stage.require([
    {
      subject: `import/${id}`,
      type: 'import.opened',
      by,
      body: { ...at, reference: 'DEMO-1', contents: 'ITEMS', table, mapping: 'b'.repeat(64), origin: 'DEMO' },
    },
    documented(listed, 1),
    documented(left, 2),
    {
      subject: `import/${id}`,
      type: 'import.rows-entered',
      by,
      body: { ...at, rows: [{ row: 1, subject: `evidence/${listed}` }] },
    },
    {
      subject: `import/${id}`,
      type: 'import.closed',
      by,
      body: { ...at, entered: 1, refused: 1, refusals: 'c'.repeat(64) },
    },
  ]);
  t.equal((await items()).length, 1);
  t.equal((await get(`/v1/evidence/${listed}`)).statusCode, 200);
  t.equal((await get(`/v1/evidence/${left}`)).statusCode, 404);
});

t.test('the mapping that docs/analysis.md shows takes a table over', async t => {
  const { laptop, command, folder } = await createBench(t);
  const typed = await command(lines(2), ['--rehearse']);
  const shown = /```json\n([\s\S]*?)```/.exec(await readFile('docs/analysis.md', 'utf8'))?.[1] ?? '';
  await writeFile(`${folder}/items.json`, shown);
  t.match(await laptop.must(typed), { rows: 2, faults: [], standing: 'REHEARSED' });
});

t.test('G3: an import goes on with the bytes it was begun with', async t => {
  const { laptop, command, stage } = await createBench(t);
  const typed = await command(lines(2));
  await stage.require([
    {
      subject: `import/${stage.newId()}`,
      type: 'import.opened',
      by: 'DEMO-JMAC-1/JMAC',
      body: {
        ...circumstances(minutesAgo(5)),
        reference: 'DEMO-1',
        contents: 'ITEMS',
        table: { sha256: 'a'.repeat(64), size: 10, rows: 2 },
        mapping: 'b'.repeat(64),
        origin: 'DEMO',
      },
    },
  ]);
  const ran = await laptop.run(typed);
  t.not(ran.code, 0);
  t.match(ran.stderr + ran.stdout, /begun with another table or mapping/);
});
