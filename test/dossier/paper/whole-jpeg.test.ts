import { readFileSync } from 'node:fs';
import t from 'tap';
import { isWholeJpeg } from '../../../src/dossier/paper/render/jpeg/whole-jpeg.js';
import { drawnPhotograph } from '../../helpers/drawn-photograph.js';

const fixture = (name: string) =>
  readFileSync(new URL(`../../../../test/fixtures/pictures/${name}`, import.meta.url));

const pictures: readonly (readonly [string, Buffer])[] = [
  ['sequential', drawnPhotograph(333, 251)],
  ['sequential with restart markers', fixture('restarts.jpg')],
  ['progressive with restart markers', fixture('progressive.jpg')],
];

for (const [name, jpeg] of pictures)
  t.test(`a ${name} JPEG is whole, and damaged wherever a hole is cut into its coded data`, async t => {
    t.equal(isWholeJpeg(jpeg), true);
    t.equal(isWholeJpeg(Buffer.concat([jpeg, Buffer.from('what a camera appends')])), true);
    const coded = jpeg.indexOf(Buffer.from([0xff, 0xda]));
    const holes = Array.from({ length: 20 }, (_, step) =>
      Math.floor(coded + 20 + ((jpeg.length - coded - 60) * step) / 20),
    );
    const unseen = holes.filter(at =>
      isWholeJpeg(Buffer.concat([jpeg.subarray(0, at), jpeg.subarray(at + 30)])),
    );
    // By chance a hole can leave codes of the same number.
    t.ok(unseen.length <= 2, `unseen at ${unseen.join(', ')}`);
  });

t.test('restart markers out of their order are a hole', async t => {
  const jpeg = Buffer.from(fixture('restarts.jpg'));
  const second = jpeg.indexOf(Buffer.from([0xff, 0xd1]));
  const fourth = jpeg.indexOf(Buffer.from([0xff, 0xd3]));
  t.equal(isWholeJpeg(Buffer.concat([jpeg.subarray(0, second), jpeg.subarray(fourth)])), false);
  jpeg[second + 1] = 0xd2;
  t.equal(isWholeJpeg(jpeg), false);
});

t.test('a progressive JPEG of which scans are missing is whole as long as each colour was begun', async t => {
  const jpeg = fixture('progressive.jpg');
  const end = Buffer.from([0xff, 0xd9]);
  const scans: number[] = [];
  for (
    let at = jpeg.indexOf('\xff\xda', 0, 'latin1');
    at >= 0;
    at = jpeg.indexOf('\xff\xda', at + 1, 'latin1')
  )
    scans.push(at);
  t.ok(scans.length > 5, `${scans.length} scans`);
  t.equal(isWholeJpeg(Buffer.concat([jpeg.subarray(0, scans[0]), end])), false, 'none');
  t.equal(
    isWholeJpeg(Buffer.concat([jpeg.subarray(0, scans[3]), end])),
    true,
    'a coarse picture of all of it',
  );
});

t.test('what is no JPEG, or begins and does not go on, is no error', async t => {
  const jpeg = drawnPhotograph(100, 80);
  for (let length = 2; length < jpeg.length; length += 7)
    t.equal(isWholeJpeg(jpeg.subarray(0, length)), false, `${length} bytes`);
  let noise = 1;
  const random = Buffer.from(jpeg);
  for (let round = 0; round < 500; round++) {
    noise = (Math.imul(noise, 1_103_515_245) + 12_345) & 0x7fffffff;
    random[2 + (noise % (jpeg.length - 2))] = noise & 255;
    isWholeJpeg(random);
  }
});
