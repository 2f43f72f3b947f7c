import { randomBytes } from 'node:crypto';
import { connect } from 'node:net';
import { sql } from 'kysely';
import t from 'tap';
import { submissionOf } from '../../src/client/index.js';
import { buildApp } from '../../src/http/app.js';
import { formatTime, type JsonObject } from '../../src/log/index.js';
import { openDatabase } from '../../src/store/database.js';
import type { Database } from '../../src/store/schema/index.js';
import { withdrawnBody } from '../helpers/bodies/sealstock.js';
import { openTestSession } from '../helpers/reading.js';
import { createTestStage, type TestStage } from '../helpers/test-stage.js';
import { enlistUploaders, nameFile, sha256Of } from '../helpers/uploads.js';

/** A reading that an attacker would rather not see written down, and what has to be written. */
interface Reading {
  readonly method: string;
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly status: number;
  readonly subjects: readonly string[];
  readonly resource?: string;
}

t.test('design section 6: nobody reads without a row, written before the answer leaves', async t => {
  const testStage = await createTestStage(t);
  const { stage, log, url, clock } = testStage;
  const stock = await enlistUploaders(testStage);
  const stockId = stock.slice('sealstock/'.length);
  const bytes = randomBytes(4_000);
  const sha256 = sha256Of(bytes);
  const eventId = await nameFile(testStage, stock, 'DEMO-000001', bytes);
  await nameFile(testStage, stock, 'DEMO-000002', randomBytes(10));
  const { officer } = stage.officer('DEMO-HQC-1');
  const authorization = { authorization: `Bearer ${await openTestSession(testStage, 'DEMO-HQC-1')}` };
  const uploaded = await fetch(`${url}/v1/files/${sha256}`, {
    method: 'PUT',
    headers: { ...authorization, 'content-type': 'image/jpeg' },
    body: bytes,
  });
  t.equal(uploaded.status, 204);
  const tagOf = async (path: string) =>
    (await fetch(`${url}${path}`, { headers: authorization })).headers.get('etag') ?? '';
  const absent = stage.newId();
  const tus = { 'tus-resumable': '1.0.0' };
  const announced = await fetch(`${url}/v1/uploads`, {
    method: 'POST',
    headers: {
      ...authorization,
      ...tus,
      'upload-length': '100',
      'upload-metadata': `sha256 ${Buffer.from('ab'.repeat(32)).toString('base64')}`,
    },
  });
  const upload = announced.headers.get('location') ?? '';
  const spoiled = (number: string) => ({
    subject: stock,
    type: 'sealstock.spoiled',
    by: 'DEMO-WIT-1/WIT',
    body: withdrawnBody(number, formatTime(clock.now)),
  });
  const stale = submissionOf(await stage.sign([spoiled('DEMO-000003')]));
  await stage.require([spoiled('DEMO-000004')]);
  const refused = submissionOf(await stage.sign([spoiled('DEMO-999999')]));
  const json = { 'content-type': 'application/json' };
  const item = `/v1/seal-stocks/${stockId}`;
  const file = `/v1/files/${sha256}`;
  const ofFile = [`file/${sha256}`, stock];

  const readings: Readonly<Record<string, Reading>> = {
    'an item': { method: 'GET', path: item, status: 200, subjects: [stock] },
    'an item by HEAD': { method: 'HEAD', path: item, status: 200, subjects: [stock] },
    'an item that the reader has already': {
      method: 'GET',
      path: item,
      headers: { 'if-none-match': await tagOf(item) },
      status: 304,
      subjects: [stock],
    },
    'an item that is not there': {
      method: 'GET',
      path: `/v1/seal-stocks/${absent}`,
      status: 404,
      subjects: [`sealstock/${absent}`],
    },
    'a list': { method: 'GET', path: '/v1/seal-stocks?limit=5', status: 200, subjects: [stock] },
    'a list by HEAD': { method: 'HEAD', path: '/v1/seal-stocks', status: 200, subjects: [stock] },
    'a count beyond the last page': {
      method: 'GET',
      path: `/v1/seal-stocks?count=true&limit=1&after=${Buffer.from('999999').toString('base64url')}`,
      status: 200,
      subjects: [],
      resource: 'GET /v1/seal-stocks?count',
    },
    'a history': { method: 'GET', path: `${item}/history`, status: 200, subjects: [stock] },
    'a statement': { method: 'GET', path: `/v1/events/${eventId}`, status: 200, subjects: [stock] },
    'a receipt': { method: 'GET', path: `/v1/events/${eventId}/receipt`, status: 200, subjects: [stock] },
    heads: {
      method: 'GET',
      path: `/v1/heads?subject=${stock}&subject=evidence/${absent}`,
      status: 200,
      subjects: [stock, `evidence/${absent}`],
    },
    'files, listed': { method: 'GET', path: `/v1/files?subject=${stock}`, status: 200, subjects: [stock] },
    'files owed': { method: 'GET', path: '/v1/files?owed=true', status: 200, subjects: [stock] },
    'a file': { method: 'GET', path: file, status: 200, subjects: ofFile },
    'a file by HEAD': { method: 'HEAD', path: file, status: 200, subjects: ofFile },
    'part of a file': {
      method: 'GET',
      path: file,
      headers: { range: 'bytes=0-0' },
      status: 206,
      subjects: ofFile,
    },
    'a range that is not there, which tells the size': {
      method: 'GET',
      path: file,
      headers: { range: 'bytes=999999-' },
      status: 416,
      subjects: ofFile,
    },
    'a file that the reader has already': {
      method: 'GET',
      path: file,
      headers: { 'if-none-match': `"${sha256}"` },
      status: 304,
      subjects: ofFile,
    },
    'where an upload stands': {
      method: 'HEAD',
      path: upload,
      headers: tus,
      status: 200,
      subjects: [`file/${'ab'.repeat(32)}`],
    },
    'an upload of nobody': {
      method: 'HEAD',
      path: `/v1/uploads/${'0'.repeat(40)}`,
      headers: tus,
      status: 404,
      subjects: [`upload/${'0'.repeat(40)}`],
    },
    alerts: { method: 'GET', path: '/v1/alerts', status: 200, subjects: [stock] },
    'a rehearsal': {
      method: 'POST',
      path: '/v1/drafts',
      headers: json,
      body: JSON.stringify({ acts: [intentOf(testStage, stock, eventId)] }),
      status: 200,
      subjects: [stock, `officer/${officer}`],
    },
    'a refusal in words': {
      method: 'POST',
      path: '/v1/events',
      headers: json,
      body: JSON.stringify({ events: refused }),
      status: 422,
      subjects: [stock],
    },
    'a head, by a statement that comes too late': {
      method: 'POST',
      path: '/v1/events',
      headers: json,
      body: JSON.stringify({ events: stale }),
      status: 409,
      subjects: [stock],
    },
  };
  for (const [what, reading] of Object.entries(readings)) {
    await t.test(what, async t => {
      const last = await lastEntry();
      // The connection is cut at the first byte of the answer: by then the row is there.
      const status = await firstLine(url, reading, authorization);
      const rows = await log.db
        .selectFrom('access_log')
        .selectAll()
        .where('entry', '>', last)
        .where('officer', '=', officer)
        .execute();
      t.equal(status, reading.status);
      t.equal(rows.length, 1, 'one row');
      const [row] = rows;
      for (const subject of reading.subjects) t.ok(row?.subjects.includes(subject), subject);
      const [path = ''] = reading.path.split('?');
      t.equal(row?.result, String(reading.status === 304 && path === item ? 200 : reading.status));
      if (reading.resource !== undefined) t.equal(row?.resource, reading.resource);
    });
  }

  await t.test('alerts as a stream: each before it is told', async t => {
    const last = await lastEntry();
    const headers = { accept: 'text/event-stream' };
    const seen = await untilText(
      url,
      { method: 'GET', path: '/v1/alerts', headers },
      authorization,
      'event: alert',
    );
    t.match(seen, stock);
    const rows = await log.db
      .selectFrom('access_log')
      .selectAll()
      .where('entry', '>', last)
      .where('officer', '=', officer)
      .orderBy('entry')
      .execute();
    t.ok(rows.some(({ subjects }) => subjects.includes(stock)));
  });

  await t.test('what cannot be written down is not shown', async t => {
    const owner = openDatabase<Database>(testStage.database.ownerUrl, { maxConnections: 1 });
    t.teardown(() => owner.destroy());
    await sql`revoke insert on access_log from scelle_service`.execute(owner);
    for (const path of [item, '/v1/seal-stocks', file, `${item}/history`, `/v1/events/${eventId}`]) {
      const answer = await fetch(`${url}${path}`, { headers: authorization });
      t.equal(answer.status, 500, path);
      const text = await answer.text();
      t.match(JSON.parse(text), { code: 'fault' });
      t.notMatch(text, stockId);
      t.equal(answer.headers.get('etag'), null, 'nor told by its tag');
      const head = await fetch(`${url}${path}`, { method: 'HEAD', headers: authorization });
      t.equal(head.status, 500, path);
      t.not(head.headers.get('content-length'), String(bytes.length), 'nor by its size');
    }
    await sql`grant insert on access_log to scelle_service`.execute(owner);
    t.equal((await fetch(`${url}${item}`, { headers: authorization })).status, 200);
  });

  await t.test('a row holds who, what and why, and nothing of what was searched for or shown', async t => {
    const searched = 'DEMO-SEARCHED-FOR';
    await fetch(`${url}/v1/evidence?text=${searched}`, {
      headers: { ...authorization, 'read-purpose': 'DEMO-PURPOSE' },
    });
    const rows = await log.db.selectFrom('access_log').selectAll().execute();
    const text = JSON.stringify(rows);
    t.match(text, 'GET /v1/evidence?text');
    t.match(text, 'DEMO-PURPOSE');
    t.notMatch(text, searched);
    t.notMatch(text, authorization.authorization.slice('Bearer '.length));
    t.notMatch(text, 'DEMO-000001', 'nothing of a record');
  });

  async function lastEntry(): Promise<number> {
    const row = await log.db
      .selectFrom('access_log')
      .select('entry')
      .orderBy('entry', 'desc')
      .limit(1)
      .executeTakeFirst();
    return row?.entry ?? 0;
  }
});

