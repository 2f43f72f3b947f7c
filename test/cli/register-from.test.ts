import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import t from 'tap';
import { columns } from '../../src/cli/register-from/columns.js';
import { matchPhotographs } from '../../src/cli/register-from/photographs.js';
import { readTable } from '../../src/cli/register-from/read-table.js';
import { tableTemplate } from '../../src/cli/register-from/template.js';
import { parseEvidenceNumber } from '../../src/custody/evidence/number.js';
import { utf8Bytes } from '../../src/log/index.js';
import { createFieldCase, minutesAgo } from '../helpers/field-case.js';
import { jpegOf } from '../helpers/jpeg-of.js';
import { Laptop } from '../helpers/scelle.js';

t.setTimeout(600_000);

/** A row of casings, found and collected there and then. */
const casings: Readonly<Record<string, string>> = {
  'positionAtScene.words': 'DEMO: two metres north of the gate',
  category: 'AMMUNITION',
  subCategory: 'CARTRIDGE_CASE',
  'description.en': 'DEMO: casings, brass',
  'description.fr': 'DEMO : douilles en laiton',
  'quantity.amount': '12',
  'quantity.unit': 'PIECE',
  unmarked: 'DEMO: base looked at',
  'headstamp.12': '31□',
  'interpretation.calibre': '7,62 x 39 mm',
  'interpretation.confidence': 'MODERATE',
  condition: 'DEMO: fired',
  'traces.potential': 'PRINTS|GUNSHOT_RESIDUE',
  'traces.precautions': 'GLOVES_CHANGED',
  'hazard.suspected': 'NONE',
  'hazard.basis': 'DEMO: looked at one by one',
  foundAs: 'EJECTED',
  recoveringParty: 'MISSION',
  holding: 'IN_CUSTODY',
  'classification.level': 'UNCLASSIFIED',
  'classification.originator': 'DEMO mission',
  'classification.reason': 'DEMO',
  'photographs.scale': 'yes',
  collect: 'yes',
  'collect.method': 'BY_HAND',
  'collect.precautions': 'GLOVES_CHANGED',
  'collect.observed': 'FOUND',
};

function tableOf(rows: readonly Readonly<Record<string, string>>[]): string {
  const names = columns.map(({ name }) => name);
  const quoted = (cell: string) => `"${cell.replaceAll('"', '""')}"`;
  const lines = rows.map(row => names.map(name => quoted(row[name] ?? '')).join(','));
  return [tableTemplate().trimEnd(), ...lines, ''].join('\n');
}

function rowsOf(count: number, changes: (at: number) => Record<string, string> = () => ({})) {
  return Array.from({ length: count }, (_, at) => ({ ...casings, label: `A${at + 1}`, ...changes(at) }));
}

t.test('D2: the template has a column for every mandatory field, explained in both languages', async t => {
  const template = tableTemplate();
  for (const { name, words } of columns) t.ok(template.includes(`${name}: ${words.en} / ${words.fr}`), name);
  t.same(readTable(utf8Bytes(template)), { rows: [], faults: [] }, 'an empty template has no faults');
});

t.test('every fault of a table is named, with line and column; nothing is repaired', async t => {
  const [first = {}, second = {}] = rowsOf(2);
  const table = tableOf([
    { ...first, category: 'AMUNITION', condition: '', 'quantity.unit': 'OTHER: DEMO sack' },
    { ...second, label: 'A1', 'traces.potential': 'PRINTS|TEETH', collect: 'perhaps' },
  ]);
  const { faults } = readTable(utf8Bytes(table));
  const header = table.split('\n').findIndex(line => line.startsWith('label,')) + 1;
  t.same(
    faults.map(({ line, label, column }) => [line - header, label, column]),
    [
      [2, 'A1', 'label'],
      [1, 'A1', 'category'],
      [1, 'A1', 'condition'],
      [2, 'A1', 'traces.potential'],
      [2, 'A1', 'collect'],
    ],
  );
  t.match(faults[1]?.message.en, /did you mean AMMUNITION/);
  const unknown = readTable(utf8Bytes(table.replace('label,at,', 'label,att,')));
  t.match(unknown.faults[0], { column: 'att' });
  t.throws(() => readTable(Uint8Array.of(0x6c, 0xe9)), { message: /UTF-8/ });
});

t.test('a semicolon between cells is read too', async t => {
  const table = tableOf(rowsOf(1)).replaceAll('","', '";"');
  const header = columns.map(({ name }) => name);
  const swapped = table.replace(header.join(','), header.join(';'));
  t.same(readTable(utf8Bytes(swapped)).faults, []);
});

