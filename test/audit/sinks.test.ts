import { spawnSync } from 'node:child_process';
import { access, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import t from 'tap';
import { BagWriter } from '../../src/audit/bag/bag-writer.js';
import { openFolderSink } from '../../src/audit/bag/folder-sink.js';
import { openZipSink } from '../../src/audit/bag/zip-sink.js';
import { temporaryFolder } from '../helpers/demo-command.js';
import { MemoryBag, sha256Of } from '../helpers/memory-bag.js';

const time = Date.UTC(2021, 3, 12, 23, 26, 41);
const content = [Buffer.from('one'), Buffer.alloc(200_000, 7)];

async function writeSmallBag(writer: BagWriter) {
  await writer.add('checkpoint', [content[0] ?? Buffer.alloc(0)]);
  await writer.add('file/abc', content);
  return writer.close();
}

async function zipOf(): Promise<{ readonly bytes: Buffer; readonly hash: string }> {
  const sink = openZipSink('audit-12', time);
  const bytes = buffer(sink.output);
  const { hash } = await writeSmallBag(new BagWriter(sink, time));
  return { bytes: await bytes, hash };
}

t.test('a folder gets its name when it is whole, and one that is there is not written into', async t => {
  const folder = join(await temporaryFolder(t), 'audit');
  const sink = await openFolderSink(folder);
  const writer = new BagWriter(sink, time);
  await writer.add('checkpoint', content);
  await t.rejects(access(folder), 'not yet');
  const { hash } = await writer.close();
  t.same(await readFile(join(folder, 'data/checkpoint')), Buffer.concat(content));
  t.equal(
    sha256Of(await readFile(join(folder, 'tagmanifest-sha256.txt'))),
    hash,
    'the hash is that of the tag manifest',
  );
  await t.rejects(openFolderSink(folder), { code: 'EEXIST' });
  const other = await openFolderSink(`${folder}-2`);
  await other.write('x', [Buffer.from('x')]);
  await other.discard();
  await t.rejects(access(`${folder}-2.part`), 'nothing is left');
});

t.test('a ZIP: the same bytes twice and in every time zone, the bag that a folder holds', async t => {
  const { bytes, hash } = await zipOf();
  const memory = new MemoryBag();
  t.equal((await writeSmallBag(new BagWriter(memory, time))).hash, hash, 'one hash for folder and ZIP');
  t.same((await zipOf()).bytes, bytes);
  const path = join(await temporaryFolder(t), 'a.zip');
  await writeFile(path, bytes);
  const { TZ } = process.env;
  t.teardown(() => {
    if (TZ === undefined) delete process.env.TZ;
    else process.env.TZ = TZ;
  });
  for (const zone of ['Asia/Tokyo', 'America/New_York', 'Africa/Bamako']) {
    process.env.TZ = zone;
    t.same((await zipOf()).bytes, bytes, zone);
  }
  const listed = spawnSync('python3', [
    '-c',
    'import sys,zipfile\nz=zipfile.ZipFile(sys.argv[1])\nassert z.testzip() is None\nfor i in z.infolist(): print(i.filename,i.compress_type,i.date_time)',
    path,
  ]);
  if (listed.status === null) return t.comment('no python3 here');
  t.equal(listed.status, 0, String(listed.stderr));
  const lines = String(listed.stdout).trimEnd().split('\n');
  t.equal(lines.length, memory.files.size);
  for (const line of lines) t.match(line, /^audit-12\/\S+ 0 \(2021, 4, 12, 23, 26, 40\)$/);
});

t.test('a reader who leaves ends the writing; a source that fails ends the ZIP', async t => {
  const left = openZipSink('audit-12', time);
  const writing = left.write('data/x', [Buffer.alloc(5_000_000)]);
  left.output.destroy();
  await t.rejects(writing);
  const broken = openZipSink('audit-12', time);
  const read = buffer(broken.output);
  async function* fails() {
    yield Buffer.from('x');
    throw new Error('the disk went away');
  }
  await t.rejects(broken.write('data/x', fails()), { message: 'the disk went away' });
  await t.rejects(read, 'no whole ZIP');
});

t.test('paths outside log-format section 11, and a path twice, are not written', async t => {
  const writer = new BagWriter(new MemoryBag(), time);
  for (const path of ['../x', 'a//b', '/x', 'a b', 'x..y', 'é'])
    await t.rejects(writer.addText(path, ''), path);
  await writer.addText('x', '1');
  await t.rejects(writer.addText('x', '2'), /twice/);
});