t.test('a session that ends while it reads leaves a row under its own name', async t => {
  const testStage = await createTestStage(t);
  const { stage, log, clock } = testStage;
  await stage.enlist('DEMO-CASE-1', ['CASE'], { unit: null });
  const { officer } = stage.officer('DEMO-CASE-1');
  let readings = Number.POSITIVE_INFINITY;
  // Time passes between the second look at the clock and the third: the token is good when the reader is looked up.
  const now = () => (readings-- > 0 ? clock.now : clock.now + 20 * 60_000);
  const app = await buildApp({ log: { ...log, now }, logger: false });
  t.teardown(() => app.close());
  const token = await openTestSession({ ...testStage, app }, 'DEMO-CASE-1');
  readings = 2;
  const answer = await app.inject({
    url: `/v1/officers/${officer}`,
    headers: { authorization: `Bearer ${token}` },
  });
  t.equal(answer.statusCode, 200);
  const row = await log.db
    .selectFrom('access_log')
    .selectAll()
    .orderBy('entry', 'desc')
    .limit(1)
    .executeTakeFirstOrThrow();
  t.match(row, { officer, roles: ['CASE'], subjects: [`officer/${officer}`] });
  t.equal(row.at.getTime(), clock.now + 20 * 60_000, 'by the time it is logged the session has ended');
});

