import t from 'tap';
import { details, detailText } from '../../src/verify/details/index.js';
import { textsIn } from '../helpers/texts-in.js';
import { readCode } from './source-files.js';

/** Where bytes, exports and receipts are refused. */
const folders = ['src/log', 'src/verify', 'src/cli/verify'];

/** Words that are written into bytes or compared, never told. */
const written: readonly string[] = [
  '{} {}',
  '{} {} {}',
  'cosignature/v1ntime {}n{}',
  'log {}',
  'witness {} {}',
  'group {} {} {}',
  'quorum {}',
  'u2014 {} {}n',
  'extra {}',
  'index {}',
  'BagIt-Version: 1.0nTag-File-Character-Encoding: UTF-8n',
  'not of this log',
  'not comparable',
  'key not in force',
];

/** A fault of this program or of who calls it, and no broken evidence: `RangeError`, `Error`, `SealedSecretError`. */
const faults: readonly string[] = [
  'expected lower-case hexadecimal',
  'not an unsigned integer: {}',
  'expected 32 bytes, received {}',
  'no leaf {} in a tree of {}',
  'no node {} at level {}',
  'expected ms since 1970 and 16 random bytes',
  'not a host-like name: {}',
  'not a {}',
  'not a sealed secret',
  'not a sealed secret of a known kind',
  'a passphrase is needed',
  'the passphrase is wrong, or the file was changed',
  '{} made no key pair',
  'expected a salt of {} bytes',
  'expected tile {}/{} of {} hashes at the edge of size {}',
  'expected {} edge tiles',
  'no hash {} at height {} of the tile',
  'node {} of level {} was not loaded',
  'no tile {}',
  'expected a tile of {} hashes, received {} bytes',
  'not a time of the years 0000 to 9999: {}',
  'a pool without workers',
];

/** Parts of what is told in both languages, where they are put together. */
const inBothLanguages: readonly string[] = [
  '{}: {}',
  '{} ms',
  ' and {} more',
  ' et {} de plus',
  'and {} more',
  'et {} de plus',
  'items of {}',
  'event {}',
  '{} ({})',
  ' {} {} {}',
];

const known = new Set([...Object.keys(details), ...written, ...faults, ...inBothLanguages]);

const told = (await Promise.all(folders.map(readCode)))
  .flat()
  .filter(({ path, text }) => {
    if (path.startsWith('src/verify/details/')) return false;
    return !/^src\/(?:cli|verify\/words)\//.test(path) || /new (?:FormatError|CheckFailure)\(/.test(text);
  })
  .flatMap(({ path, text }) =>
    textsIn(text)
      .filter(words => /[A-Za-z})][,:]? [A-Za-z({]/.test(words))
      .map(words => ({ path, words })),
  );

t.test('what is wrong is told in French: every detail of a failing check has its words', async t => {
  t.ok(told.length > 300, `${told.length} texts were found`);
  t.same(
    told.filter(({ words }) => !known.has(words)),
    [],
  );
});

t.test('no words for a detail that nothing tells any more', async t => {
  const found = new Set(told.map(({ words }) => words));
  const short = Object.keys(details).filter(en => !/[A-Za-z})][,:]? [A-Za-z({]/.test(en));
  t.same(
    [...known].filter(en => !found.has(en) && !short.includes(en)),
    [],
  );
});

t.test('values stand in French where they belong, and nothing is lost', async t => {
  for (const [en, fr] of Object.entries(details)) {
    const places = en.split('{}').length - 1;
    const values = Array.from({ length: places }, (_, position) => `DEMO-${position + 1}`);
    const filled = values.reduce((text, value) => text.replace('{}', value), en);
    const { fr: french } = detailText(filled);
    t.equal(
      french,
      fr.replace(/\{(\d)\}/g, (_, place) => values[place - 1] ?? ''),
      en,
    );
    for (const value of values) t.ok(french.includes(value), `${en}: ${value}`);
  }
  t.equal(detailText('line 3: unknown keyword "DEMO"').fr, 'ligne 3 : mot inconnu "DEMO"');
  t.equal(
    detailText('the head statement is of another tree').fr,
    "la déclaration de tête est d'un autre arbre",
  );
  t.equal(detailText('expected canonical base64: length 5').fr, 'base64 canonique attendu : longueur 5');
  t.same(detailText('DEMO: words of nobody'), { en: 'DEMO: words of nobody', fr: 'DEMO: words of nobody' });
  const long = `expected key ${'x'.repeat(100_000)}`;
  t.equal(detailText(long).fr, long, 'no long text is searched');
});
