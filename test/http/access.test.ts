import { generateKeyPairSync } from 'node:crypto';
import jwt from 'jsonwebtoken';
import t from 'tap';
import { sampleValue } from '../../src/http/openapi/sample-value.js';
import { isJsonObject, type JsonObject, type JsonValue } from '../../src/log/index.js';
import { openTestSession } from '../helpers/reading.js';
import { type RegisteredRoute, registeredRoutes } from '../helpers/routes.js';
import { createTestStage } from '../helpers/test-stage.js';

t.setTimeout(600_000);

/** Routes that answer without a session, and why. Every other route of the service needs one. */
const open: Readonly<Record<string, string>> = {
  'GET /': 'leads to the pages that explain the interface',
  'POST /v1/events': 'the signature is the authorization',
  'POST /v1/sessions/nonces': 'opens a session',
  'POST /v1/sessions': 'opens a session',
  'GET /v1/log/checkpoint': 'public',
  'GET /v1/log/key': 'public',
  'GET /v1/log/policy': 'public',
  'GET /v1/log/tile/*': 'public: hashes only',
  'GET /v1/sop': 'public',
  'GET /health/live': 'operations',
  'GET /health/ready': 'operations',
  'GET /metrics': "for who has the operator's token",
  'GET /openapi.json': 'public',
  'GET /v1': 'public',
  'OPTIONS /v1/uploads': 'says what the protocol can do',
  'GET /problems': 'public',
  'GET /problems/:code': 'public',
};

/** Routes that need a session: a new one is named here, or in `open`, or the test fails. */
const closed: readonly string[] = [
  'GET /v1/heads',
  'GET /v1/log/heads/:kind/:id',
  'GET /v1/log/key-rotations',
  'POST /v1/drafts',
  'GET /v1/events/:eventId',
  'GET /v1/events/:eventId/receipt',
  'GET /v1/evidence/:id/custody',
  'GET /v1/alerts',
  'GET /v1/disputed',
  'GET /v1/source-consents',
  'POST /v1/audit/exports',
  'GET /v1/audit/exports/:id',
  'GET /v1/audit/reports/:report',
  'GET /v1/release-queue',
  'GET /v1/releases/:id/preview',
  'GET /v1/releases/:id/decision',
  'GET /v1/release-register',
  'GET /v1/trace-matches',
  'GET /v1/turn-round',
  'GET /v1/references/:id/entries',
  'GET /v1/analysis/incidents',
  'GET /v1/analysis/links',
  'GET /v1/analysis/materiel/distributions',
  'GET /v1/analysis/materiel/new-in-theatre',
  'GET /v1/analysis/materiel/records',
  'GET /v1/analysis/materiel/screening',
  'GET /v1/analysis/materiel/serial-numbers',
  'GET /v1/audit/access-log',
  'GET /v1/transfers/:id/receipt',
  'GET /v1/examinations/:id/request',
  'GET /v1/examinations/:id/receipt',
  'GET /v1/examinations/:id/report',
  'GET /v1/trace-requests/:id/request',
  'GET /v1/analysis/untraced',
  'GET /v1/papers/labels',
  'GET /v1/papers/forms/:form',
  'GET /v1/packages/:id/seal-sheet',
  'GET /v1/files',
  'POST /v1/dossiers',
  'GET /v1/dossiers/:id/bag',
  'GET /v1/files/:sha256',
  'PUT /v1/files/:sha256',
  'POST /v1/uploads',
  'GET /v1/uploads/:id',
  'PATCH /v1/uploads/:id',
  'DELETE /v1/uploads/:id',
  ...[
    'evidence',
    'identifications',
    'references',
    'information',
    'sources',
    'packages',
    'seal-stocks',
    'transfers',
    'discrepancies',
    'requests',
    'trace-requests',
    'holds',
    'examinations',
    'releases',
    'incidents',
    'accounts',
    'scenes',
    'visits',
    'officers',
    'units',
    'sites',
    'exports',
    'dossiers',
    'imports',
    'armed-groups',
    'propaganda',
    'links',
    'information-requirements',
  ].flatMap(path => [`GET /v1/${path}`, `GET /v1/${path}/:id`, `GET /v1/${path}/:id/history`]),
];