/** A correction of the stock, as the rehearsal takes it. */
function intentOf({ stage, clock }: TestStage, subject: string, corrects: string): JsonObject {
  const { officer, key } = stage.officer('DEMO-HQC-1');
  return {
    subject,
    type: 'sealstock.corrected',
    form: 2,
    at: formatTime(clock.now),
    signer: { officer, role: 'HQC', kid: key.kid, alg: key.alg },
    refs: [],
    body: { corrects, pointer: '/body/remark', was: 'DEMO', correct: 'DEMO', withheld: null, reason: 'DEMO' },
    countersigners: [],
    items: [],
  };
}

type Sent = Pick<Reading, 'method' | 'path' | 'headers' | 'body'>;

/** Status of an answer whose reader cuts the connection at its first byte. */
async function firstLine(
  url: string,
  sent: Sent,
  headers: Readonly<Record<string, string>>,
): Promise<number> {
  return Number(/^HTTP\/1\.1 (\d{3})/.exec(await untilText(url, sent, headers, 'HTTP/1.1 '))?.[1]);
}

/** Reads until a text has come, then cuts the connection. */
function untilText(
  url: string,
  { method, path, headers = {}, body = '' }: Sent,
  authorization: Readonly<Record<string, string>>,
  wanted: string,
): Promise<string> {
  const { hostname, port } = new URL(url);
  const lines = Object.entries({
    host: hostname,
    ...authorization,
    ...headers,
    ...(method === 'POST' ? { 'content-length': String(Buffer.byteLength(body)) } : {}),
  }).map(([name, value]) => `${name}: ${value}\r\n`);
  return new Promise((resolve, reject) => {
    const socket = connect(Number(port), hostname, () =>
      socket.write(`${method} ${path} HTTP/1.1\r\n${lines.join('')}\r\n${body}`),
    );
    let text = '';
    socket.setEncoding('utf8').on('data', (part: string) => {
      text += part;
      if (!text.includes(wanted)) return;
      socket.destroy();
      resolve(text);
    });
    socket.on('error', reject);
    socket.on('close', () => reject(new Error(`closed after ${text}`)));
  });
}
