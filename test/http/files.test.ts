import { randomBytes } from 'node:crypto';
import t from 'tap';
import { readByteRange } from '../../src/http/files/byte-range.js';
import { openDatabase } from '../../src/store/database.js';
import type { Database } from '../../src/store/schema/index.js';
import { createTestStage } from '../helpers/test-stage.js';
import { connectionOf, enlistUploaders, nameFile, sha256Of } from '../helpers/uploads.js';

interface Listed {
  readonly items: readonly { readonly sha256: string }[];
  readonly next: string | null;
}

async function listOf(answer: Promise<Response> | Response): Promise<Listed> {
  return (await (await answer).json()) as Listed;
}

t.test('GET /v1/files: what events name, seen by whoever may see such an event', async t => {
  const testStage = await createTestStage(t);
  const stock = await enlistUploaders(testStage);
  const holder = await connectionOf(testStage, 'DEMO-WIT-1');
  const other = await connectionOf(testStage, 'DEMO-WIT-2');
  const headquarters = await connectionOf(testStage, 'DEMO-HQC-1');
  const nobody = await connectionOf(testStage, null);
  const database = openDatabase<Database>(testStage.database.ownerUrl, { maxConnections: 1 });
  t.teardown(() => database.destroy());

  const photograph = randomBytes(10_000);
  const sha256 = sha256Of(photograph);
  const path = `/v1/files/${sha256}`;
  const eventId = await nameFile(testStage, stock, 'DEMO-000001', photograph);
  const put = (bytes: Uint8Array, type = 'text/html; charset=utf-8') =>
    other.request(`/v1/files/${sha256Of(bytes)}`, {
      method: 'PUT',
      body: bytes as Uint8Array<ArrayBuffer>,
      headers: { 'content-type': type },
    });

  await t.test('design section 4: a file may be owed; it is listed until it comes', async t => {
    const owed = await listOf(holder.request('/v1/files?owed=true'));
    t.match(owed, {
      items: [{ sha256, size: 10_000, mediaType: 'image/jpeg', subject: stock, eventId, stored: null }],
      next: null,
    });
    t.equal((await holder.request(path)).status, 404, 'its bytes are not there');
    t.same((await listOf(other.request('/v1/files?owed=true'))).items, []);
    // Delivered by an officer who may not even know of it.
    t.equal((await put(photograph)).status, 204);
    t.same((await listOf(holder.request('/v1/files?owed=true'))).items, []);
    const listed = await listOf(holder.request(`/v1/files?owed=false&subject=${stock}`));
    t.match(listed.items, [{ sha256, stored: { size: 10_000, mediaType: 'text/html' } }]);
    t.equal((await holder.request('/v1/files?after=AA')).status, 400);
    t.equal((await nobody.request('/v1/files')).status, 401);
  });

  await t.test('who may see the event sees the file; for others there is none', async t => {
    for (const reader of [holder, headquarters]) {
      const answer = await reader.request(path);
      t.equal(answer.status, 200);
      t.same(Buffer.from(await answer.arrayBuffer()), photograph);
    }
    const hidden = await other.request(path);
    const absent = await other.request(`/v1/files/${sha256Of(Buffer.from('nothing'))}`);
    const [one, two] = [await hidden.json(), await absent.json()] as readonly Record<string, unknown>[];
    t.equal(hidden.status, 404);
    t.same({ ...one, requestId: '' }, { ...two, requestId: '' }, 'hidden and absent are one');
    t.same([...hidden.headers.keys()].sort(), [...absent.headers.keys()].sort());
    t.equal((await other.request(path, { method: 'HEAD' })).status, 404);
    t.equal((await nobody.request(path)).status, 401);
    t.equal((await holder.request(`/v1/files/${sha256.toUpperCase()}`)).status, 400);
  });

  await t.test('bytes are an attachment of the signed type, never a page', async t => {
    const { headers } = await holder.request(path);
    t.equal(headers.get('content-type'), 'image/jpeg', 'not what the sender called it');
    t.equal(headers.get('content-disposition'), `attachment; filename="${sha256}"`);
    t.equal(headers.get('x-content-type-options'), 'nosniff');
    t.match(headers.get('content-security-policy'), /default-src 'none'; sandbox/);
    t.equal(headers.get('cache-control'), 'private, no-cache');
  });

  await t.test('HEAD, ETag and ranges (RFC 9110 sections 13 and 14)', async t => {
    const head = await holder.request(path, { method: 'HEAD' });
    t.equal(head.status, 200);
    t.equal(head.headers.get('content-length'), '10000');
    t.equal(head.headers.get('accept-ranges'), 'bytes');
    const etag = `"${sha256}"`;
    t.equal(head.headers.get('etag'), etag);
    for (const method of ['GET', 'HEAD']) {
      const known = await holder.request(path, { method, headers: { 'if-none-match': etag } });
      t.equal(known.status, 304);
    }
    const range = async (value: string, condition = etag) => {
      const answer = await holder.request(path, { headers: { range: value, 'if-range': condition } });
      return { answer, bytes: Buffer.from(await answer.arrayBuffer()) };
    };
    const part = await range('bytes=100-199');
    t.equal(part.answer.status, 206);
    t.equal(part.answer.headers.get('content-range'), 'bytes 100-199/10000');
    t.same(part.bytes, photograph.subarray(100, 200));
    t.same((await range('bytes=9990-')).bytes, photograph.subarray(9990));
    t.same((await range('bytes=-5')).bytes, photograph.subarray(9995));
    t.equal((await range('bytes=100-199', '"other"')).answer.status, 200);
    const beyond = await range('bytes=10000-');
    t.equal(beyond.answer.status, 416);
    t.equal(beyond.answer.headers.get('content-range'), 'bytes */10000');
    t.match(beyond.answer.headers.get('content-type'), /problem\+json/);
    t.match(JSON.parse(Buffer.from(beyond.bytes).toString()), { code: 'range-not-satisfiable' });
  });

  await t.test('F-28: a file that only a withheld claim names is for who may see the claim', async t => {
    const bytes = randomBytes(100);
    t.equal((await put(bytes)).status, 204);
    const secret = `/v1/files/${sha256Of(bytes)}`;
    t.equal((await headquarters.request(secret)).status, 404, 'nothing names it');
    await database
      .insertInto('file_reference')
      .values({
        sha256: sha256Of(bytes),
        event_id: eventId,
        digest: 'D'.repeat(43),
        subject: stock,
        log_index: 1,
        size: 100,
        media_type: 'image/png',
      })
      .execute();
    await testStage.stage.enlist('DEMO-CASE-1', ['CASE'], { unit: null });
    const reader = await connectionOf(testStage, 'DEMO-CASE-1');
    t.equal((await reader.request(secret)).status, 200, 'CASE sees withheld claims');
    t.equal((await headquarters.request(secret)).status, 404, 'HQC sees the record only');
    t.equal((await holder.request(secret)).status, 404);
    const listed = await listOf(headquarters.request('/v1/files'));
    t.notOk(JSON.stringify(listed).includes(sha256Of(bytes)));
  });

  await t.test('pages follow each other, each file once, however often it is named', async t => {
    await nameFile(testStage, stock, 'DEMO-000002', photograph);
    const more = [2, 3, 4].map(() => randomBytes(50));
    for (const [position, bytes] of more.entries()) {
      await nameFile(testStage, stock, `DEMO-00001${position}`, bytes);
    }
    const seen: string[] = [];
    let next: string | null = '/v1/files?limit=1';
    while (next !== null) {
      const answer: Response = await holder.request(next);
      const { items } = await listOf(answer);
      t.equal(items.length, 1);
      seen.push(...items.map(item => item.sha256));
      next = /^<(.+)>; rel="next"$/.exec(answer.headers.get('link') ?? '')?.[1] ?? null;
    }
    t.same(seen, [photograph, ...more].map(sha256Of));
  });

  await t.test('reads of files are logged, in vain or not', async t => {
    const { officer } = testStage.stage.officer('DEMO-WIT-2');
    await other.request(path, { headers: { 'read-purpose': 'DEMO-PURPOSE' } });
    await holder.request(path, { headers: { range: 'bytes=0-1' } });
    const entries = await database
      .selectFrom('access_log')
      .selectAll()
      .orderBy('entry', 'desc')
      .limit(2)
      .execute();
    t.match(entries, [
      { resource: 'GET /v1/files/:sha256', subjects: [`file/${sha256}`, stock], result: '206' },
      { officer, subjects: [`file/${sha256}`], purpose: 'DEMO-PURPOSE', result: '404' },
    ]);
    t.equal(entries[1]?.subjects.length, 1, 'what hides behind the hash is not told to the log either');
  });

  await t.test('bytes that are gone from the disk are a fault, not an empty file', async t => {
    await testStage.log.files.remove(sha256);
    t.equal((await holder.request(path)).status, 500);
  });
});

t.test('RFC 9110 section 14: one range, or all', async t => {
  const whole = [undefined, 'bytes=', 'bytes=-', 'bytes=5-4', 'bytes=0-1,3-4', 'lines=0-1', 'bytes=a-b'];
  for (const header of whole) t.equal(readByteRange(header, 10), 'whole', String(header));
  t.same(readByteRange('bytes=0-0', 10), { start: 0, end: 0 });
  t.same(readByteRange('bytes=3-99', 10), { start: 3, end: 9 });
  t.same(readByteRange('bytes=-99', 10), { start: 0, end: 9 });
  for (const header of ['bytes=10-', 'bytes=-0']) t.equal(readByteRange(header, 10), 'unsatisfiable');
  t.equal(readByteRange('bytes=0-', 0), 'unsatisfiable');
  t.equal(readByteRange('bytes=-5', 0), 'unsatisfiable');
});
