import { randomBytes } from 'node:crypto';
import type { LightMyRequestResponse } from 'fastify';
import t, { type Test } from 'tap';
import { currentForm } from '../../src/custody/catalogue.js';
import { base64urlText, canonicalText, formatTime, type JsonObject } from '../../src/log/index.js';
import { resourceDefinitions } from '../../src/store/readers/resources/index.js';
import { refusedBody } from '../helpers/bodies/transfer.js';
import { enteredBody } from '../helpers/bodies/visit.js';
import { forge } from '../helpers/hostile.js';
import { playedStory } from '../helpers/played-story.js';
import { circumstances } from '../helpers/procedure.js';
import { openTestSession } from '../helpers/reading.js';
import { registeredRoutes } from '../helpers/routes.js';
import type { TestStage } from '../helpers/test-stage.js';

/** Officers whose roles show them little or nothing of the story. */
const outsiders = [
  { name: 'DEMO-OUT-1', roles: ['COU'], national: false },
  { name: 'DEMO-OUT-2', roles: ['NAT-PRO'], national: true },
  { name: 'DEMO-OUT-3', roles: [], national: false },
] as const;

/** What differs between two answers to the same question: what was asked, the number of the request, the time. */
function comparable({ statusCode, headers, body }: LightMyRequestResponse, asked: string) {
  const others = Object.entries(headers).filter(
    ([name]) => !['date', 'content-length', 'x-ratelimit-remaining', 'x-ratelimit-reset'].includes(name),
  );
  const text = body
    .replaceAll(asked, '<asked>')
    .replaceAll(encodeURIComponent(asked), '<asked>')
    .replace(/"requestId":"[^"]+"/, '"requestId":"<id>"');
  return { statusCode, headers: Object.fromEntries(others), text };
}

interface Hidden {
  readonly subject: string;
  readonly kind: string;
  readonly id: string;
}

