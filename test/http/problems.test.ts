import t from 'tap';
import { roleCodes } from '../../src/custody/roles.js';
import { problemCodes, ruleCodes } from '../../src/http/explain/explanation.js';
import { problemDocument } from '../../src/http/problem/send-problem.js';
import { createTestStage } from '../helpers/test-stage.js';

t.test('GET /problems and /problems/{code}: every code in words', async t => {
  const { app } = await createTestStage(t);
  const read = (url: string, language: string, accept = 'application/json') =>
    app.inject({ url, headers: { accept, 'accept-language': language } });

  await t.test('the type of every problem document leads to its explanation, in two languages', async t => {
    for (const code of problemCodes) {
      const { type, title, detail, status } = problemDocument(code, 'en');
      const english = await read(type, 'en');
      t.equal(english.statusCode, 200, code);
      t.same(english.json(), { kind: 'problem', code, status, title, detail });
      const french = (await read(type, 'fr')).json();
      t.not(french.title, title, code);
      t.not(french.detail, detail, code);
    }
  });

  await t.test(
    'every rule says what is refused, what is missing, its gate, its source and who can help',
    async t => {
      for (const code of ruleCodes) {
        const english = (await read(`/problems/${code}`, 'en')).json();
        const french = (await read(`/problems/${code}`, 'fr')).json();
        t.match(english, { kind: 'rule', code, source: /./, message: /[.?}]$/, missing: /[.?}]$/ }, code);
        t.not(french.message, english.message, code);
        t.not(french.missing, english.missing, code);
        t.equal(french.gate, english.gate);
        for (const { code: who, name } of english.whoCanProvide)
          t.ok(name && (name !== who || !roleCodes.includes(who)));
      }
    },
  );

  await t.test('the list names every code once, and every code has its page', async t => {
    const { items } = (await read('/problems', 'en')).json<{ items: { code: string }[] }>();
    t.same(
      items.map(({ code }) => code),
      [...problemCodes, ...ruleCodes],
    );
    const page = await read('/problems', 'fr', 'text/html,application/xhtml+xml,*/*;q=0.8');
    t.match(page.headers['content-type'], /^text\/html/);
    t.match(page.body, /<html lang="fr">/);
    for (const [, address = ''] of page.body.matchAll(/href="(\/problems\/[^"]+)"/g)) {
      t.equal((await read(address, 'fr', 'text/html')).statusCode, 200, address);
    }
  });

  await t.test('answers differ by language and kind, and say so to caches', async t => {
    const page = await read('/problems/stale', 'fr', 'text/html');
    t.equal(page.headers['content-language'], 'fr');
    t.equal(page.headers.vary, 'Accept, Accept-Language');
    t.match(page.headers['content-security-policy'], "default-src 'none'");
    t.notMatch(page.body, /<script|style=/);
  });

  await t.test('a code that is none is not found', async t => {
    t.equal((await read('/problems/nothing', 'en')).statusCode, 404);
    t.equal((await read('/problems/constructor', 'en')).statusCode, 404);
    t.equal((await read('/problems/%3Cscript%3E', 'en')).statusCode, 400);
  });
});
