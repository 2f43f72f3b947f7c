import t from 'tap';
import { scopes } from '../../src/custody/sop/document.js';
import { reconstruction } from '../../src/custody/sop/reconstruction.js';
import { openDatabase } from '../../src/store/database.js';
import { countAll } from '../../src/store/readers/read-resource.js';
import { resourceDefinitions } from '../../src/store/readers/resources/index.js';
import type { Database } from '../../src/store/schema/index.js';
import { readAs } from '../helpers/reading.js';
import { createTestStage } from '../helpers/test-stage.js';

t.test('list, item and history of every kind have the same habits', async t => {
  const testStage = await createTestStage(t);
  await testStage.stage.enlist('DEMO-CASE-1', ['CASE', 'LEG'], { unit: null });
  const get = await readAs(testStage, 'DEMO-CASE-1');

  for (const { path } of resourceDefinitions) {
    await t.test(path, async t => {
      const list = await get(`/v1/${path}?count=true`);
      t.equal(list.statusCode, 200);
      t.equal(list.json().total, list.json().items.length);
      t.equal(list.json().next, null);
      const nobody = '01788c72-3c00-761a-a189-320c4983dd5d';
      t.equal((await get(`/v1/${path}/${nobody}`)).statusCode, 404);
      t.equal((await get(`/v1/${path}/${nobody}/history`)).statusCode, 404);
      t.equal((await get(`/v1/${path}/not-a-uuid`)).statusCode, 400);
      t.equal((await get(`/v1/${path}?unknown=1`)).statusCode, 400);
      t.equal((await testStage.app.inject({ url: `/v1/${path}` })).statusCode, 401);
    });
  }

  await t.test('pages follow each other by cursor and Link, none twice, none left out', async t => {
    const all = (await get('/v1/officers')).json().items;
    t.ok(all.length >= 3);
    const seen: unknown[] = [];
    let url: string | undefined = '/v1/officers?limit=1';
    while (url !== undefined) {
      const page = await get(url);
      t.equal(page.json().items.length, 1);
      seen.push(...page.json().items);
      url = /^<(.+)>; rel="next"$/.exec(String(page.headers.link ?? ''))?.[1];
    }
    t.same(seen, all);
    t.equal((await get('/v1/officers?after=%00')).statusCode, 400);
    t.equal((await get('/v1/officers?after=AA')).statusCode, 400);
    t.equal((await get('/v1/officers?limit=0')).statusCode, 400);
    t.equal((await get('/v1/officers?limit=201')).statusCode, 400);
  });

  await t.test('ETag and If-None-Match', async t => {
    const first = await get('/v1/officers');
    const tag = String(first.headers.etag);
    t.match(tag, /^".+"$/);
    const again = await get('/v1/officers', { 'if-none-match': tag });
    t.equal(again.statusCode, 304);
    t.equal(again.body, '');
    t.equal(again.headers.etag, tag);
    t.equal((await get('/v1/officers', { 'if-none-match': `"other", W/${tag}` })).statusCode, 304);
    t.equal((await get('/v1/officers', { 'if-none-match': '"other"' })).statusCode, 200);
    await testStage.stage.enlist('DEMO-WIT-1', ['WIT'], { unit: null });
    t.equal((await get('/v1/officers', { 'if-none-match': tag })).statusCode, 200);
  });

  await t.test('reads are logged: who, in which roles, what, why and with which result', async t => {
    const { officer } = testStage.stage.officer('DEMO-CASE-1');
    const before = await entriesOf(officer);
    await get(`/v1/officers/${officer}`, { 'read-purpose': 'DEMO-PURPOSE' });
    await get('/v1/evidence/01788c72-3c00-761a-a189-320c4983dd5d');
    const entries = (await entriesOf(officer)).slice(before.length);
    t.match(entries, [
      {
        roles: ['CASE'],
        resource: 'GET /v1/officers/:id',
        subjects: [`officer/${officer}`],
        purpose: 'DEMO-PURPOSE',
        result: '200',
      },
      { resource: 'GET /v1/evidence/:id', purpose: null, result: '404' },
    ]);
  });

  function entriesOf(officer: string) {
    return withDatabase(db =>
      db.selectFrom('access_log').selectAll().where('officer', '=', officer).orderBy('entry').execute(),
    );
  }

  await t.test('the predicate of every resource and scope is good SQL', async t => {
    const reader = {
      officer: testStage.stage.officer('DEMO-CASE-1').officer,
      unit: null,
      roles: ['CASE'] as const,
    };
    for (const definition of resourceDefinitions) {
      for (const scope of scopes) {
        const grant = {
          roles: ['CASE' as const],
          resources: [definition.resource],
          fields: 'withheld' as const,
          scope,
        };
        const sop = { ...reconstruction, reading: [grant] };
        const count = await withDatabase(db => countAll(db, definition, { reader, sop }, {}));
        t.ok(count >= 0, `${definition.path} in scope ${scope}`);
      }
    }
  });

  async function withDatabase<Result>(
    work: (db: ReturnType<typeof openDatabase<Database>>) => Promise<Result>,
  ) {
    const db = openDatabase<Database>(testStage.database.serviceUrl);
    try {
      return await work(db);
    } finally {
      await db.destroy();
    }
  }
});
