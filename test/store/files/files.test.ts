import { createHash, randomBytes } from 'node:crypto';
import { readdir, readFile, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import t from 'tap';
import { FileRefused } from '../../../src/store/files/file-store.js';
import { FolderFileStore } from '../../../src/store/files/folder-file-store.js';
import { readOwedFiles } from '../../../src/store/files/owed-files.js';
import { acceptUpload, expireUploads, findFile } from '../../../src/store/files/uploads.js';
import { createTestFolder } from '../../helpers/test-folder.js';
import { createTestLog } from '../../helpers/test-log.js';

const hashOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

async function* inPieces(bytes: Uint8Array, size = 1000) {
  for (let from = 0; from < bytes.length; from += size) yield bytes.subarray(from, from + size);
}

async function filesUnder(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries.filter(entry => entry.isFile()).map(({ name }) => name);
}

t.test('a file is kept under its hash, whole or in ranges, and only once committed', async t => {
  const folder = await createTestFolder(t);
  const store = await FolderFileStore.open(join(folder, 'files'));
  const bytes = randomBytes(70_001);
  const sha256 = hashOf(bytes);
  const staged = await store.stage(sha256, inPieces(bytes), 100_000);
  t.equal(await store.sizeOf(sha256), undefined, 'nobody reads what is not committed');
  await staged.commit();
  await staged.discard();
  t.equal(await store.sizeOf(sha256), 70_001);
  t.same(await buffer(store.read(sha256)), bytes);
  t.same(await buffer(store.read(sha256, { start: 5, end: 9 })), bytes.subarray(5, 10));
  await (await store.stage(sha256, inPieces(bytes), 100_000)).commit();
  t.same(await filesUnder(join(folder, 'files')), [sha256], 'again is no error');
  await store.remove(sha256);
  await store.remove(sha256);
  t.equal(await store.sizeOf(sha256), undefined);
});

t.test('a wrong hash, too many bytes or a broken stream leave nothing behind', async t => {
  const folder = join(await createTestFolder(t), 'files');
  const store = await FolderFileStore.open(folder);
  const bytes = randomBytes(5_000);
  async function* broken() {
    yield bytes.subarray(0, 100);
    throw new Error('connection lost');
  }
  await t.rejects(store.stage('0'.repeat(64), inPieces(bytes), 10_000), {
    name: 'FileRefused',
    reason: 'hash',
  });
  await t.rejects(store.stage(hashOf(bytes), inPieces(bytes), 4_999), {
    name: 'FileRefused',
    reason: 'size',
  });
  await t.rejects(store.stage(hashOf(bytes), broken(), 10_000), { message: 'connection lost' });
  t.same(await filesUnder(folder), []);
  const path = join(folder, 'incoming', 'upload');
  await writeFile(path, bytes);
  await t.rejects(store.stageFile('0'.repeat(64), path), FileRefused);
  await (await store.stageFile(hashOf(bytes), path)).commit();
  t.same(await filesUnder(folder), [hashOf(bytes)], 'a resumed upload is consumed');
});

t.test('only a hash becomes a path', async t => {
  const store = await FolderFileStore.open(join(await createTestFolder(t), 'files'));
  for (const name of ['../../etc/passwd', '', 'A'.repeat(64), `${'0'.repeat(63)}/`]) {
    await t.rejects(store.sizeOf(name), TypeError);
  }
});

t.test('what a crash left on its way is removed, what is on its way stays', async t => {
  const folder = join(await createTestFolder(t), 'files');
  const store = await FolderFileStore.open(folder);
  await writeFile(join(folder, 'incoming', 'old'), 'x');
  await writeFile(join(folder, 'incoming', 'new'), 'x');
  await utimes(join(folder, 'incoming', 'old'), 1_000, 1_000);
  await store.removeAbandoned(Date.now() - 3_600_000);
  t.same(await filesUnder(folder), ['new']);
});

t.test('design section 4: a file may be owed; uploaded files that nothing names expire', async t => {
  const { db, log, places } = await createTestLog(t);
  const upload = async (text: string, uploadedAt: Date) => {
    const bytes = Buffer.from(text);
    const staged = await log.files.stage(hashOf(bytes), inPieces(bytes), 1_000);
    return acceptUpload(db, staged, {
      sha256: hashOf(bytes),
      mediaType: 'image/jpeg',
      uploadedBy: null,
      uploadedAt,
    });
  };
  const named = hashOf(Buffer.from('named'));
  await db
    .insertInto('file_reference')
    .values({
      sha256: named,
      event_id: 'e',
      digest: '',
      subject: 'evidence/x',
      log_index: 7,
      size: 5,
      media_type: 'image/jpeg',
    })
    .execute();
  t.match(await readOwedFiles(db), [{ sha256: named, index: 7, size: 5 }]);
  const [old, later] = [new Date('2021-01-01T00:00:00Z'), new Date('2021-05-01T00:00:00Z')];
  await upload('named', old);
  await upload('unnamed', old);
  await upload('young', later);
  t.same(await readOwedFiles(db), [], 'no SOP document is ever owed');
  const again = await upload('named', later);
  t.same(again.uploaded_at, old, 'a file uploaded again stays as first recorded');
  const expired = await expireUploads(db, log.files, new Date('2021-03-01T00:00:00Z'));
  t.same(expired, [hashOf(Buffer.from('unnamed'))]);
  t.equal(await log.files.sizeOf(hashOf(Buffer.from('unnamed'))), undefined);
  t.equal(await findFile(db, hashOf(Buffer.from('unnamed'))), undefined);
  t.equal((await findFile(db, named))?.size, 5);
  t.equal((await filesUnder(places.filesFolder)).length, 2);
  t.ok(await readFile(join(places.filesFolder, named.slice(0, 2), named.slice(2, 4), named)));
});
