import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import t, { type Test } from 'tap';
import type { DossierItem } from '../../../src/dossier/paper/item.js';
import { exampleDocument } from './example-document.js';
import { printInto, skipWithout } from './print-example.js';

const run = promisify(execFile);

/** The same item with so many periods of custody and so many acts. */
function longer(item: DossierItem, periods: number, acts: number): DossierItem {
  const repeated = <Entry>(entries: readonly Entry[], count: number) =>
    Array.from({ length: count }, (_, index) => entries[index % entries.length] as Entry);
  return {
    ...item,
    periods: { ...item.periods, entries: repeated(item.periods.entries, periods) },
    acts: { ...item.acts, entries: repeated(item.acts.entries, acts) },
  };
}

/** The texts of the pages of a dossier of three items like this. */
async function pagesWith(t: Test, periods: number, acts: number) {
  const document = exampleDocument(3);
  const entries = document.items.entries.map(item => longer(item, periods, acts));
  const printed = await printInto(t.testdir(), { ...document, items: { ...document.items, entries } });
  const path = printed.volumes[0]?.path ?? '';
  const { stdout } = await run('pdftotext', ['-enc', 'UTF-8', path, '-'], { maxBuffer: 64_000_000 });
  const pages = stdout.split('\f');
  const custody = entries.map(({ number }) =>
    pages.findIndex(page => page.includes(`Continuité de la preuve : ${number}`)),
  );
  return { pages, entries, custody };
}

const annex = 'Actes signés, pièce par pièce';

t.test(
  'D7: custody is one page an item, its many acts stand behind',
  { skip: skipWithout('pdftotext') },
  async t => {
    const { pages, entries, custody } = await pagesWith(t, 7, 14);
    const [first = 0] = custody;
    t.same(custody, [first, first + 1, first + 2], 'a page each, one after the other');
    t.ok(pages[first + 3]?.includes(annex), 'and then the acts');
    for (const page of custody) t.ok(pages[page]?.includes(`14 actes : voir « ${annex} »`));
    const behind = pages.slice(first + 3).join(' ');
    for (const { number, acts } of entries) {
      t.ok(behind.includes(number));
      for (const { event } of acts.entries) t.ok(behind.includes(event), `${number}: ${event}`);
    }
  },
);

t.test('few acts stand on the page itself', { skip: skipWithout('pdftotext') }, async t => {
  const { pages, entries, custody } = await pagesWith(t, 2, 4);
  const [first = 0] = custody;
  t.same(custody, [first, first + 1, first + 2]);
  t.notOk(pages.join('').includes(annex));
  for (const [index, { acts }] of entries.entries())
    for (const { event } of acts.entries) t.ok(pages[first + index]?.includes(event));
});