t.test('design section 6: what one may not know of is as if it were not there', async t => {
  const testStage = await playedStory(t);
  const { stage, log, app } = testStage;
  await stage.enlist('DEMO-OUT-4', ['FOC'], { unit: null });
  for (const { name, roles, national } of outsiders) {
    await stage.enlist(name, [...roles], { unit: null, national });
  }
  const subjects = await log.db.selectFrom('subject').select(['subject', 'kind']).execute();
  const all: readonly Hidden[] = subjects.map(({ subject, kind }) => ({
    subject,
    kind,
    id: subject.split('/')[1] ?? '',
  }));
  const routes = (await registeredRoutes(t, log)).filter(
    ({ method, url }) => method === 'GET' && url.startsWith('/v1/'),
  );

  const auditor = await openTestSession(testStage, 'DEMO-AUD-1');
  for (const { name, roles } of outsiders) {
    await t.test(`${name}, ${roles.join(', ') || 'no role'}`, async t => {
      const token = await openTestSession(testStage, name);
      const get = (url: string) => ask(testStage, token, url);
      const hidden = await hiddenFrom(get, all);
      t.ok(hidden.length > 20, `${hidden.length} subjects are hidden`);
      const compare = async (t: Test, known: string, unknown: string, urlOf: (asked: string) => string) => {
        const [one, other] = [await get(urlOf(known)), await get(urlOf(unknown))];
        t.same(comparable(one, known), comparable(other, unknown), urlOf('…'));
      };

      await t.test('items, histories and whatever else has an address', async t => {
        for (const { kind, id } of samples(hidden)) {
          const path = resourceDefinitions.find(definition => definition.kind === kind)?.path;
          const own = routes.filter(({ url }) => path !== undefined && url.startsWith(`/v1/${path}/:id`));
          for (const { url } of own) await compare(t, id, stage.newId(), asked => url.replace(':id', asked));
        }
      });
      await t.test('statements and receipts', async t => {
        const events = await log.db
          .selectFrom('event')
          .select('event_id')
          .where(
            'subject',
            'in',
            samples(hidden).map(({ subject }) => subject),
          )
          .orderBy('log_index')
          .limit(12)
          .execute();
        const own = routes.filter(({ url }) => url.includes(':eventId'));
        t.ok(own.length >= 2 && events.length > 5);
        for (const { url } of own) {
          for (const { event_id: id } of events) {
            await compare(t, id, base64urlText(randomBytes(32)), asked => url.replace(':eventId', asked));
          }
        }
      });
      await t.test('heads', async t => {
        for (const { subject, kind } of samples(hidden)) {
          await compare(t, subject, `${kind}/${stage.newId()}`, asked => `/v1/heads?subject=${asked}`);
        }
      });
      await t.test('lists, their counts and tags, by every filter', async t => {
        const { numbers, seals } = await hiddenTexts(testStage);
        for (const { url, schema } of routes.filter(({ url }) => !url.includes(':'))) {
          for (const filter of uuidFilters(schema)) {
            for (const { id } of samples(hidden)) {
              await compare(t, id, stage.newId(), asked => `${url}?count=true&${filter}=${asked}`);
            }
          }
        }
        for (const number of numbers) {
          await compare(t, number, 'DEMO-NONE', asked => `/v1/evidence?count=true&text=${asked}`);
          await compare(t, number, 'DEMO-NONE', asked => `/v1/packages?count=true&number=${asked}`);
        }
        for (const seal of seals) {
          await compare(t, seal, 'DEMO-NONE', asked => `/v1/evidence?count=true&seal=${asked}`);
          await compare(t, seal, 'DEMO-NONE', asked => `/v1/packages?count=true&seal=${asked}`);
        }
      });
      await t.test('rehearsals: neither verdict nor words nor heads', async t => {
        for (const { kind, id } of samples(hidden)) {
          const unknown = stage.newId();
          for (const [what, actOn] of rehearsals(testStage, kind)) {
            const [one, other] = [
              await rehearse(testStage, token, actOn(id), id),
              await rehearse(testStage, token, actOn(unknown), unknown),
            ];
            t.same(one, other, `${what} on ${kind}`);
            const { text } = await rehearse(testStage, auditor, actOn(id), id);
            t.not(text, one.text, `${what} on ${kind}: who may read it is told more`);
          }
        }
      });
      await t.test('refusals of statements, with and without a session', async t => {
        for (const { subject, kind } of samples(hidden)) {
          const unknown = `${kind}/${stage.newId()}`;
          for (const [what, member] of attempts(kind)) {
            for (const headers of [{}, { authorization: `Bearer ${token}` }]) {
              const [one, other] = await Promise.all(
                [subject, unknown].map(async asked => {
                  const events = [await statement(testStage, name, roles[0] ?? 'WIT', asked, member)];
                  return app.inject({ method: 'POST', url: '/v1/events', headers, payload: { events } });
                }),
              );
              if (one === undefined || other === undefined) throw new Error('no answer');
              t.ok([409, 422].includes(one.statusCode), `${what} on ${kind}: ${one.statusCode}`);
              t.same(comparable(one, subject), comparable(other, unknown), `${what} on ${kind}`);
            }
          }
        }
      });
    });
  }

  await t.test('a filter over what only the record shows finds nothing where the summary is all', async t => {
    const count = async (name: string, url: string) =>
      (await ask(testStage, await openTestSession(testStage, name), url)).json().total;
    const { search_text: text } = await log.db
      .selectFrom('evidence')
      .select('search_text')
      .executeTakeFirstOrThrow();
    const [part = ''] = text.split('\n');
    const search = `/v1/evidence?count=true&text=${encodeURIComponent(part)}`;
    t.ok((await count('DEMO-OUT-4', '/v1/evidence?count=true')) > 0, 'summaries are shown');
    t.equal(await count('DEMO-OUT-4', search), 0);
    t.ok((await count('DEMO-AUD-1', search)) > 0);
    t.ok((await count('DEMO-OUT-2', '/v1/officers?count=true')) > 0, 'summaries are shown');
    t.equal(await count('DEMO-OUT-2', '/v1/officers?count=true&role=REG'), 0);
    t.ok((await count('DEMO-AUD-1', '/v1/officers?count=true&role=REG')) >= 2);
  });

  await t.test('a stale statement is told the head only to who may read the subject', async t => {
    const item = all.find(({ kind }) => kind === 'evidence');
    if (item === undefined) throw new Error('no item');
    for (const [name, told] of [
      ['DEMO-OUT-1', false],
      ['DEMO-AUD-1', true],
    ] as const) {
      const token = await openTestSession(testStage, name);
      const events = [
        await statement(testStage, 'DEMO-WIT-1', 'WIT', item.subject, {
          type: 'evidence.corrected',
          seq: 2,
          prev: base64urlText(randomBytes(32)),
        }),
      ];
      const answer = await app.inject({
        method: 'POST',
        url: '/v1/events',
        headers: { authorization: `Bearer ${token}` },
        payload: { events },
      });
      t.equal(answer.statusCode, 409);
      t.equal(answer.json().stale.head !== null, told, name);
    }
  });
});

