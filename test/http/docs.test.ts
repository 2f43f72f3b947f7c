import t from 'tap';
import { createTestStage } from '../helpers/test-stage.js';

t.test('GET /docs: pages of this service alone, without the internet', async t => {
  const { app } = await createTestStage(t);
  const start = await app.inject({ url: '/' });
  t.match(start, { statusCode: 302, headers: { location: '/docs' } }, 'found by who has only the address');
  const page = await app.inject({ url: '/docs' });
  t.equal(page.statusCode, 200);
  t.match(page.headers['content-type'], /text\/html/);
  const policy = String(page.headers['content-security-policy']);
  t.match(policy, "default-src 'none'");
  t.notMatch(policy, /unsafe|https?:/, 'no inline script, and nothing from elsewhere');
  t.notMatch(page.body, /https?:\/\//);
  const loaded = [...page.body.matchAll(/(?:href|src)="([^"]+)"/g)].map(([, address = '']) => address);
  t.ok(loaded.length > 3);
  for (const address of loaded) t.equal((await app.inject({ url: address })).statusCode, 200, address);
  const shown = await app.inject({ url: '/docs/json' });
  t.equal(shown.body, (await app.inject({ url: '/openapi.json' })).body, 'the document that is published');
  const missing = await app.inject({ url: '/docs/static/nothing.js' });
  t.equal(missing.statusCode, 404);
});
