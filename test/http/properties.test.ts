import fc from 'fast-check';
import type { LightMyRequestResponse } from 'fastify';
import t from 'tap';
import {
  canonicalText,
  eventIdOf,
  FormatError,
  type JsonObject,
  joinSubmission,
} from '../../src/log/index.js';
import { resourceDefinitions } from '../../src/store/readers/resources/index.js';
import { forge, HostileStage } from '../helpers/hostile.js';
import { jsonMutationsOf, mutationsOf } from '../helpers/mutations.js';
import { openTestSession } from '../helpers/reading.js';
import { registeredRoutes } from '../helpers/routes.js';

/** A fault of ours would be a 500; a refusal is a problem document. */
function expectNoFault({ statusCode, headers, body }: LightMyRequestResponse, asked: string): void {
  if (statusCode >= 500) throw new Error(`${statusCode} for ${asked}: ${body}`);
  if (statusCode >= 400 && !/^application\/problem\+json/.test(String(headers['content-type']))) {
    throw new Error(`${statusCode} without a problem document for ${asked}: ${body}`);
  }
}

t.test('batches changed at random', async t => {
  const hostile = await HostileStage.open(t);
  const { app, log } = hostile.test;
  const post = (events: readonly unknown[]) =>
    app.inject({ method: 'POST', url: '/v1/events', payload: { events } as JsonObject });
  const accepted = new Set<string>();

  await t.test('bytes changed under a signature: refused, but where the statement is the same', async t => {
    const good = await hostile.good();
    const signingInput = good.jws.slice(0, good.jws.lastIndexOf('.'));
    const size = await hostile.size();
    await fc.assert(
      fc.asyncProperty(mutationsOf(good.submitted), async text => {
        fc.pre(text !== good.submitted && text !== '');
        const answer = await post([text]);
        expectNoFault(answer, JSON.stringify(text));
        // Another good signature over the same bytes is the same statement; nothing else is accepted.
        if (answer.statusCode === 201 && !text.startsWith(`${signingInput}.`))
          throw new Error(`accepted: ${text}`);
      }),
      { numRuns: 400 },
    );
    t.ok((await hostile.size()) - size <= 1);
  });

  await t.test(
    'members changed and signed again: what is accepted is in the log as it was signed',
    async t => {
      const good = await hostile.good();
      const { disclosures } = good;
      await fc.assert(
        fc.asyncProperty(jsonMutationsOf(good.payload), async payload => {
          const jws = await forge({ payload: textOf(payload), signer: hostile.attacker.signer });
          const answer = await post([joinSubmission({ jws, disclosures })]);
          expectNoFault(answer, JSON.stringify(payload));
          if (answer.statusCode === 201) accepted.add(eventIdOf(jws.slice(0, jws.lastIndexOf('.'))));
        }),
        { numRuns: 600 },
      );
      const stored = await log.db.selectFrom('event').select('event_id').execute();
      const known = new Set(stored.map(({ event_id }) => event_id));
      t.same(
        [...accepted].filter(eventId => !known.has(eventId)),
        [],
      );
      t.comment(`${accepted.size} accepted`);
    },
  );

  await t.test('requests that are JSON of any kind', async t => {
    const good = await hostile.good();
    const size = await hostile.size();
    await fc.assert(
      fc.asyncProperty(jsonMutationsOf({ events: [good.submitted, { a: [1] }] }), async payload => {
        expectNoFault(
          await app.inject({ method: 'POST', url: '/v1/events', payload }),
          JSON.stringify(payload),
        );
      }),
      { numRuns: 200 },
    );
    t.ok((await hostile.size()) - size <= 1, 'the good event at most');
  });
  await hostile.checkWhole(t, await hostile.size());
});

