import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import t from 'tap';
import type { DossierDocument } from '../../../src/dossier/paper/document.js';
import type { Bilingual } from '../../../src/dossier/paper/words.js';
import { drawnPhotograph } from '../../helpers/drawn-photograph.js';
import { exampleDocument } from './example-document.js';
import { flat, Originals, printInto, skipWithout, textOf } from './print-example.js';

const withSubject = (text: string): DossierDocument => ({ ...exampleDocument(1), subject: { fr: text } });

const commands = [
  '#panic("out")',
  '#read("/etc/passwd")',
  '$ x^2 $ *gras* _italique_ `brut`',
  '<étiquette> @renvoi // commentaire /* autre */',
  '= Titre',
  String.raw`\ \u{41} \#`,
  '"); #eval("1+1") //',
  '@{process.env} %s',
  '{{ gabarit }} [ ] { }',
];

const hidden =
  'avant\u202eerua\u202c \u0007cloche \u0000nul \ufeffbom \u200bvide \u2066isolé sans fin \u00adcésure 😀 漢 fin';

const names: readonly (readonly [string, string])[] = [
  ['Latin', 'Ousmane Çissé-N’Diaye, née Ɓâ Ŋarɛ'],
  ['Arabic', 'محمد ولد أحمد القاضي في غاو'],
  ['Tifinagh', 'ⵜⴰⵎⴰⵛⴻⵇ ⴰⴳ ⵎⵓⵙⴰ'],
];

/** RQ-11: stands for a character that cannot be read. */
const asRead = 'DEMO-1□34';

const inside = 'Remis à محمد ولد أحمد (témoin n° 12) à Gao';

t.test('texts of any kind are printed as they were written', { skip: skipWithout('pdftotext') }, async t => {
  const written = [...commands, hidden, ...names.map(([, name]) => name), inside, asRead].join('\n');
  const { volumes } = await printInto(t.testdir(), withSubject(written));
  const text = await textOf(volumes[0]?.path ?? '');
  t.test('no text is a command of the typesetter', async t => {
    for (const one of commands) t.ok(text.includes(flat(one)), one);
  });
  t.test('what turns or hides text stands there by its number', async t => {
    for (const code of ['202E', '202C', '0007', '0000', 'FEFF', '200B', '2066', '00AD', '1F600', '6F22'])
      t.ok(text.includes(`[U+${code}]`), code);
    t.match(text, /avant ?\[U\+202E\] ?erua/, 'the letters keep their order');
  });
  t.test('names are found in their script and order of words', async t => {
    for (const [script, name] of names)
      t.ok(text.normalize('NFKC').includes(flat(name).normalize('NFKC')), script);
  });
  t.test('a mark as read keeps the sign for what cannot be read', async t => {
    t.ok(text.includes(asRead));
  });
  t.test('an Arabic name keeps the French around it in order', async t => {
    t.match(text, /Remis à.{0,4}محمد ولد أحمد.{0,4}témoin n° 12\) à Gao/);
  });
});

t.test('a word longer than the page, and a text of many pages, end in no error', async t => {
  const { volumes } = await printInto(t.testdir(), withSubject(`${'x'.repeat(4000)} ${'mot '.repeat(8000)}`));
  t.ok((volumes[0]?.pages ?? 0) > 15);
});

t.test('the same document gives the same bytes, in another time zone and language too', async t => {
  const hashes: string[] = [];
  for (const zone of ['UTC', 'Asia/Tokyo']) {
    process.env.TZ = zone;
    const folder = t.testdir();
    const originals = new Originals(folder);
    const sha = await originals.add(drawnPhotograph(640, 480));
    const { volumes } = await printInto(
      folder,
      exampleDocument(2, () => [sha]),
      originals,
    );
    hashes.push(
      createHash('sha256')
        .update(await readFile(volumes[0]?.path ?? ''))
        .digest('hex'),
    );
  }
  t.equal(hashes[0], hashes[1]);
});

t.test(
  'a document without anything prints why nothing is there',
  { skip: skipWithout('pdftotext') },
  async t => {
    const full = exampleDocument(0);
    const reasons: string[] = [];
    const empty = Object.fromEntries(
      Object.entries(full).map(([name, value]) => [name, emptied(value, name)]),
    ) as unknown as DossierDocument;
    const text = await textOf((await printInto(t.testdir(), empty)).volumes[0]?.path ?? '');
    t.ok(reasons.length >= 8, `${reasons.length} sections`);
    for (const reason of reasons) t.ok(text.includes(reason), reason);

    function emptied(value: unknown, name: string): unknown {
      if (!isSection(value)) return value;
      const fr = `Rien sous ${name}, pour la raison que voici.`;
      reasons.push(fr);
      return { entries: [], whenNone: { fr, en: null } };
    }
  },
);

function isSection(value: unknown): value is { entries: unknown[]; whenNone: Bilingual } {
  return typeof value === 'object' && value !== null && 'whenNone' in value;
}
