import { readFile } from 'node:fs/promises';
import t from 'tap';
import { exampleDocument } from './example-document.js';
import { checkSyntax, printInto, skipWithout, textOf } from './print-example.js';

t.test('the paper is one tagged PDF/A-2a', async t => {
  const { volumes, broken } = await printInto(t.testdir(), exampleDocument());
  t.same(broken, []);
  t.equal(volumes.length, 1);
  const path = volumes[0]?.path ?? '';
  const bytes = await readFile(path);
  const head = bytes.toString('latin1');
  t.match(head, /pdfaid:part>2</, 'PDF/A-2');
  t.match(head, /pdfaid:conformance>A</, 'level A');
  t.match(head, /\/MarkInfo/, 'tagged');
});

t.test('qpdf finds no fault with the paper', { skip: skipWithout('qpdf') }, async t => {
  const { volumes } = await printInto(t.testdir(), exampleDocument());
  t.match(await checkSyntax(volumes[0]?.path ?? ''), /No syntax or stream encoding errors found/);
});

t.test(
  'everything the document says is in the text of the paper, in French',
  { skip: skipWithout('pdftotext') },
  async t => {
    const document = exampleDocument();
    const { volumes } = await printInto(t.testdir(), document);
    const text = await textOf(volumes[0]?.path ?? '');
    const missing = frenchTextsOf(document).filter(value => !text.includes(value));
    t.same(missing, []);
    t.notMatch(text, /\[U\+/, 'our own words are all in the fonts');
  },
);

t.test(
  'more than eighty exhibits are volumes whose pages are counted together',
  { skip: skipWithout('pdftotext') },
  async t => {
    const { volumes } = await printInto(t.testdir(), exampleDocument(81));
    const total = volumes.reduce((sum, { pages }) => sum + pages, 0);
    t.same(
      volumes.map(({ number }) => number),
      [1, 2],
    );
    const [first, second] = await Promise.all(volumes.map(({ path }) => textOf(path)));
    t.ok(first?.includes(`volume 1 de 2, page 1 de ${volumes[0]?.pages} – ensemble : page 1 de ${total}`));
    t.ok(
      second?.includes(
        `volume 2 de 2, page 1 de ${volumes[1]?.pages} – ensemble : page ${(volumes[0]?.pages ?? 0) + 1} de ${total}`,
      ),
    );
    t.ok(second?.includes('PAX-2026-AGU-00081'));
    t.notOk(second?.includes('PAX-2026-AGU-00080'));
  },
);

/** Every French text and every hash, as it stands on one line. */
function frenchTextsOf(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(frenchTextsOf);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, one]) => {
    if (name === 'whenNone') return [];
    if (typeof one !== 'string') return frenchTextsOf(one);
    if (!['fr', 'sha256', 'number', 'event', 'piecesHash', 'name', 'root', 'logKey', 'file'].includes(name))
      return [];
    return one === '' ? [] : [one.replaceAll(/\s+/g, ' ')];
  });
}
