import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import t from 'tap';
import { refusals } from '../../src/custody/refusals.js';

const root = fileURLToPath(new URL('../../../', import.meta.url));

interface Row {
  readonly number: string;
  readonly rules: string;
  readonly tests: string;
}

const rows: readonly Row[] = readFileSync(`${root}docs/requirements.md`, 'utf8')
  .split('\n')
  .filter(line => /^\| (RQ|SD|GATE|E)/.test(line))
  .map(line => line.split('|').map(cell => cell.trim()))
  .map(([, number = '', , rules = '', tests = '']) => ({ number, rules, tests }));

const range = (prefix: string, from: number, to: number): readonly string[] =>
  Array.from({ length: to - from + 1 }, (_, step) => prefix + String(from + step).padStart(2, '0'));

/** What the rules of this project have to carry out so far. */
const owed = [
  ...range('RQ-', 1, 14),
  ...range('RQ-', 20, 32),
  ...range('RQ-', 40, 44),
  ...['RQ-50', 'RQ-51', 'RQ-52', 'RQ-53', 'RQ-54', 'RQ-55'],
  ...range('RQ-', 60, 69),
  'RQ-73',
  'RQ-78',
  'RQ-79',
  ...Array.from({ length: 9 }, (_, step) => `SD-${step + 1}`),
  ...[1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13].map(number => `GATE-${number}`),
  ...range('E', 1, 22),
  ...range('E', 24, 28),
  ...[
    'E30',
    'E31',
    'E32',
    'E33',
    'E34',
    'E35',
    'E36',
    'E37',
    'E38',
    'E39',
    'E40',
    'E41',
    'E42',
    'E43',
    'E44',
    'E45',
    'E46',
    'E47',
    'E49',
    'E50',
    'E53',
    'E55',
    'E56',
    'E57',
    'E58',
    'E59',
    'E60',
  ],
];

/** Carried out by nothing so far, and said to be. */
const notYet = ['RQ-28', 'SD-4', 'SD-5'];

t.test('docs/requirements.md: every number once, in order', async t => {
  t.same(
    rows.map(({ number }) => number),
    owed,
  );
  t.same(
    rows.filter(({ rules }) => rules.includes('*Not yet*')).map(({ number }) => number),
    notYet,
  );
});

t.test('docs/requirements.md: every code is one, and every test names its number', async t => {
  for (const { number, rules, tests } of rows) {
    for (const [, code = ''] of rules.matchAll(/`([a-z]+\.[a-z-]+)`/g)) {
      const known = Object.hasOwn(refusals, code) || code === 'actor.role';
      t.ok(known, `${number}: ${code} is a refusal`);
    }
    if (notYet.includes(number)) continue;
    const byFormat = tests.includes('(format)');
    const files = tests.replaceAll(' (format)', '').split(', ');
    t.ok(
      files.every(file => existsSync(root + file)),
      `${number}: ${tests} exists`,
    );
    const named = files.some(file => readFileSync(root + file, 'utf8').includes(number));
    t.ok(byFormat || named, `${number} is named by a test of ${tests}`);
  }
});
