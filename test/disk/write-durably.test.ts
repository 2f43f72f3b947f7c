import { readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import t from 'tap';
import { writeFileDurably, writePartsDurably } from '../../src/disk/write-durably.js';

t.test('the new bytes replace the old, for the owner alone, and nothing is left beside', async t => {
  const folder = t.testdir();
  const path = join(folder, 'deep', 'file');
  await writeFileDurably(path, 'old');
  await writePartsDurably(path, ['n', Uint8Array.of(0x65, 0x77)], { folderMustSync: true });
  t.equal(await readFile(path, 'utf8'), 'new');
  t.equal((await stat(path)).mode & 0o777, 0o600);
  t.equal((await stat(join(folder, 'deep'))).mode & 0o777, 0o700);
  t.same(await readdir(join(folder, 'deep')), ['file']);
});

t.test('a write that fails in its middle leaves the old bytes, and takes no room', async t => {
  const folder = t.testdir({ file: 'old' });
  async function* broken(): AsyncGenerator<string> {
    yield 'half of the new';
    throw new Error('the source broke');
  }
  await t.rejects(writePartsDurably(join(folder, 'file'), broken()), { message: 'the source broke' });
  t.equal(await readFile(join(folder, 'file'), 'utf8'), 'old');
  t.same(await readdir(folder), ['file']);
});

t.test('a failure names the file that was meant', async t => {
  const folder = t.testdir({ file: {} });
  await writeFile(join(folder, 'file', 'inside'), '');
  await t.rejects(writeFileDurably(join(folder, 'file'), 'x'), /file/);
  t.same(await readdir(folder), ['file']);
});