t.test('design section 6: every route is open for a stated reason, or needs a good session', async t => {
  const testStage = await createTestStage(t);
  const { app, url, stage, log, clock } = testStage;
  await stage.enlist('DEMO-CASE-1', ['CASE'], { unit: null });
  const routes = (await registeredRoutes(t, log)).filter(({ url }) => !isPage(url));
  // HEAD is GET without the answer's body, wherever it comes from.
  const nameOf = ({ method, url }: RegisteredRoute) => `${method === 'HEAD' ? 'GET' : method} ${url}`;
  const named = [...new Set(routes.map(nameOf))];
  t.same(named.sort(), [...Object.keys(open), ...closed].sort(), 'every route has its entry');

  const needing = routes.filter(route => closed.includes(nameOf(route)));
  // Over a socket: uploads have their way with it.
  const ask = async (route: RegisteredRoute, authorization?: string) => {
    const { address, init } = requestFor(route, authorization === undefined ? {} : { authorization });
    const answer = await fetch(`${url}${address}`, init);
    return { statusCode: answer.status, headers: answer.headers, body: await answer.text() };
  };
  const good = await openTestSession(testStage, 'DEMO-CASE-1');
  const claims = jwt.decode(good) as Record<string, unknown>;

  await t.test('with a good session none says that one is needed', async t => {
    for (const route of needing) {
      const { statusCode, body } = await ask(route, `Bearer ${good}`);
      t.ok(statusCode !== 401 && statusCode < 500, `${nameOf(route)}: ${statusCode} ${body.slice(0, 200)}`);
      t.notMatch(body, '"code":"invalid-request"', `${nameOf(route)}: the request itself is good`);
    }
  });

  const stranger = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey;
  const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey;
  const [head = '', payload = '', signature = ''] = good.split('.');
  const encode = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const forged: Readonly<Record<string, string | undefined>> = {
    'no token': undefined,
    'an empty token': 'Bearer ',
    'another scheme': `Basic ${good}`,
    'a token by another key': `Bearer ${jwt.sign(claims, stranger, { algorithm: 'ES256' })}`,
    'a token by another algorithm': `Bearer ${jwt.sign(claims, rsa, { algorithm: 'RS256' })}`,
    'a token with a shared secret': `Bearer ${jwt.sign(claims, 'secret', { algorithm: 'HS256' })}`,
    'alg none': `Bearer ${encode({ alg: 'none', typ: 'JWT' })}.${payload}.`,
    'alg none with the old signature': `Bearer ${encode({ alg: 'none', typ: 'JWT' })}.${payload}.${signature}`,
    'another officer': `Bearer ${head}.${encode({ ...claims, sub: stage.officer('DEMO-REG-1').officer })}.${signature}`,
    'a longer life': `Bearer ${head}.${encode({ ...claims, exp: 4_000_000_000 })}.${signature}`,
  };
  for (const [what, authorization] of Object.entries(forged)) {
    await t.test(`${what} opens nothing`, async t => {
      for (const route of needing) {
        const answer = await ask(route, authorization);
        t.equal(answer.statusCode, 401, nameOf(route));
        t.equal(answer.headers.get('www-authenticate'), 'Bearer');
        if (route.method !== 'HEAD') t.equal(JSON.parse(answer.body).code, 'unauthenticated');
      }
    });
  }

  await t.test('a token counts for fifteen minutes', async t => {
    const began = clock.now;
    clock.now = began + 14 * 60_000;
    for (const route of needing) t.not((await ask(route, `Bearer ${good}`)).statusCode, 401, nameOf(route));
    clock.now = began + 16 * 60_000;
    for (const route of needing) t.equal((await ask(route, `Bearer ${good}`)).statusCode, 401, nameOf(route));
  });

  await t.test('a role that has ended since shows nothing any more, whatever the token says', async t => {
    const officer = await stage.enlist('DEMO-CASE-2', ['CASE'], { unit: null });
    const token = await openTestSession(testStage, 'DEMO-CASE-2');
    const state = await log.db
      .selectFrom('subject')
      .select('state')
      .where('subject', '=', `officer/${officer}`)
      .executeTakeFirstOrThrow();
    const [grant = ''] = Object.keys((state.state as { grants: object }).grants);
    const get = (url: string) => app.inject({ url, headers: { authorization: `Bearer ${token}` } });
    const heads = `/v1/heads?subject=officer/${officer}`;
    t.equal((await get('/v1/officers')).statusCode, 200);
    t.equal((await get(heads)).json().items.length, 1);
    await stage.require([
      {
        subject: `officer/${officer}`,
        type: 'officer.role-ended',
        by: 'DEMO-REG-1/REG',
        countersigned: ['DEMO-REG-2/REG as registrar'],
        body: { grant, reason: 'DEMO: rotation' },
      },
    ]);
    for (const route of needing.filter(({ url }) => /^\/v1\/[a-z-]+$/.test(url) && url !== '/v1/heads')) {
      if (route.method !== 'GET') continue;
      const answer = await ask(route, `Bearer ${token}`);
      t.equal(answer.statusCode, 403, nameOf(route));
      t.match(JSON.parse(answer.body), { code: 'forbidden' });
    }
    t.equal((await get(`/v1/officers/${officer}`)).statusCode, 404);
    t.same((await get(heads)).json().items, []);
  });

  await t.test('a key that was revoked since opens nothing', async t => {
    const officer = await stage.enlist('DEMO-CASE-3', ['CASE'], { unit: null });
    const token = await openTestSession(testStage, 'DEMO-CASE-3');
    await stage.require([
      {
        subject: `officer/${officer}`,
        type: 'officer.key-revoked',
        by: 'DEMO-REG-1/REG',
        countersigned: ['DEMO-REG-2/REG as registrar'],
        body: { kid: stage.officer('DEMO-CASE-3').key.kid, reason: 'lost' },
      },
    ]);
    for (const route of needing)
      t.equal((await ask(route, `Bearer ${token}`)).statusCode, 401, nameOf(route));
  });
});

