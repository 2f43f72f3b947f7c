import { createHash, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { readdir } from 'node:fs/promises';
import { request as startRequest } from 'node:http';
import { connect } from 'node:net';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import t from 'tap';
import { buildApp } from '../../src/http/app.js';
import { UploadAllowance } from '../../src/http/files/upload-allowance.js';
import { type FileStore, FileStoreUnavailable } from '../../src/store/files/file-store.js';
import { findFile } from '../../src/store/files/uploads.js';
import { foundingSop } from '../helpers/founding-sop.js';
import { createTestStage, type TestStage } from '../helpers/test-stage.js';
import {
  blocks,
  connectionOf,
  enlistUploaders,
  nameFile,
  sendWatched,
  sha256Of,
} from '../helpers/uploads.js';

async function filesOf({ home }: TestStage): Promise<readonly string[]> {
  const entries = await readdir(join(home, 'files'), { recursive: true, withFileTypes: true });
  return entries.flatMap(entry => (entry.isFile() && entry.name !== foundingSop ? [entry.name] : []));
}

t.test('PUT /v1/files/{sha256}', async t => {
  const testStage = await createTestStage(t);
  const { log, url } = testStage;
  const stock = await enlistUploaders(testStage);
  const officer = await connectionOf(testStage, 'DEMO-WIT-1');
  const nobody = await connectionOf(testStage, null);
  const put = (bytes: Uint8Array, sha256 = sha256Of(bytes), headers: Record<string, string> = {}) =>
    officer.request(`/v1/files/${sha256}`, {
      method: 'PUT',
      body: bytes as Uint8Array<ArrayBuffer>,
      headers: { 'content-type': 'image/jpeg', ...headers },
    });

  type Ending = 'wait' | 'end' | 'leave';

  /** Sends `head` and `body` on a bare connection, waits, ends or leaves, and gives what comes back. */
  async function bare(head: readonly string[], body: Uint8Array, ending: Ending): Promise<string> {
    const socket = connect(Number(new URL(url).port), '127.0.0.1');
    await once(socket, 'connect');
    const { authorization } = officer.authorization;
    socket.write(`${[...head, 'host: x', `authorization: ${authorization}`].join('\r\n')}\r\n\r\n`);
    await new Promise(resolve => socket.write(body, resolve));
    if (ending === 'end') socket.end();
    if (ending === 'leave') socket.destroy();
    return ending === 'leave' ? '' : text(socket);
  }

  await t.test(
    'RQ-12: 300 MiB pass through to the disk, never through memory, nor counted as held in it',
    async t => {
      const hash = createHash('sha256');
      for (const block of blocks(300)) hash.update(block);
      const sha256 = hash.digest('hex');
      const headers = { ...officer.authorization, 'content-type': 'video/mp4' };
      const { status, growth } = await sendWatched(`${url}/v1/files/${sha256}`, 'PUT', headers, 300);
      t.equal(status, 204);
      t.ok(growth < 150 * 1024 ** 2, `grew by ${growth} bytes, sender and service together`);
      t.equal(await log.files.sizeOf(sha256), 300 * 1024 ** 2);
      await log.files.remove(sha256);
    },
  );

  await t.test('kept as it came: type, hash, who sent it; again is no error, and tells nothing', async t => {
    const bytes = randomBytes(5_000);
    const named = randomBytes(5_000);
    await nameFile(testStage, stock, 'DEMO-000001', named);
    const answers = [await put(bytes), await put(bytes), await put(named), await put(named)];
    for (const answer of answers) {
      t.equal(answer.status, 204);
      t.equal(await answer.text(), '');
      const told = [...answer.headers.keys()].filter(name => !name.startsWith('x-ratelimit'));
      t.same(
        told,
        [...(answers[0]?.headers.keys() ?? [])].filter(name => !name.startsWith('x-ratelimit')),
      );
    }
    t.match(await findFile(log.db, sha256Of(bytes)), {
      size: 5_000,
      media_type: 'image/jpeg',
      uploaded_by: testStage.stage.officer('DEMO-WIT-1').officer,
      uploaded_at: new Date(testStage.clock.now),
    });
    const typeless = randomBytes(10);
    await bare(
      [`PUT /v1/files/${sha256Of(typeless)} HTTP/1.1`, 'content-length: 10', 'connection: close'],
      typeless,
      'wait',
    );
    t.match(await findFile(log.db, sha256Of(typeless)), { media_type: 'application/octet-stream' });
    const empty = await put(new Uint8Array());
    t.equal(empty.status, 204);
    t.equal(await log.files.sizeOf(sha256Of(new Uint8Array())), 0);
  });

  await t.test('without a session nobody sends, whether the hash is named, there, or neither', async t => {
    const owed = randomBytes(100);
    await nameFile(testStage, stock, 'DEMO-000002', owed);
    const there = randomBytes(100);
    await put(there);
    const before = await filesOf(testStage);
    for (const bytes of [owed, there, randomBytes(100)]) {
      const path = `/v1/files/${sha256Of(bytes)}`;
      const answer = await nobody.request(path, { method: 'PUT', body: bytes as Uint8Array<ArrayBuffer> });
      t.equal(answer.status, 401);
      t.match(await answer.json(), { code: 'unauthenticated' });
    }
    t.same(await filesOf(testStage), before);
  });

  await t.test(
    'knowing a hash is not having the file: the answer is the same whether it is there',
    async t => {
      const there = randomBytes(100);
      await put(there);
      for (const sha256 of [sha256Of(there), sha256Of(randomBytes(100))]) {
        const answer = await put(new Uint8Array(), sha256);
        t.equal(answer.status, 422);
        t.match(await answer.json(), { code: 'file-differs' });
      }
      t.equal(await log.files.sizeOf(sha256Of(there)), 100);
    },
  );

  await t.test('what is not the whole file leaves nothing behind, each with its problem', async t => {
    const before = await filesOf(testStage);
    const bytes = randomBytes(100);
    const path = `PUT /v1/files/${sha256Of(bytes)} HTTP/1.1`;
    const wrong = await put(bytes, '0'.repeat(64));
    t.match([wrong.status, await wrong.json()], [422, { code: 'file-differs' }]);
    t.equal((await put(bytes, 'A'.repeat(64))).status, 400);
    t.equal((await put(bytes, '..%2f..%2fetc')).status, 400);
    for (const headers of [{ 'content-encoding': 'gzip' }, { 'content-type': 'no type' }]) {
      const refused = await put(bytes, sha256Of(bytes), headers);
      t.match([refused.status, await refused.json()], [415, { code: 'media-type' }]);
    }
    t.equal((await put(bytes, sha256Of(bytes), { 'content-range': 'bytes 0-99/200' })).status, 400);

    const longer = await bare([path, 'content-length: 60', 'connection: close'], bytes, 'wait');
    t.match(longer, /^HTTP\/1.1 4(00|22) /, 'what comes after the announced length is not of this file');
    const truncated = await bare([path, 'content-length: 200'], bytes, 'end');
    t.match(truncated, /^(HTTP\/1.1 400 |$)/, 'the sender may or may not still hear it');
    const chunk = `64\r\n${bytes.toString('latin1')}\r\n`;
    const cut = await bare([path, 'transfer-encoding: chunked'], Buffer.from(chunk, 'latin1'), 'end');
    t.match(cut, /^(HTTP\/1.1 400 |$)/, 'no last chunk');
    await bare([path, 'content-length: 200'], bytes, 'leave');
    t.equal(await gone(sha256Of(bytes)), true);
    t.same(await filesOf(testStage), before);

    /** A connection that broke is noticed when the service next looks at it. */
    async function gone(sha256: string): Promise<boolean> {
      while ((await filesOf(testStage)).length > before.length) await new Promise(setImmediate);
      return (await findFile(log.db, sha256)) === undefined;
    }
  });

  await t.test('chunked is as good as announced', async t => {
    const bytes = randomBytes(200_000);
    const sent = startRequest(`${url}/v1/files/${sha256Of(bytes)}`, {
      method: 'PUT',
      headers: officer.authorization,
    });
    for (let from = 0; from < bytes.length; from += 999) sent.write(bytes.subarray(from, from + 999));
    sent.end();
    const [answer] = await once(sent, 'response');
    t.equal(answer.statusCode, 204);
    answer.resume();
    t.equal(await log.files.sizeOf(sha256Of(bytes)), 200_000);
  });

  await t.test('several uploads of one file at once all succeed, and one is kept', async t => {
    const bytes = randomBytes(300_000);
    const answers = await Promise.all(Array.from({ length: 8 }, () => put(bytes)));
    t.same(
      answers.map(({ status }) => status),
      answers.map(() => 204),
    );
    const kept = (await filesOf(testStage)).filter(name => name === sha256Of(bytes));
    t.equal(kept.length, 1);
  });
});

t.test('limits: 413 before or while it comes, 429 for who sends too much, 503 for a full disk', async t => {
  const testStage = await createTestStage(t);
  await enlistUploaders(testStage);
  const limits = { fileBytes: 1_000, uploadBytesPerDay: 2_500 };
  const failing = (files: FileStore): FileStore => ({
    stage: (...given) => files.stage(...given),
    stored: () => files.stored(),
    stageFile: (...given) => files.stageFile(...given),
    sizeOf: sha256 => files.sizeOf(sha256),
    pathOf: sha256 => files.pathOf(sha256),
    read: (...given) => files.read(...given),
    remove: sha256 => files.remove(sha256),
    requireRoom: async bytes => {
      if (bytes === 777) throw new FileStoreUnavailable('DEMO: full');
    },
    unsettle: sha256 => files.unsettle(sha256),
    settle: sha256 => files.settle(sha256),
    unsettled: before => files.unsettled(before),
    removeAbandoned: before => files.removeAbandoned(before),
  });
  const log = { ...testStage.log, files: failing(testStage.log.files) };
  const app = await buildApp({ log, logger: false, limits });
  const url = await app.listen({ host: '127.0.0.1', port: 0 });
  t.teardown(() => app.close());
  const officer = await connectionOf({ ...testStage, app, url }, 'DEMO-WIT-1');
  const put = (bytes: Uint8Array, pieces = false) =>
    officer.request(`/v1/files/${sha256Of(bytes)}`, {
      method: 'PUT',
      body: pieces
        ? (Readable.toWeb(Readable.from([bytes])) as ReadableStream)
        : (bytes as Uint8Array<ArrayBuffer>),
      duplex: 'half',
    });
  const told = async (answer: Response) => [answer.status, await answer.json()];

  t.match(await told(await put(randomBytes(1_001))), [413, { code: 'file-too-large' }]);
  t.match(await told(await put(randomBytes(1_001), true)), [413, { code: 'file-too-large' }]);
  const full = await put(randomBytes(777));
  t.match(await told(full), [503, { code: 'unavailable', reason: 'storage' }]);
  t.ok(full.headers.get('retry-after'));
  const before = await filesOf(testStage);
  t.equal((await put(randomBytes(1_000))).status, 204);
  const refused = await put(randomBytes(1_000));
  t.match(await told(refused), [429, { code: 'too-many-requests' }], 'bytes in vain count too');
  t.ok(refused.headers.get('retry-after'));
  t.equal((await filesOf(testStage)).length, before.length + 1);
  testStage.clock.now += 86_400_000;
  const nextDay = await connectionOf({ ...testStage, app, url }, 'DEMO-WIT-1');
  const bytes = randomBytes(1_000);
  const body = bytes as Uint8Array<ArrayBuffer>;
  const again = await nextDay.request(`/v1/files/${sha256Of(bytes)}`, { method: 'PUT', body });
  t.equal(again.status, 204);
});

t.test('a service that stops waits for no upload; what had come is gone or goes on', async t => {
  const testStage = await createTestStage(t);
  await enlistUploaders(testStage);
  const app = await buildApp({ log: testStage.log, logger: false });
  const url = await app.listen({ host: '127.0.0.1', port: 0 });
  const officer = await connectionOf({ ...testStage, app, url }, 'DEMO-WIT-1');
  const before = await filesOf(testStage);
  const sent = startRequest(`${url}/v1/files/${'0'.repeat(64)}`, {
    method: 'PUT',
    headers: { ...officer.authorization, 'content-length': '1000' },
  });
  sent.on('error', () => {});
  const closed = new Promise(resolve => sent.once('close', resolve));
  sent.write(Buffer.alloc(10));
  while ((await filesOf(testStage)).length === before.length) await new Promise(setImmediate);
  await app.close();
  await closed;
  while ((await filesOf(testStage)).length > before.length) await new Promise(setImmediate);
  t.pass('it stopped, and nothing is left');
});

t.test('an officer has so many uploads running at once, others have theirs', t => {
  const allowance = new UploadAllowance({ uploadBytesPerDay: 10, uploadsAtOnce: 1 }, () => 0);
  const interrupted: string[] = [];
  const running = allowance.begin('one', () => interrupted.push('one'));
  t.throws(() => allowance.begin('one', () => {}), { code: 'too-many-requests' });
  const other = allowance.begin('two', () => interrupted.push('two'));
  other.count(10);
  t.throws(() => other.count(1), { code: 'too-many-requests' });
  other.received();
  allowance.interruptAll();
  t.same(interrupted, ['one'], 'what came whole is not interrupted');
  running.end();
  allowance.begin('one', () => {}).count(10);
  t.end();
});