t.test('photographs go with labels and numbers, the longest that fits', async t => {
  const files = ['A1.jpg', 'a1-2.JPG', 'A10 close.jpg', 'A1-3.jpg', 'B.jpg', '7K3D-9QWX-2M4P-V.jpg'];
  const { matched, unmatched } = matchPhotographs(files, ['A1', 'A10', 'A1-3', '7K3D-9QWX-2M4P-V']);
  t.same(Object.fromEntries(matched), {
    A1: ['A1.jpg', 'a1-2.JPG'],
    A10: ['A10 close.jpg'],
    'A1-3': ['A1-3.jpg'],
    '7K3D-9QWX-2M4P-V': ['7K3D-9QWX-2M4P-V.jpg'],
  });
  t.same(unmatched, ['B.jpg']);
});

interface Registered {
  readonly items: readonly { label: string; subject: string; number: string; standing: string }[];
  readonly outbox: readonly string[];
}

t.test('a scene with sixty items in one go, offline; again after a crash; pushed', async t => {
  const field = await createFieldCase(t);
  const { as, incident, scene, clearance } = field;
  const laptop = await Laptop.connect(t, field.url);
  const wit = as('DEMO-WIT-1');
  await laptop.must(['outbox', 'prepare', '--as', wit, '--incident', incident, '--scene', scene]);
  await laptop.leave();
  const table = join(laptop.home, 'scene.csv');
  const photos = join(laptop.home, 'photos');
  await mkdir(photos);
  for (const label of ['A1', 'A2', 'A60'])
    await writeFile(join(photos, `${label}.jpg`), jpegOf(`DEMO ${label}`));
  const owed = { withoutPhotograph: 'DEMO: no camera' };
  const register = (refs: readonly string[]) => [
    ...['evidence', 'register', '--from', table, '--photos', photos, '--camera', 'DEMO-CAMERA'],
    ...['--incident', incident, '--scene', scene, '--at', minutesAgo(60), '--place', 'DEMO-PLACE'],
    ...['--as', wit, '--with', `${as('DEMO-WIT-2')}:witness`, '--yes', '--offline', ...refs],
  ];

  await t.test(
    'faults of form, rules and gates are all listed by row and column; nothing is signed',
    async t => {
      await writeFile(
        table,
        tableOf(rowsOf(3, at => (at === 2 ? { ...owed, 'quantity.amount': '0' } : owed))),
      );
      const refused = await laptop.run(register([]));
      t.equal(refused.code, 3);
      const { faults } = refused.json<{
        faults: readonly { label: string; column: string; message: string }[];
      }>();
      t.ok(
        faults.some(({ label, column }) => label === 'A3' && column === 'quantity.amount'),
        'RQ-03',
      );
      t.ok(faults.filter(({ message }) => /clear/.test(message)).length >= 3, 'GATE-1 for every row');
      t.same((await laptop.must<{ entries: unknown[] }>(['outbox', 'list'])).entries, []);
      await t.rejects(readFile(`${table}.ids.json`), 'no number was given out');
    },
  );

  const rows = rowsOf(60, at => (['A1', 'A2', 'A60'].includes(`A${at + 1}`) ? {} : owed));
  await writeFile(table, tableOf(rows));
  const first = await laptop.must<Registered>(register(['--ref', clearance]));
  t.equal(first.items.length, 60);
  t.equal(new Set(first.items.map(({ number }) => number)).size, 60, 'RQ-01');
  t.ok(
    first.items.every(({ number }) => parseEvidenceNumber(number) === number),
    'with check character',
  );

  await t.test('run again, nothing is registered twice; a lost outbox entry is made up for', async t => {
    const again = await laptop.must<Registered>(register(['--ref', clearance]));
    t.same(again.outbox, []);
    t.ok(again.items.every(({ standing }) => standing === 'registered-before'));
    t.same(
      again.items.map(({ number }) => number),
      first.items.map(({ number }) => number),
    );
    // As if the process had ended between the numbers and the outbox.
    await rm(join(laptop.home, 'outbox'), { recursive: true });
    const recovered = await laptop.must<Registered>(register(['--ref', clearance]));
    t.equal(recovered.outbox.length, 1);
    t.same(
      recovered.items.map(({ number }) => number),
      first.items.map(({ number }) => number),
    );
  });

  await laptop.comeBack();
  const pushed = await laptop.run(['outbox', 'push', '--as', wit]);
  const [outcome] = pushed.json<{ pushed: readonly { outcome: string; owed: readonly string[] }[] }>().pushed;
  t.equal(outcome?.outcome, 'appended', 'one batch of 180 events');
  const [item] = await (await field.stage.readingAs('DEMO-WIT-1')).heads([first.items[0]?.subject ?? '']);
  t.match(item?.state, {
    physical: 'COLLECTED',
    calibre: '7.62x39',
    quantity: { amount: '12', unit: 'PIECE' },
  });
});
