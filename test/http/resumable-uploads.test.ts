import { createHash, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { request as startRequest } from 'node:http';
import { join } from 'node:path';
import t from 'tap';
import { buildApp } from '../../src/http/app.js';
import { ResumableUploads } from '../../src/http/files/resumable-uploads.js';
import { UploadTurns } from '../../src/http/files/upload-turns.js';
import { findFile } from '../../src/store/files/uploads.js';
import { createTestStage, type TestStage } from '../helpers/test-stage.js';
import { blocks, connectionOf, enlistUploaders, sendWatched, sha256Of } from '../helpers/uploads.js';

type Headers = Readonly<Record<string, string>>;

function metadataOf(members: Readonly<Record<string, string>>): string {
  const pairs = Object.entries(members).map(
    ([name, value]) => `${name} ${Buffer.from(value).toString('base64')}`,
  );
  return pairs.join(',');
}

/** The tus protocol, spoken by one officer over a real connection. */
async function uploaderOf(testStage: TestStage, name: string | null) {
  const { request, authorization } = await connectionOf(testStage, name);
  const protocol: Headers = { 'tus-resumable': '1.0.0' };
  const send = (method: string, path: string, headers: Headers = {}, body?: Uint8Array) =>
    request(path, {
      method,
      headers: { ...protocol, ...headers },
      ...(body === undefined ? {} : { body: body as Uint8Array<ArrayBuffer> }),
    });
  return {
    request,
    authorization: { ...protocol, ...authorization },
    send,
    begin: (bytes: Uint8Array, members: Readonly<Record<string, string>> = {}, length = bytes.length) =>
      send('POST', '/v1/uploads', {
        'upload-length': String(length),
        'upload-metadata': metadataOf({ sha256: sha256Of(bytes), mediaType: 'image/jpeg', ...members }),
      }),
    append: (path: string, offset: number, body: Uint8Array, headers: Headers = {}) =>
      send(
        'PATCH',
        path,
        { 'upload-offset': String(offset), 'content-type': 'application/offset+octet-stream', ...headers },
        body,
      ),
    offsetOf: async (path: string) => Number((await send('HEAD', path)).headers.get('upload-offset')),
  };
}

function locationOf(answer: Response): string {
  return answer.headers.get('location') ?? '';
}

t.test('tus over HTTP: an upload goes on where it stopped', async t => {
  const testStage = await createTestStage(t);
  const { log, url } = testStage;
  await enlistUploaders(testStage);
  const officer = await uploaderOf(testStage, 'DEMO-WIT-1');
  const other = await uploaderOf(testStage, 'DEMO-WIT-2');
  const nobody = await uploaderOf(testStage, null);
  const onTheWay = () => readdir(log.uploadsFolder);

  await t.test('in parts, each durable, the last one checked', async t => {
    const bytes = randomBytes(300_000);
    const begun = await officer.begin(bytes);
    t.equal(begun.status, 201);
    t.equal(begun.headers.get('upload-offset'), '0');
    t.equal(begun.headers.get('tus-resumable'), '1.0.0');
    const path = locationOf(begun);
    t.match(path, /^\/v1\/uploads\/[0-9a-f]{40}$/);
    const first = await officer.append(path, 0, bytes.subarray(0, 100_000));
    t.match([first.status, first.headers.get('upload-offset')], [204, '100000']);
    const head = await officer.send('HEAD', path);
    t.equal(head.headers.get('upload-offset'), '100000');
    t.equal(head.headers.get('upload-length'), '300000');
    t.equal(head.headers.get('cache-control'), 'no-store');
    t.equal(await findFile(log.db, sha256Of(bytes)), undefined, 'it is no file yet');
    const elsewhere = await officer.append(path, 50_000, bytes.subarray(50_000));
    t.match([elsewhere.status, await elsewhere.json()], [409, { code: 'upload-elsewhere' }]);
    const last = await officer.append(path, 100_000, bytes.subarray(100_000));
    t.match([last.status, last.headers.get('upload-offset')], [204, '300000']);
    t.match(await findFile(log.db, sha256Of(bytes)), {
      size: 300_000,
      media_type: 'image/jpeg',
      uploaded_by: testStage.stage.officer('DEMO-WIT-1').officer,
    });
    t.equal(await officer.offsetOf(path), 300_000, 'who did not hear the last answer asks again');
    const again = await officer.begin(bytes);
    t.match([locationOf(again), again.headers.get('upload-offset')], [path, '300000']);
    t.equal((await officer.append(path, 300_000, new Uint8Array())).status, 204);
    t.same(await onTheWay(), [`${path.slice('/v1/uploads/'.length)}.json`], 'its bytes moved');
  });

  await t.test('RQ-12: a connection that breaks in the middle of a part loses nothing that came', async t => {
    const bytes = randomBytes(4_000_000);
    const path = locationOf(await officer.begin(bytes));
    const sent = startRequest(`${url}${path}`, {
      method: 'PATCH',
      headers: {
        ...officer.authorization,
        'upload-offset': '0',
        'content-type': 'application/offset+octet-stream',
        'content-length': '4000000',
      },
    });
    sent.on('error', () => {});
    const closed = new Promise(resolve => sent.once('close', resolve));
    await new Promise(resolve => sent.write(bytes.subarray(0, 1_500_000), resolve));
    const file = join(log.uploadsFolder, path.slice('/v1/uploads/'.length));
    while ((await readFile(file)).length < 1_000_000) await new Promise(setImmediate);
    // The link is dead and the service does not know it: it gives way to who asks where the upload stands.
    const offset = await officer.offsetOf(path);
    t.ok(offset >= 1_000_000 && offset <= 1_500_000, String(offset));
    await closed;
    const announced = await officer.begin(bytes);
    t.equal(Number(announced.headers.get('upload-offset')), offset);
    const rest = await officer.append(path, offset, bytes.subarray(offset));
    t.equal(rest.status, 204);
    t.equal(await log.files.sizeOf(sha256Of(bytes)), 4_000_000);
  });

  await t.test('RQ-12: 300 MiB in one part pass through to the disk, never through memory', async t => {
    const hash = createHash('sha256');
    for (const block of blocks(300)) hash.update(block);
    const sha256 = hash.digest('hex');
    const length = 300 * 1024 ** 2;
    const begun = await officer.begin(new Uint8Array(), { sha256 }, length);
    const headers = {
      ...officer.authorization,
      'upload-offset': '0',
      'content-type': 'application/offset+octet-stream',
    };
    const { status, growth } = await sendWatched(`${url}${locationOf(begun)}`, 'PATCH', headers, 300);
    t.equal(status, 204);
    t.equal(await log.files.sizeOf(sha256), length);
    t.ok(growth < 150 * 1024 ** 2, `grew by ${growth} bytes, sender and service together`);
    await log.files.remove(sha256);
  });

  await t.test('after a restart of the service it goes on too', async t => {
    const bytes = randomBytes(2_000);
    const path = locationOf(await officer.begin(bytes));
    await officer.append(path, 0, bytes.subarray(0, 700));
    const app = await buildApp({ log, logger: false });
    t.teardown(() => app.close());
    const restarted = { ...testStage, app, url: await app.listen({ host: '127.0.0.1', port: 0 }) };
    const later = await uploaderOf(restarted, 'DEMO-WIT-1');
    t.equal(await later.offsetOf(path), 700);
    t.equal((await later.append(path, 700, bytes.subarray(700))).status, 204);
  });

  await t.test('other bytes than announced leave nothing behind', async t => {
    const before = await onTheWay();
    const bytes = randomBytes(1_000);
    const path = locationOf(await officer.begin(bytes));
    const wrong = await officer.append(path, 0, randomBytes(1_000));
    t.match([wrong.status, await wrong.json()], [422, { code: 'file-differs' }]);
    t.equal((await officer.send('HEAD', path)).status, 404);
    t.same(await onTheWay(), before);
    t.equal(await log.files.sizeOf(sha256Of(bytes)), undefined);
  });

  await t.test('more than was announced is refused', async t => {
    const bytes = randomBytes(1_000);
    const path = locationOf(await officer.begin(bytes));
    const longer = Buffer.concat([bytes, bytes]);
    const refused = await officer.append(path, 0, longer);
    t.match([refused.status, await refused.json()], [413, { code: 'too-large' }]);
    t.equal(await officer.offsetOf(path), 0);
    const pieces = startRequest(`${url}${path}`, {
      method: 'PATCH',
      headers: {
        ...officer.authorization,
        'upload-offset': '0',
        'content-type': 'application/offset+octet-stream',
      },
    });
    pieces.write(bytes);
    pieces.end(bytes);
    const [answer] = await once(pieces, 'response');
    t.equal(answer.statusCode, 413);
    answer.resume();
    t.equal((await officer.send('DELETE', path)).status, 204);
    t.equal((await officer.send('HEAD', path)).status, 404);
  });

  await t.test('an upload is its officer’s alone', async t => {
    const bytes = randomBytes(1_000);
    const path = locationOf(await officer.begin(bytes));
    await officer.append(path, 0, bytes.subarray(0, 400));
    for (const method of ['HEAD', 'DELETE']) t.equal((await other.send(method, path)).status, 404);
    t.equal((await other.append(path, 400, bytes.subarray(400))).status, 404);
    const own = await other.begin(bytes);
    t.not(locationOf(own), path);
    t.equal(own.headers.get('upload-offset'), '0', 'nothing of what somebody else sent shows');
    for (const method of ['HEAD', 'DELETE']) t.equal((await nobody.send(method, path)).status, 401);
    t.equal((await nobody.append(path, 400, bytes)).status, 401);
    t.equal((await nobody.begin(bytes)).status, 401);
    t.equal(await officer.offsetOf(path), 400);
  });

  await t.test('a file that is there already is announced like any other', async t => {
    const bytes = randomBytes(1_000);
    await other.request(`/v1/files/${sha256Of(bytes)}`, {
      method: 'PUT',
      body: bytes as Uint8Array<ArrayBuffer>,
    });
    const begun = await officer.begin(bytes);
    t.match([begun.status, begun.headers.get('upload-offset')], [201, '0']);
    t.equal((await officer.append(locationOf(begun), 0, bytes)).status, 204);
  });

  await t.test('an empty file is whole when it is announced', async t => {
    const begun = await officer.begin(new Uint8Array());
    t.equal(begun.status, 201);
    t.equal(await log.files.sizeOf(sha256Of(new Uint8Array())), 0);
  });

  await t.test('bad input has its problem, never a 500', async t => {
    const bytes = randomBytes(10);
    const path = locationOf(await officer.begin(bytes));
    const metadata = metadataOf({ sha256: sha256Of(bytes) });
    const post = (headers: Headers) => officer.send('POST', '/v1/uploads', headers);
    const refused: readonly [Promise<Response>, number, string][] = [
      [officer.request(path, { method: 'HEAD' }), 412, ''],
      [post({ 'tus-resumable': '0.2.2' }), 412, 'upload-protocol'],
      [post({ 'upload-metadata': metadata }), 400, 'invalid-request'],
      [post({ 'upload-length': '10' }), 400, 'invalid-request'],
      [post({ 'upload-length': '-1', 'upload-metadata': metadata }), 400, 'invalid-request'],
      [post({ 'upload-length': '1e3', 'upload-metadata': metadata }), 400, 'invalid-request'],
      [post({ 'upload-length': '10', 'upload-metadata': 'sha256 ???' }), 400, 'invalid-request'],
      [officer.begin(bytes, { sha256: 'A'.repeat(64) }), 400, 'invalid-request'],
      [officer.begin(bytes, { filename: 'DEMO-SOURCE.jpg' }), 400, 'invalid-request'],
      [officer.begin(bytes, { mediaType: 'no type' }), 415, 'media-type'],
      [officer.begin(bytes, {}, 65 * 1024 ** 3), 413, 'file-too-large'],
      [officer.append(path, 0, bytes, { 'content-type': 'image/jpeg' }), 415, 'media-type'],
      [officer.append(path, 0, bytes, { 'upload-offset': 'x' }), 400, 'invalid-request'],
      [officer.append('/v1/uploads/..%2f..%2fetc', 0, bytes), 400, 'invalid-request'],
      [officer.append(`/v1/uploads/${'0'.repeat(40)}`, 0, bytes), 404, 'not-found'],
      [officer.send('GET', path), 405, 'method-not-allowed'],
    ];
    for (const [asked, status, code] of refused) {
      const answer = await asked;
      t.equal(answer.status, status, code);
      if (code !== '') t.match(await answer.json(), { code });
    }
    const options = await officer.send('OPTIONS', '/v1/uploads');
    t.equal(options.headers.get('tus-version'), '1.0.0');
    t.equal(options.headers.get('tus-extension'), 'creation,termination');
    t.equal(options.headers.get('access-control-allow-origin'), null);
  });

  await t.test('what a crash leaves is begun anew or finished, and removed in the end', async t => {
    const bytes = randomBytes(1_000);
    const path = locationOf(await officer.begin(bytes));
    const id = path.slice('/v1/uploads/'.length);
    const [file, announcement] = [join(log.uploadsFolder, id), join(log.uploadsFolder, `${id}.json`)];
    // All bytes came, and the service died before it took them over.
    await writeFile(file, bytes);
    t.equal(await officer.offsetOf(path), 1_000);
    t.equal(await log.files.sizeOf(sha256Of(bytes)), 1_000);
    // The announcement was cut short by a power cut.
    await truncate(announcement, 10);
    t.equal((await officer.send('HEAD', path)).status, 404);
    t.equal((await officer.begin(bytes)).headers.get('upload-offset'), '0');
    // Taken over, and the service died before it said so.
    await rm(file);
    t.equal((await officer.send('HEAD', path)).status, 404);
    t.equal((await officer.begin(bytes)).status, 201);
    const uploads = new ResumableUploads(log.uploadsFolder);
    await uploads.removeAbandoned(Date.now() - 3_600_000);
    t.ok((await onTheWay()).includes(id), 'what is under way stays');
    await uploads.removeAbandoned(Date.now() + 60_000);
    t.same(await onTheWay(), []);
  });

  await t.test('a file that expired after it arrived is sent again', async t => {
    const bytes = randomBytes(500);
    const path = locationOf(await officer.begin(bytes));
    await officer.append(path, 0, bytes);
    await log.db.deleteFrom('file').where('sha256', '=', sha256Of(bytes)).execute();
    t.equal((await officer.begin(bytes)).headers.get('upload-offset'), '0');
  });
});

t.test('a newer request on an upload goes first, and none is forgotten', async t => {
  const turns = new UploadTurns();
  const order: string[] = [];
  const endFirst = await turns.take('one', () => order.push('first gives way'));
  const waiting = ['second', 'third'].map(async name => {
    const end = await turns.take('one', () => order.push(`${name} gives way`));
    order.push(name);
    end();
  });
  const endOther = await turns.take('other', () => order.push('never'));
  endOther();
  endFirst();
  await Promise.all(waiting);
  t.same(order.slice(0, 2), ['first gives way', 'first gives way']);
  t.same(order.filter(entry => !entry.includes('gives way')).sort(), ['second', 'third']);
});

t.test('an upload that is injected into the process goes the same way as one over a socket', async t => {
  const testStage = await createTestStage(t);
  const { app, log } = testStage;
  await enlistUploaders(testStage);
  const { authorization } = await connectionOf(testStage, 'DEMO-WIT-1');
  const bytes = randomBytes(5_000);
  const headers = { ...authorization, 'tus-resumable': '1.0.0' };
  const begun = await app.inject({
    method: 'POST',
    url: '/v1/uploads',
    headers: {
      ...headers,
      'upload-length': String(bytes.length),
      'upload-metadata': metadataOf({ sha256: sha256Of(bytes), mediaType: 'image/jpeg' }),
    },
  });
  t.equal(begun.statusCode, 201, begun.body);
  const url = String(begun.headers.location);
  const sent = await app.inject({
    method: 'PATCH',
    url,
    headers: { ...headers, 'upload-offset': '0', 'content-type': 'application/offset+octet-stream' },
    payload: bytes,
  });
  t.equal(sent.statusCode, 204, sent.body);
  const asked = await app.inject({ method: 'HEAD', url, headers });
  t.equal(asked.statusCode, 200);
  t.equal(asked.headers['upload-offset'], String(bytes.length));
  t.match(await findFile(log.db, sha256Of(bytes)), { size: bytes.length });
  t.equal((await app.inject({ method: 'DELETE', url, headers })).statusCode, 204);
});
