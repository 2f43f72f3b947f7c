import { createHash, randomBytes } from 'node:crypto';
import { readdir, rm, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import t, { type Test } from 'tap';
import { openDatabase } from '../../../src/store/database.js';
import { FileRefused, FileStoreUnavailable } from '../../../src/store/files/file-store.js';
import { FolderFileStore } from '../../../src/store/files/folder-file-store.js';
import { acceptUpload, expireUploads, findFile, settleUploads } from '../../../src/store/files/uploads.js';
import type { Database } from '../../../src/store/schema/index.js';
import { foundingSop } from '../../helpers/founding-sop.js';
import { createTestFolder } from '../../helpers/test-folder.js';
import { createTestLog } from '../../helpers/test-log.js';

const hashOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

async function* inPieces(bytes: Uint8Array, size = 1000) {
  for (let from = 0; from < bytes.length; from += size) yield bytes.subarray(from, from + size);
}

/** But for the SOP document that a log was founded under. */
async function filesUnder(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const names = entries.filter(entry => entry.isFile()).map(({ name }) => name);
  return names.filter(name => name !== foundingSop);
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
  await store.settle(sha256);
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
  await store.settle(hashOf(bytes));
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

t.test('a disk that fails is told apart from a sender whose connection broke', async t => {
  const folder = join(await createTestFolder(t), 'files');
  const store = await FolderFileStore.open(folder);
  const bytes = randomBytes(5_000);
  await rm(join(folder, 'incoming'), { recursive: true });
  await t.rejects(store.stage(hashOf(bytes), inPieces(bytes), 10_000), FileStoreUnavailable);
  await t.rejects(store.stageFile(hashOf(bytes), join(folder, 'nothing')), FileStoreUnavailable);
  await t.rejects(store.requireRoom(Number.MAX_SAFE_INTEGER), FileStoreUnavailable);
  await store.requireRoom(0);
});

/** Uploads of texts to a log of the test's own. */
async function createUploads(t: Test) {
  const { db, log, places } = await createTestLog(t);
  const stage = (text: string) => {
    const bytes = Buffer.from(text);
    return log.files.stage(hashOf(bytes), inPieces(bytes), 1_000);
  };
  const upload = async (text: string, uploadedAt: Date) =>
    acceptUpload(db, log.files, await stage(text), {
      sha256: hashOf(Buffer.from(text)),
      mediaType: 'image/jpeg',
      uploadedBy: null,
      uploadedAt,
    });
  const name = (text: string) =>
    db
      .insertInto('file_reference')
      .values({
        sha256: hashOf(Buffer.from(text)),
        event_id: 'e',
        digest: '',
        subject: 'evidence/x',
        log_index: 7,
        size: 5,
        media_type: 'image/jpeg',
      })
      .execute();
  return { db, log, places, stage, upload, name };
}

const [old, term, young] = [new Date('2021-01-01'), new Date('2021-03-01'), new Date('2021-05-01')];

t.test('design section 4: uploaded files that nothing names expire', async t => {
  const { db, log, places, upload, name } = await createUploads(t);
  await name('named');
  for (const text of ['named', 'unnamed', 'sent again']) await upload(text, old);
  await upload('young', young);
  const again = await upload('named', young);
  t.same(again.uploaded_at, old, 'a named file stays as first recorded');
  await upload('sent again', young);
  const expired = await expireUploads(db, log.files, term);
  t.same(expired, [hashOf(Buffer.from('unnamed'))], 'the term runs from the last time it was acknowledged');
  t.equal(await log.files.sizeOf(hashOf(Buffer.from('unnamed'))), undefined);
  t.equal(await findFile(db, hashOf(Buffer.from('unnamed'))), undefined);
  t.equal((await findFile(db, hashOf(Buffer.from('named'))))?.size, 5);
  t.equal((await filesUnder(places.filesFolder)).length, 3, 'nothing is left on its way');
});

t.test('files that are owed are found without looking through all that were named', async t => {
  const { db, log, upload, name } = await createUploads(t);
  const awaited = async (text: string) => {
    const rows = await db.selectFrom('file_awaited').selectAll().execute();
    return rows.some(({ sha256 }) => sha256 === hashOf(Buffer.from(text)));
  };
  await name('named first');
  t.ok(await awaited('named first'));
  await upload('named first', young);
  t.notOk(await awaited('named first'), 'it has come');
  await upload('uploaded first', young);
  await name('uploaded first');
  t.notOk(await awaited('uploaded first'), 'it was there');
  await upload('expired', old);
  await expireUploads(db, log.files, term);
  t.ok(await awaited('expired'), 'an event that names it in this moment still saw it');
  await name('expired');
  t.ok(await awaited('expired'));
  await upload('expired', young);
  t.notOk(await awaited('expired'));
});

t.test('bytes and row agree again after a crash between them, on either side', async t => {
  const { db, log, places, stage, upload } = await createUploads(t);
  const [lost, kept] = [hashOf(Buffer.from('lost')), hashOf(Buffer.from('kept'))];
  // As a service leaves it that dies after the bytes and before the row.
  await (await stage('lost')).commit();
  // And one that dies after the row, before it says so.
  await upload('kept', old);
  await log.files.unsettle(kept);
  const now = Date.now();
  await settleUploads(db, log.files, now - 3_600_000);
  t.equal(await log.files.sizeOf(lost), 4, 'an upload that still runs is left alone');
  await log.files.removeAbandoned(now + 60_000);
  await settleUploads(db, log.files, now + 60_000);
  t.equal(await log.files.sizeOf(lost), undefined, 'bytes that nobody was told of are removed');
  t.equal(await log.files.sizeOf(kept), 4);
  t.same(await filesUnder(places.filesFolder), [kept]);
});

t.test('a database that goes away during an upload leaves nothing for ever', async t => {
  const { log, places, stage, upload } = await createUploads(t);
  const text = 'half recorded';
  const sha256 = hashOf(Buffer.from(text));
  const closed = openDatabase<Database>('postgres://127.0.0.1:1/none', { maxConnections: 1 });
  const recorded = { sha256, mediaType: 'image/jpeg', uploadedBy: null, uploadedAt: old };
  await t.rejects(acceptUpload(closed, log.files, await stage(text), recorded));
  await closed.destroy();
  t.same(await filesUnder(places.filesFolder), []);
  await upload(text, old);
  t.equal(await log.files.sizeOf(sha256), text.length);
});
