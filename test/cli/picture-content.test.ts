import { copyFile, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import t from 'tap';
import { bindFile } from '../../src/cli/home.js';
import { UsageError } from '../../src/cli/usage-error.js';
import { drawnPhotograph } from '../helpers/drawn-photograph.js';
import { createFieldCase } from '../helpers/field-case.js';
import { sha256Of } from '../helpers/memory-bag.js';
import { Laptop } from '../helpers/scelle.js';
import { createTestFolder } from '../helpers/test-folder.js';

t.setTimeout(600_000);

t.test('what is called a picture and begins as none is not bound, and is named with the way on', async t => {
  const folder = await createTestFolder(t);
  const file = async (name: string, bytes: string | Buffer) => {
    const path = join(folder, name);
    await writeFile(path, bytes);
    return path;
  };
  for (const [name, bytes] of [
    ['taken.jpg', 'DEMO: a text'],
    ['taken.PNG', Buffer.alloc(0)],
    ['taken.heic', '%PDF-1.7 DEMO'],
  ] as const) {
    const path = await file(name, bytes);
    const thrown = await bindFile(path).then(
      () => null,
      (error: unknown) => error,
    );
    t.type(thrown, UsageError, name);
    for (const said of [(thrown as UsageError).text.en, (thrown as UsageError).text.fr])
      for (const word of [path, `${name}.bin`]) t.ok(said.includes(word), `${name}: ${word}`);
    const kept = await file(`${name}.bin`, bytes);
    t.match(await bindFile(kept), {
      sha256: sha256Of(Buffer.from(bytes)),
      mediaType: 'application/octet-stream',
    });
  }
});

t.test('a picture is bound as what it is called, damaged or not, and any other file unasked', async t => {
  const folder = await createTestFolder(t);
  const jpeg = drawnPhotograph(40, 30);
  for (const [name, bytes, mediaType] of [
    ['whole.jpg', jpeg, 'image/jpeg'],
    ['broken.jpg', jpeg.subarray(0, 60), 'image/jpeg'],
    ['made.png', Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), 'image/png'],
    ['raw.dng', Buffer.from('II*\0', 'latin1'), 'image/x-adobe-dng'],
    ['scan.tif', Buffer.from('MM\0*', 'latin1'), 'image/tiff'],
    ['phone.heic', Buffer.from('\0\0\0\x18ftypheic', 'latin1'), 'image/heic'],
    ['small.webp', Buffer.from('RIFF\x0a\0\0\0WEBP', 'latin1'), 'image/webp'],
    ['notes.txt', Buffer.from('DEMO'), 'text/plain'],
  ] as const) {
    const path = join(folder, name);
    await writeFile(path, bytes);
    t.match(await bindFile(path), { mediaType, size: bytes.length }, name);
  }
});

t.test('an act with such a file is not signed; with the copy under its own kind it is', async t => {
  const field = await createFieldCase(t);
  const laptop = await Laptop.connect(t, field.url);
  const wit = field.as('DEMO-WIT-1');
  const card = join(laptop.home, 'card');
  await mkdir(card);
  const path = join(card, 'seal.jpg');
  await writeFile(path, 'DEMO: a text');
  const report = (photo: string) => [
    ...['sealstock', 'report-spoiled', field.stock, '--as', wit, '--place', 'DEMO-PLACE'],
    ...['--set', 'number=DEMO-000001', '--set', 'reason=DEMO torn', '--set', `photo=${photo}`],
  ];
  const refused = await laptop.run(report(path));
  t.not(refused.code, 0);
  t.match(refused.stderr, 'seal.jpg.bin');
  t.match(refused.stderr, path);
  await copyFile(path, `${path}.bin`);
  await laptop.must(report(`${path}.bin`));
  t.equal(await field.log.files.sizeOf(sha256Of(Buffer.from('DEMO: a text'))), 12);
});