t.test('addresses and headers of any kind, on every route that is read', async t => {
  const hostile = await HostileStage.open(t);
  const { app, log, stage } = hostile.test;
  await stage.enlist('DEMO-AUD-1', ['AUD'], { unit: null });
  await hostile.post([(await hostile.good()).submitted]);
  const token = await openTestSession(hostile.test, 'DEMO-AUD-1');
  const routes = (await registeredRoutes(t, log)).filter(({ method }) => method === 'GET');
  t.ok(routes.length > 40);
  const size = await hostile.size();

  const text = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 12 }),
    fc.string({ unit: 'binary', maxLength: 8 }),
    fc.constantFrom(
      '',
      '0',
      '-1',
      '1e9',
      '99999999999999999999',
      '2147483648',
      '9007199254740993',
      'null',
      '[]',
      "'",
      '%',
      '\u0000',
    ),
    fc.constantFrom(
      'true',
      '2021-02-30T00:00:00Z',
      '0192f3a0-0000-7000-8000-000000000001',
      'OTk5OTk5OTk5OTk5OTk5',
      '0000-01-01T00:00:00Z',
    ),
  );
  const encoded = text.map(value => encodeURIComponent(Buffer.from(value).toString()));
  const loose = fc.oneof(
    encoded,
    fc.constantFrom('%', '%zz', '%00', '%c0%80', '..', '%2e%2e%2f', 'a;b', '+'),
  );
  const language = fc.oneof(
    fc.constantFrom(
      'fr',
      'fr;q=0.1, en;q=NaN',
      '*',
      ';;;',
      'fr;q=1e99',
      '-',
      'x'.repeat(2000),
      'fr'.repeat(500),
    ),
    fc.string({ unit: 'grapheme-ascii', maxLength: 30 }),
  );
  const headers = fc.record(
    {
      'accept-language': language,
      'if-none-match': fc.oneof(
        fc.constantFrom('*', '"', 'W/', '"a","b'),
        fc.string({ unit: 'grapheme-ascii', maxLength: 10 }),
      ),
      'read-purpose': fc.oneof(
        fc.constantFrom('\u00ff\u0080', 'x'.repeat(3000), '{}'),
        fc.string({ unit: 'grapheme-ascii', maxLength: 10 }),
      ),
      range: fc.constantFrom('bytes=0-', 'bytes=9-1', 'bytes=-', 'items=0-1'),
      accept: fc.constantFrom('text/html', 'x', 'application/problem+json;q=0'),
      authorization: fc.constantFrom(`Bearer ${token}`, 'Bearer', 'Bearer a.b.c', 'Basic Og=='),
    },
    { requiredKeys: [] },
  );

  for (const { url, schema } of routes) {
    const names = Object.keys(queryOf(schema));
    const name =
      names.length === 0 ? encoded : fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...names) }, encoded);
    const known = await knownFor(hostile, url);
    const part = known.length === 0 ? loose : fc.oneof(fc.constantFrom(...known), loose);
    const query = fc.array(fc.tuple(name, loose), { maxLength: 3 });
    await t.test(url, async t => {
      await fc.assert(
        fc.asyncProperty(
          fc.array(part, { minLength: 3, maxLength: 3 }),
          query,
          headers,
          async (parts, members, own) => {
            const path = url.replaceAll(/:\w+|\*/g, () => parts.pop() ?? 'x');
            const search = members.map(([member, value]) => `${member}=${value}`).join('&');
            const address = search === '' ? path : `${path}?${search}`;
            const answer = await app.inject({
              url: address,
              headers: { authorization: `Bearer ${token}`, ...own },
            });
            expectNoFault(answer, `${address} ${JSON.stringify(own)}`);
          },
        ),
        { numRuns: 40 },
      );
      t.pass('40 requests');
    });
  }
  await t.test('cursors at the edge of what a column holds', async t => {
    const [id] = await knownFor(hostile, '/v1/officers/');
    const paths = routes
      .filter(({ schema }) => 'after' in queryOf(schema))
      .map(({ url }) => url.replace(':id', id ?? ''));
    t.ok(paths.length > 20);
    for (const path of paths) {
      for (const position of ['0', '2147483647', '2147483648', '999999999999999', '-1', '1.5', '1e3', 'x']) {
        const after = Buffer.from(position).toString('base64url');
        const answer = await app.inject({
          url: `${path}?after=${after}`,
          headers: { authorization: `Bearer ${token}` },
        });
        expectNoFault(answer, `${path} after ${position}`);
        t.ok(answer.statusCode < 500, `${path} after ${position}`);
      }
    }
  });
  t.equal(await hostile.size(), size, 'reading writes nothing into the log');
});

/** Members of the query, as the route itself says. */
function queryOf(schema: unknown): Readonly<Record<string, unknown>> {
  const { querystring } = (schema ?? {}) as { querystring?: { properties?: Record<string, unknown> } };
  return querystring?.properties ?? {};
}

/** Identifiers of what is really there, by the resource in the address: behind most of them is more to go wrong. */
async function knownFor({ test: { log } }: HostileStage, url: string): Promise<readonly string[]> {
  if (url.includes(':eventId')) {
    const rows = await log.db.selectFrom('event').select('event_id').limit(3).execute();
    return rows.map(({ event_id }) => event_id);
  }
  const kind = resourceDefinitions.find(({ path }) => url.startsWith(`/v1/${path}/`))?.kind ?? '';
  const rows = await log.db
    .selectFrom('subject')
    .select('subject')
    .where('kind', '=', kind)
    .limit(3)
    .execute();
  return rows.map(({ subject }) => subject.split('/')[1] ?? '');
}

/** Canonical where there is such a form, otherwise as any program would write it. */
function textOf(payload: JsonObject): string {
  try {
    return canonicalText(payload, 64);
  } catch (error) {
    if (error instanceof FormatError) return JSON.stringify(payload);
    throw error;
  }
}
