import t from 'tap';
import { type AccessEntry, accessEntryHash, accessEntryText, accessHeadText } from '../../src/log/index.js';
import { checkAccessLog } from '../../src/verify/access-log.js';
import { NotProven } from '../../src/verify/not-proven.js';

function lineAfter(prev: string | null, entry: number, changes: Partial<AccessEntry> = {}): string {
  return accessEntryText({
    entry,
    at: Date.UTC(2021, 3, 1, 8, entry),
    officer: null,
    roles: ['AUD'],
    resource: `GET /v1/evidence/${entry}`,
    subjects: [],
    purpose: null,
    result: '200',
    prev,
    ...changes,
  });
}

/** Entries and the hash after each. */
function makeLog(count: number): { readonly lines: readonly string[]; readonly heads: readonly string[] } {
  const lines: string[] = [];
  const heads: string[] = [];
  for (let entry = 1; entry <= count; entry++) {
    const line = lineAfter(heads.at(-1) ?? null, entry);
    lines.push(line);
    heads.push(accessHeadText(accessEntryHash(line)));
  }
  return { lines, heads };
}

const { lines, heads } = makeLog(9);
const anchors = [
  { leaf: 20, count: 3, head: heads[2] ?? '' },
  { leaf: 40, count: 7, head: heads[6] ?? '' },
];

async function check(file: readonly string[], anchored = anchors): Promise<readonly string[]> {
  const bytes = async function* () {
    yield Buffer.from(file.map(line => `${line}\n`).join(''));
  };
  const notProven = new NotProven();
  await checkAccessLog(bytes(), anchored, notProven);
  return notProven.in('en');
}

const fails = (where: string, message: RegExp) => ({
  name: 'CheckFailure',
  check: 'access-log',
  where: `access-log/${where}`,
  message,
});

t.test('docs/access-log.md: what is not anchored yet is told, the rest holds', async t => {
  t.same(await check(lines), ['access log: 2 of 9 entries are not anchored in the log yet']);
  t.same(await check(lines.slice(0, 7)), []);
  t.same(await check([], []), []);
  t.match((await check(lines, []))[0], /^access log: 9 of 9/);
});

t.test('docs/access-log.md: each way of changing it is found', async t => {
  const replaced = (at: number, line: string) => lines.map((old, position) => (position === at ? line : old));
  await t.rejects(check([...lines.slice(0, 4), ...lines.slice(5)]), fails('5', /number 6 stands where 5/));
  await t.rejects(check(lines.slice(1)), fails('1', /number 2/));
  await t.rejects(
    check(lines.slice(0, 6)),
    fails('6', /ends here, and the log anchored 7 entries at leaf 40/),
  );
  await t.rejects(check([]), fails('0', /ends here/));
  const changed = lineAfter(heads[3] ?? '', 5, { officer: '0192f3a0-0000-7000-8000-000000000001' });
  await t.rejects(check(replaced(4, changed)), fails('6', /does not follow/));
  await t.rejects(check(replaced(4, lines[4]?.replace('":', '": ') ?? '')), fails('5', /canonical/));
  await t.rejects(check(replaced(4, '{}')), fails('5', /members/));
  await t.rejects(check(replaced(4, 'DEMO')), fails('5', /not JSON/));
});

t.test('docs/access-log.md: a chain that was made anew as a whole is not what was anchored', async t => {
  const forged: string[] = [];
  let head: string | null = null;
  for (let entry = 1; entry <= 9; entry++) {
    const line: string = lineAfter(
      head,
      entry,
      entry === 2 ? { officer: null, resource: 'GET /v1/log' } : {},
    );
    forged.push(line);
    head = accessHeadText(accessEntryHash(line));
  }
  await t.rejects(check(forged), fails('3', /is not what the log anchored at leaf 20/));
});
