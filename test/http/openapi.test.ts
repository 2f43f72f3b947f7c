import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import t from 'tap';
import { catalogue } from '../../src/custody/catalogue.js';
import { buildApp } from '../../src/http/app.js';
import { mediaTypesOf, type OpenApiDocument, operationsOf } from '../../src/http/openapi/document.js';
import { information } from '../../src/http/openapi/information.js';
import { openApiPath } from '../../src/http/openapi/openapi-path.js';
import { problemKinds } from '../../src/http/problem/problem.js';
import { registeredRoutes } from '../helpers/routes.js';
import { createTestStage } from '../helpers/test-stage.js';

const root = join(import.meta.dirname, '../../..');
const file = join(root, 'openapi/scelle.v1.json');

/** Set by `npm run openapi`: the file is written instead of compared. */
const rewrite = process.env.SCELLE_WRITE_OPENAPI === 'yes';

t.test('openapi/scelle.v1.json is what the routes say', async t => {
  const { app, log } = await createTestStage(t);
  const answer = await app.inject({ url: '/openapi.json' });
  t.equal(answer.statusCode, 200);
  const document = answer.json<OpenApiDocument>();
  const text = `${JSON.stringify(document, null, 2)}\n`;
  if (rewrite) {
    await mkdir(join(root, 'openapi'), { recursive: true });
    await writeFile(file, text);
  }
  const kept = await readFile(file, 'utf8').catch(() => '');
  t.ok(kept === text, 'where it differs: run `npm run openapi` and look at what changed');

  await t.test('it is the same from every process, and names no machine', async t => {
    const other = await buildApp({ log, logger: false });
    t.teardown(() => other.close());
    t.equal((await other.inject({ url: '/openapi.json' })).body, answer.body);
    t.notMatch(text, /127\.0\.0\.1|localhost/);
  });

  await t.test('every event type has its body as a component, in English and French', async t => {
    const { schemas } = document.components;
    for (const { type, form, title } of catalogue.flatMap(({ events }) => events)) {
      const component = schemas[`${type}.v${form}`];
      t.match(component, { type: 'object', additionalProperties: false }, type);
      t.match(component, { description: new RegExp(`^${escaped(title.en)}`) }, type);
      t.match(component, { 'x-description-fr': new RegExp(`^${escaped(title.fr)}`) }, type);
    }
    t.match(schemas['countersigned.v1'], { required: ['eventId', 'as'] });
    t.notMatch(text, /"x-fr"|"def-\d+"/);
  });

  await t.test('every operation has its words, its examples and every error it may give', async t => {
    const codes = new Set<string>();
    for (const operation of operationsOf(document)) {
      for (const media of mediaTypesOf(operation)) {
        t.ok(media.example !== undefined || media.examples !== undefined, operation.operationId);
        for (const code of Object.keys(media.examples ?? {})) codes.add(code);
      }
      t.ok(Object.keys(operation.responses).includes('429'), operation.operationId);
    }
    for (const code of Object.keys(problemKinds)) {
      // What no operation is there for, no operation answers.
      if (code === 'method-not-allowed') continue;
      // Answered before the route is known.
      if (code === 'request-timeout' || code === 'headers-too-large') continue;
      t.ok(codes.has(code), `${code} has an example`);
    }
  });

  await t.test('every route is in it, but for the pages that show it', async t => {
    const routes = await registeredRoutes(t, log);
    t.ok(routes.length > 40);
    for (const { method, url, schema } of routes) {
      if (method === 'HEAD' || (schema as { hide?: boolean } | undefined)?.hide === true) continue;
      const path = openApiPath(url);
      t.ok(document.paths[path]?.[method.toLowerCase()], `${method} ${url}`);
    }
  });

  await t.test('its version is that of the package', async t => {
    const { version, license } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'));
    t.equal(information.version, version);
    t.equal(information.license.identifier, license);
  });
});

function escaped(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
