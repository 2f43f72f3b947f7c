import t from 'tap';
import { openApiPath } from '../../src/http/openapi/openapi-path.js';
import { openTestSession } from '../helpers/reading.js';
import { registeredRoutes } from '../helpers/routes.js';
import { createTestStage } from '../helpers/test-stage.js';

t.test('methods, headers and caches', async t => {
  const testStage = await createTestStage(t);
  const { app, stage, log } = testStage;
  await stage.enlist('DEMO-CASE-1', ['CASE'], { unit: null });
  const authorization = `Bearer ${await openTestSession(testStage, 'DEMO-CASE-1')}`;
  const { officer } = stage.officer('DEMO-CASE-1');
  const ask = (method: string, url: string, headers: Record<string, string> = {}) =>
    app.inject({ method: method as 'GET', url, headers });

  await t.test(
    'RFC 9110 section 15.5.6: a method that an address does not take is 405 with Allow',
    async t => {
      for (const [method, url, allow] of [
        ['DELETE', '/v1/events', 'OPTIONS, POST'],
        ['GET', '/v1/events', 'OPTIONS, POST'],
        ['POST', '/v1/evidence', 'GET, HEAD, OPTIONS'],
        ['PUT', `/v1/officers/${officer}`, 'GET, HEAD, OPTIONS'],
        ['PATCH', `/v1/officers/${officer}/history?x=1`, 'GET, HEAD, OPTIONS'],
        ['DELETE', '/problems/stale', 'GET, HEAD, OPTIONS'],
        ['TRACE', '/v1/sop', 'GET, HEAD, OPTIONS'],
      ] as const) {
        const answer = await ask(method, url);
        t.equal(answer.statusCode, 405, `${method} ${url}`);
        t.equal(answer.headers.allow, allow, `${method} ${url}`);
        t.match(answer.headers['content-type'], /^application\/problem\+json/);
        t.match(answer.json(), { code: 'method-not-allowed', status: 405 });
      }
    },
  );

  await t.test('OPTIONS names the methods, and lets no page of another origin in', async t => {
    const answer = await ask('OPTIONS', '/v1/evidence', {
      origin: 'https://elsewhere.example',
      'access-control-request-method': 'GET',
    });
    t.equal(answer.statusCode, 204);
    t.equal(answer.headers.allow, 'GET, HEAD, OPTIONS');
    t.equal(answer.headers['access-control-allow-origin'], undefined);
    t.equal((await ask('OPTIONS', '/v1/nothing')).statusCode, 404);
  });

  await t.test('what is nowhere is a 404 as a problem document, in the language asked for', async t => {
    const english = await ask('GET', '/v1/nothing', { 'accept-language': 'en' });
    const french = await ask('GET', '/v1/nothing', { 'accept-language': 'fr' });
    t.equal(english.statusCode, 404);
    t.match(english.json(), { code: 'not-found', type: '/problems/not-found' });
    t.not(french.json().title, english.json().title);
    t.equal(french.headers['content-language'], 'fr');
    t.equal(french.headers.vary, 'Accept-Language');
    t.equal(english.headers['cache-control'], 'no-store');
  });

  await t.test('HEAD says what GET says, without a body', async t => {
    for (const url of ['/v1/officers', `/v1/officers/${officer}`, '/v1/sop', '/v1/log/checkpoint', '/v1']) {
      const [get, head] = [
        await ask('GET', url, { authorization }),
        await ask('HEAD', url, { authorization }),
      ];
      t.equal(head.statusCode, get.statusCode, url);
      t.equal(head.body, '', url);
      for (const name of ['etag', 'cache-control', 'content-type'])
        t.equal(head.headers[name], get.headers[name], url);
    }
  });

  await t.test(
    'every answer says what may keep it; what is read with a session, no shared cache',
    async t => {
      const routes = await registeredRoutes(t, log);
      for (const { method, url } of routes.filter(
        route => route.method === 'GET' && !route.url.includes(':'),
      )) {
        if (url.startsWith('/docs')) continue;
        for (const headers of [{}, { authorization }]) {
          const answer = await ask(method, url, headers);
          t.ok(answer.headers['cache-control'], `${url}: ${answer.statusCode}`);
        }
      }
      const list = await ask('GET', '/v1/officers', { authorization });
      t.equal(list.headers['cache-control'], 'private, no-cache');
      t.equal(list.headers.vary, 'Authorization, Accept-Language');
      const [head] = (await ask('GET', `/v1/heads?subject=officer/${officer}`, { authorization })).json()
        .items;
      for (const url of [
        `/v1/officers/${officer}/history`,
        `/v1/events/${head.eventId}`,
        `/v1/heads?subject=officer/${officer}`,
      ]) {
        const answer = await ask('GET', url, { authorization });
        t.equal(answer.headers['cache-control'], 'no-store', url);
      }
      const nonce = await app.inject({ method: 'POST', url: '/v1/sessions/nonces', payload: {} });
      t.equal(nonce.headers['cache-control'], 'no-store');
    },
  );

  await t.test(
    'a browser may do nothing with an answer; other origins read the checkpoint alone',
    async t => {
      for (const url of ['/v1/officers', '/v1/sop', '/problems/stale', '/v1/nothing', '/openapi.json']) {
        const { headers } = await ask('GET', url, { authorization, origin: 'https://elsewhere.example' });
        t.match(headers['content-security-policy'], "default-src 'none'", url);
        t.match(headers['content-security-policy'], "frame-ancestors 'none'", url);
        t.equal(headers['x-content-type-options'], 'nosniff', url);
        t.equal(headers['referrer-policy'], 'no-referrer', url);
        t.equal(headers['cross-origin-resource-policy'], 'same-origin', url);
        t.equal(headers['access-control-allow-origin'], undefined, url);
      }
      const { headers } = await ask('GET', '/v1/log/checkpoint');
      t.equal(headers['access-control-allow-origin'], '*');
    },
  );

  await t.test('GET /v1 lists every operation under it', async t => {
    const { operations, openapi, docs, problems } = (await ask('GET', '/v1')).json();
    const routes = (await registeredRoutes(t, log)).filter(
      ({ method, url }) => method !== 'HEAD' && url.startsWith('/v1'),
    );
    t.same(
      operations.map(({ method, path }: Record<string, string>) => `${method} ${path}`).sort(),
      routes.map(({ method, url }) => `${method} ${openApiPath(url)}`).sort(),
    );
    for (const url of [openapi, docs, problems]) t.equal((await ask('GET', url)).statusCode, 200, url);
  });
});