/** Pages that show the document: files of a library, nothing of ours. */
function isPage(url: string): boolean {
  return url.startsWith('/docs') || url === '*';
}

/** A request that passes the schema of its route: whether it may be answered is what is asked here. */
function requestFor(
  { method, url, schema = {} }: RegisteredRoute,
  headers: Readonly<Record<string, string>>,
): { readonly address: string; readonly init: RequestInit } {
  const {
    params,
    querystring,
    body,
    headers: owed,
  } = schema as Readonly<Record<string, JsonValue | undefined>>;
  const path = sampled(params);
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(sampled(querystring))) {
    for (const one of [value].flat()) query.append(name, String(one));
  }
  const address = url.replaceAll(/:(\w+)/g, (_, name: string) => String(path[name]));
  const own = { ...(sampled(owed) as Record<string, string>), ...uploading(url), ...headers };
  const bytes = mediaTypeOf(body);
  const content =
    body === undefined
      ? { headers: own }
      : bytes === undefined
        ? { headers: { 'content-type': 'application/json', ...own }, body: JSON.stringify(sampled(body)) }
        : { headers: { ...bytes, ...own }, body: 'bytes' };
  return { address: query.size === 0 ? address : `${address}?${query}`, init: { method, ...content } };
}

/** Bytes of a stated type; undefined where the body is JSON. */
function mediaTypeOf(body: JsonValue | undefined): Readonly<Record<string, string>> | undefined {
  if (!isJsonObject(body) || !isJsonObject(body.content ?? null)) return undefined;
  const [type = ''] = Object.keys(body.content as JsonObject);
  return { 'content-type': type === '*/*' ? 'image/jpeg' : type };
}

/** Without it an upload is told which protocol is spoken, before anything else. */
function uploading(url: string): Readonly<Record<string, string>> {
  return url.startsWith('/v1/uploads') ? { 'tus-resumable': '1.0.0' } : {};
}

function sampled(schema: JsonValue | undefined): JsonObject {
  if (schema === undefined) return {};
  const plain: JsonValue = JSON.parse(JSON.stringify(schema));
  return sampleValue(plain) as JsonObject;
}
