import { deflateSync } from 'node:zlib';
import exifr from 'exifr';
import t from 'tap';
import { cleanPicture } from '../../../src/dossier/copies/clean-picture.js';
import { isWholeJpeg } from '../../../src/dossier/paper/render/jpeg/whole-jpeg.js';
import { pictureFormat } from '../../../src/dossier/paper/render/picture-format.js';
import { cameraImage } from '../../helpers/camera-image.js';
import { drawnPhotograph } from '../../helpers/drawn-photograph.js';

const camera = {
  make: 'DEMO-MAKE',
  model: 'DEMO-MODEL',
  dateTimeOriginal: '2021:04:02 06:20:00',
  offset: null,
  serialNumber: 'DEMO-SERIAL',
  position: [17.9, 3.6] as const,
};

function segment(marker: number, content: Buffer): Buffer {
  const head = Buffer.from([0xff, marker, 0, 0]);
  head.writeUInt16BE(content.length + 2, 2);
  return Buffer.concat([head, content]);
}

/** A photograph as a camera leaves it: EXIF with position, XMP, a second picture behind the end. */
function photograph(): Buffer {
  const drawn = Buffer.from(drawnPhotograph(64, 48));
  const exif = cameraImage(camera).subarray(2, -2);
  const xmp = segment(0xe1, Buffer.from('http://ns.adobe.com/xap/1.0/\0<x>DEMO-XMP</x>'));
  const more = [
    segment(0xed, Buffer.from('Photoshop 3.0\0DEMO-IPTC')),
    segment(0xfe, Buffer.from('DEMO-COMMENT')),
  ];
  const unknown = segment(0xe7, Buffer.from('DEMO-MAKER-NOTE'));
  const behind = Buffer.concat([drawn, Buffer.from('DEMO-TRAILER')]);
  return Buffer.concat([drawn.subarray(0, 2), exif, xmp, ...more, unknown, drawn.subarray(2), behind]);
}

t.test('GATE-8: of a JPEG nothing but the picture is left', async t => {
  const original = photograph();
  t.match(
    await exifr.gps(original),
    { latitude: Number, longitude: Number },
    'the camera wrote where it was',
  );
  const cleaned = await cleanPicture(original);
  if (cleaned === null) throw new Error('nothing came of it');
  t.equal(cleaned.extension, 'jpg');
  t.equal(await exifr.gps(cleaned.bytes).catch(() => undefined), undefined);
  for (const told of ['Exif', 'DEMO', 'adobe', 'Photoshop', 'JFIF'])
    t.notOk(cleaned.bytes.includes(told), `${told} is gone`);
  t.match(pictureFormat(cleaned.bytes), { kind: 'jpeg', width: 64, height: 48, complete: true });
  t.ok(isWholeJpeg(cleaned.bytes));
  const drawn = Buffer.from(drawnPhotograph(64, 48));
  t.ok(
    cleaned.bytes.includes(drawn.subarray(drawn.indexOf(Buffer.from([0xff, 0xda])))),
    'the pixels as coded',
  );
  t.ok((await cleanPicture(original))?.bytes.equals(cleaned.bytes), 'the same bytes again');
});

t.test('which way a JPEG is turned is kept, and nothing else of its EXIF', async t => {
  const drawn = Buffer.from(drawnPhotograph(64, 48));
  const turned = Buffer.from('49492a00080000000100120103000100000006000000000000000000', 'hex');
  const exif = segment(0xe1, Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), turned]));
  const cleaned = await cleanPicture(Buffer.concat([drawn.subarray(0, 2), exif, drawn.subarray(2)]));
  if (cleaned === null) throw new Error('nothing came of it');
  t.equal(await exifr.orientation(cleaned.bytes), 6);
  t.same(await exifr.parse(cleaned.bytes, { translateValues: false, translateKeys: false }), { 274: 6 });
});

t.test('GATE-8: of a PNG nothing but the picture is left', async t => {
  const chunk = (name: string, content: Buffer) => {
    const head = Buffer.alloc(4);
    head.writeUInt32BE(content.length);
    return Buffer.concat([head, Buffer.from(name, 'latin1'), content, Buffer.alloc(4)]);
  };
  const header = Buffer.from([0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0]);
  const png = Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    chunk('IHDR', header),
    chunk('tEXt', Buffer.from('Author\0DEMO-AUTHOR')),
    chunk('eXIf', Buffer.from('DEMO-EXIF')),
    chunk('IDAT', deflateSync(Buffer.from([0, 0]))),
    chunk('tIME', Buffer.from('DEMO-TIME')),
    chunk('IEND', Buffer.alloc(0)),
    Buffer.from('DEMO-TRAILER'),
  ]);
  const cleaned = await cleanPicture(png);
  t.equal(cleaned?.extension, 'png');
  t.notOk(cleaned?.bytes.includes('DEMO'));
  for (const name of ['IHDR', 'IDAT', 'IEND']) t.ok(cleaned?.bytes.includes(name));
});

t.test('of what is no whole picture nothing goes', async t => {
  const original = photograph();
  const end = original.indexOf(Buffer.from([0xff, 0xda])) + 40;
  for (const bytes of [
    Buffer.from('DEMO'),
    Buffer.alloc(0),
    original.subarray(0, end),
    Buffer.from('89504e470d0a1a0a', 'hex'),
    cameraImage(camera),
  ])
    t.equal(await cleanPicture(bytes), null);
});