/** One of each kind. */
function samples(hidden: readonly Hidden[]): readonly Hidden[] {
  const kinds = [...new Set(hidden.map(({ kind }) => kind))];
  return kinds.flatMap(kind => hidden.filter(one => one.kind === kind).slice(0, 1));
}

/** A service that says that it cannot answer just now is asked again. */
async function ask({ app }: TestStage, token: string, url: string): Promise<LightMyRequestResponse> {
  const headers = { authorization: `Bearer ${token}` };
  for (let tries = 1; ; tries++) {
    const answer = await app.inject({ url, headers });
    if (answer.statusCode !== 503 || tries === 5) return answer;
  }
}

async function hiddenFrom(
  get: (url: string) => Promise<LightMyRequestResponse>,
  all: readonly Hidden[],
): Promise<readonly Hidden[]> {
  const hidden: Hidden[] = [];
  for (const one of all) {
    const path = resourceDefinitions.find(({ kind }) => kind === one.kind)?.path;
    if (path === undefined) continue;
    const { statusCode } = await get(`/v1/${path}/${one.id}`);
    if (statusCode === 404) hidden.push(one);
  }
  return hidden;
}

async function hiddenTexts({ log: { db } }: TestStage) {
  const items = await db.selectFrom('evidence').select(['number', 'seal_number']).limit(3).execute();
  const packages = await db.selectFrom('package').select(['number', 'seal_number']).limit(2).execute();
  const rows = [...items, ...packages];
  const seals = rows.flatMap(row => (row.seal_number === null ? [] : [row.seal_number]));
  return { numbers: rows.map(({ number }) => number), seals };
}

/** Query members that take a UUID, as the route itself says. */
function uuidFilters(schema: unknown): readonly string[] {
  const { querystring } = schema as { querystring?: { properties?: Record<string, { pattern?: string }> } };
  return Object.entries(querystring?.properties ?? {})
    .filter(([, { pattern = '' }]) => pattern.startsWith('^[0-9a-f]{8}-'))
    .map(([name]) => name);
}

type Place = Readonly<{ type: string; seq: number; prev: string | null }>;

/** Statements by which one could ask whether a subject exists: the forms of most are good whatever it is. */
function attempts(kind: string): readonly (readonly [string, Place])[] {
  const prev = base64urlText(randomBytes(32));
  return [
    ['a correction as the first event', { type: `${kind}.corrected`, seq: 1, prev: null }],
    ['a correction that follows', { type: `${kind}.corrected`, seq: 2, prev }],
    ['a correction of the far future', { type: `${kind}.corrected`, seq: 900, prev }],
    ['an erasure', { type: `${kind}.disclosure-erased`, seq: 3, prev }],
  ];
}

const digest = 'A'.repeat(43);

/** Of an event that is not in the log. */
const correction = {
  corrects: digest,
  pointer: '/body/reason',
  was: 'DEMO',
  correct: 'DEMO',
  withheld: null,
  reason: 'DEMO',
};

