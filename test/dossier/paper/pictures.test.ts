import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { Transformer } from '@napi-rs/image';
import t from 'tap';
import { pictureFormat } from '../../../src/dossier/paper/render/picture-format.js';
import { renderDossier } from '../../../src/dossier/paper/render/render-dossier.js';
import { shrinkPicture } from '../../../src/dossier/paper/render/shrink-picture.js';
import { drawnPhotograph, withExif } from '../../helpers/drawn-photograph.js';
import { exampleDocument } from './example-document.js';
import { Originals, printInto, skipWithout, textOf } from './print-example.js';

const photograph = drawnPhotograph(800, 600);
const shrink = (bytes: Buffer, pixels: number) =>
  shrinkPicture(bytes, createHash('sha256').update(bytes).digest('hex'), pixels);

t.test('a picture is shrunk to its pixels, and the same bytes come of it each time', async t => {
  const [one, other] = [shrink(photograph, 120_000), shrink(photograph, 120_000)];
  if (typeof one === 'string' || typeof other === 'string') return t.fail(String(one));
  t.ok(one.width * one.height <= 120_000, `${one.width} x ${one.height}`);
  t.ok(one.width > 380, 'and not much smaller');
  return t.ok(one.jpeg.equals(other.jpeg));
});

t.test('a small picture is not made larger', async t => {
  const small = shrink(photograph, 10_000_000);
  t.match(small, { width: 800, height: 600 });
});

t.test('a copy is turned as the camera was held and holds nothing of its EXIF', async t => {
  const turned = shrink(withExif(photograph, 6, 'DEMO-SOURCE'), 120_000);
  if (typeof turned === 'string') return t.fail(turned);
  t.ok(turned.height > turned.width, `${turned.width} x ${turned.height}`);
  t.notMatch(turned.jpeg.toString('latin1'), /DEMO-SOURCE|Exif/);
  return t.equal(shrink(photograph, 120_000).constructor, Object);
});

const middle = photograph.length >> 1;
const scratched = Buffer.from(photograph).fill(0, middle, middle + 500);
const holed = Buffer.concat([photograph.subarray(0, middle), photograph.subarray(middle + 3000)]);
const endPutBack = Buffer.concat([photograph.subarray(0, middle), Buffer.from([0xff, 0xd9])]);
const drawnPng = Transformer.fromRgbaPixels(Buffer.alloc(40_000, 200), 100, 100).pngSync();
const scratchedPng = Buffer.from(drawnPng).fill(0x55, 50, 60);

const damaged: readonly (readonly [string, Buffer, string])[] = [
  ['text', Buffer.from('ceci n’est pas une image, mais un rapport'), 'not-a-picture'],
  ['nothing', Buffer.alloc(0), 'not-a-picture'],
  ['a cut JPEG', photograph.subarray(0, photograph.length - 500), 'incomplete'],
  ['a JPEG with no picture in it', Buffer.from([0xff, 0xd8, 0xff, 0xd9, 0, 0]), 'not-a-picture'],
  ['a PNG that promises too much', promising(60_000, 60_000), 'too-large'],
  ['a PNG without its end', promising(10, 10), 'incomplete'],
  ['a JPEG scratched in its middle', scratched, 'damaged'],
  ['a JPEG with a hole', holed, 'damaged'],
  ['a JPEG of which half is gone and the end put back', endPutBack, 'damaged'],
  ['a PNG scratched in its middle', scratchedPng, 'undecodable'],
  ['a document of 10,000 pages', manyPages(10_000), 'not-a-picture'],
];

for (const [name, bytes, reason] of damaged)
  t.test(`${name} is ${reason}`, async t => {
    t.equal(shrink(bytes, 100_000), reason);
  });

t.test('a file whose hash is another is not shown', async t => {
  t.equal(shrinkPicture(photograph, '0'.repeat(64), 100_000), 'altered');
});

t.test('the format is read from the markers, with data after the end and fill bytes', async t => {
  t.match(pictureFormat(Buffer.concat([photograph, Buffer.from('MotionPhoto')])), {
    kind: 'jpeg',
    width: 800,
    height: 600,
    complete: true,
  });
});

t.test(
  'a dossier with broken pictures is printed, and names each',
  { skip: skipWithout('pdftotext') },
  async t => {
    const folder = t.testdir();
    const originals = new Originals(folder);
    const good = await originals.add(photograph);
    const bad = await Promise.all(damaged.map(([, bytes]) => originals.add(bytes)));
    const gone = 'a'.repeat(64);
    const { volumes, broken } = await printInto(
      folder,
      exampleDocument(1, () => [good, ...bad, gone]),
      originals,
    );
    t.same(
      new Map(broken.map(({ sha256, why }) => [sha256, why])),
      new Map([...damaged.map(([, , reason], index) => [bad[index], reason] as const), [gone, 'missing']]),
    );
    const text = await textOf(volumes[0]?.path ?? '');
    for (const sha256 of [good, ...bad, gone]) t.ok(text.includes(sha256), sha256);
    for (const words of [
      'Image incomplète',
      'n’est pas une image'.replace('’', "'"),
      'Fichier absent',
      'trop grande taille',
      'endommagée',
    ])
      t.ok(text.includes(words), words);
    const pdf = await readFile(volumes[0]?.path ?? '', 'latin1');
    t.equal((pdf.match(/\/Subtype \/Image/g) ?? []).length, 1, 'one picture is shown');
  },
);

/** The start of a PNG of this size, with no pixels and no end. */
function promising(width: number, height: number): Buffer {
  const head = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex');
  const size = Buffer.alloc(17);
  size.writeUInt32BE(width, 0);
  size.writeUInt32BE(height, 4);
  return Buffer.concat([head, size]);
}

/** A PDF of so many empty pages. */
function manyPages(count: number): Buffer {
  const pages = Array.from({ length: count }, (_, index) => `${index + 3} 0 R`).join(' ');
  const objects = Array.from(
    { length: count },
    (_, index) => `${index + 3} 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj`,
  );
  const head = `%PDF-1.7\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Count ${count}/Kids[${pages}]>>endobj`;
  return Buffer.from([head, ...objects, 'trailer<</Root 1 0 R>>', '%%EOF'].join('\n'));
}

t.test('who breaks off gets his own reason, and no PDF is left', async t => {
  const folder = t.testdir();
  const reason = new Error('the order was taken back');
  const breaking = new AbortController();
  const printing = renderDossier(exampleDocument(3), {
    folder,
    findFile: async () => null,
    signal: breaking.signal,
  });
  setTimeout(() => breaking.abort(reason), 300);
  await t.rejects(printing, reason);
  t.same(
    (await readdir(folder)).filter(name => name.endsWith('.pdf')),
    [],
  );
});