type ActOn = (id: string) => JsonObject;

/** Acts that are about a subject, or name it, as one would rehearse them to find out about it. */
function rehearsals(testStage: TestStage, kind: string): readonly (readonly [string, ActOn])[] {
  const { stage, clock } = testStage;
  const at = formatTime(clock.now);
  const other = stage.newId();
  const opened = (concerns: JsonObject) => ({
    ...circumstances(at),
    items: [],
    kind: 'RECEIPT_MISSING',
    what: 'DEMO',
    source: { kind: 'OFFICER', event: null },
    concerns: { package: null, sealNumber: null, transfer: null, ...concerns },
    custodians: [],
    owner: stage.officer('DEMO-CASE-1').officer,
    deadline: formatTime(clock.now + 86_400_000),
  });
  const act = (by: string, subject: string, body: JsonObject) => intentOf(testStage, by, subject, body);
  const naming: Readonly<Record<string, ActOn>> = {
    scene: id => act('DEMO-WIT-1/WIT visit.entered', `visit/${other}`, enteredBody(at, { scene: id })),
    package: id => act('DEMO-AUD-1/AUD discrepancy.opened', `discrepancy/${other}`, opened({ package: id })),
    transfer: id =>
      act('DEMO-AUD-1/AUD discrepancy.opened', `discrepancy/${other}`, opened({ transfer: id })),
    evidence: id => ({
      ...act('DEMO-SEC-1/SEC transfer.refused', `transfer/${other}`, refusedBody(at)),
      items: [
        {
          subject: `evidence/${id}`,
          type: 'evidence.refused',
          form: 1,
          refs: [],
          body: { reason: 'DEMO' },
        },
      ],
    }),
  };
  const named = naming[kind];
  return [
    ['a correction', id => act(`DEMO-CASE-1/CASE ${kind}.corrected`, `${kind}/${id}`, correction)],
    ...(named === undefined ? [] : [['an act that names it', named] as const]),
  ];
}

/** `by` is `NAME/ROLE type`: nobody signs a draft, so anybody may be named. */
function intentOf({ stage, clock }: TestStage, by: string, subject: string, body: JsonObject): JsonObject {
  const [, name = '', role = '', type = ''] = /^(.+)\/(.+) (.+)$/.exec(by) ?? [];
  const { officer, key } = stage.officer(name);
  const signer = { officer, role, kid: key.kid, alg: key.alg };
  const at = formatTime(clock.now);
  return {
    subject,
    type,
    form: currentForm(type),
    at,
    signer,
    refs: [],
    body,
    countersigners: [],
    items: [],
  };
}

/** What a rehearsal says, without what differs between any two: nonces, and what is made of them. */
async function rehearse({ app }: TestStage, token: string, act: JsonObject, asked: string) {
  const answer = await app.inject({
    method: 'POST',
    url: '/v1/drafts',
    headers: { authorization: `Bearer ${token}` },
    payload: { acts: [act] },
  });
  const { events = [], ...said } = answer.json<{ events?: { payload: JsonObject }[] }>();
  const payloads = events.map(({ payload: { nonce, ...payload } }) => payload);
  const text = JSON.stringify({ ...said, payloads })
    .replaceAll(asked, '<asked>')
    .replaceAll(/"[A-Za-z0-9_-]{43}"/g, '"<hash>"');
  return { statusCode: answer.statusCode, text };
}

async function statement(
  { stage, clock }: TestStage,
  name: string,
  role: string,
  subject: string,
  place: Place,
  body: JsonObject = place.type.endsWith('.corrected')
    ? correction
    : { eventId: digest, digest, reason: 'DEMO' },
): Promise<string> {
  const { officer, signer } = stage.officer(name);
  const payload = {
    v: 1,
    log: stage.origin,
    subject,
    ...place,
    form: currentForm(place.type),
    actor: { officer, role },
    at: formatTime(clock.now),
    nonce: base64urlText(randomBytes(16)),
    refs: [],
    body,
  };
  return forge({ payload: canonicalText(payload), signer });
}
