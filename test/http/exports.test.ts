import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import t from 'tap';
import type { JsonObject } from '../../src/log/index.js';
import { formatPolicy, formatTime, parseCheckpoint, parseNote, signCheckpoint } from '../../src/log/index.js';
import { verifyExport } from '../../src/verify/index.js';
import { memoryBag } from '../helpers/bag-files.js';
import { wholeLog } from '../helpers/bodies/export.js';
import { nothingNamed } from '../helpers/made-export.js';
import { playedStory } from '../helpers/played-story.js';
import { circumstances } from '../helpers/procedure.js';
import { readExport } from '../helpers/read-export.js';
import { openTestSession, post } from '../helpers/reading.js';
import type { TestStage } from '../helpers/test-stage.js';
import { unzip } from '../helpers/unzip.js';

t.setTimeout(600_000);

interface Order extends JsonObject {
  readonly id: string;
  readonly subject: string;
  readonly size: number;
  readonly root: string;
  readonly hash: string;
  readonly counts: {
    readonly events: number;
    readonly withheld: number;
    readonly disclosed: number;
  } & JsonObject;
}

const asked = {
  scope: wholeLog,
  recipient: 'DEMO-OVERSIGHT',
  purpose: 'DEMO: audit',
  withheldIncluded: false,
};
let played: TestStage;
t.before(async () => {
  played = await playedStory(t);
});

async function as(name: string) {
  const authorization = `Bearer ${await openTestSession(played, name)}`;
  return {
    order: (body: JsonObject) => post(played.app, '/v1/audit/exports', body, { authorization }),
    fetch: (id: string) => played.app.inject({ url: `/v1/audit/exports/${id}`, headers: { authorization } }),
    head: (id: string) =>
      played.app.inject({ method: 'HEAD', url: `/v1/audit/exports/${id}`, headers: { authorization } }),
  };
}

/** The event that answers for an order, as his device makes it. */
async function answer(order: Order, by: string, changes: JsonObject = {}) {
  const { scope, recipient, purpose, withheldIncluded, size, root, hash, counts } = order;
  const { events, subjects, files, withheld } = counts;
  await played.stage.require([
    {
      subject: order.subject,
      type: 'export.generated',
      by,
      body: {
        ...circumstances(formatTime(played.clock.now)),
        ...{ scope, recipient, purpose, withheldIncluded, size, root, hash },
        counts: { events, subjects, files, withheld },
        ...changes,
      } as JsonObject,
    },
  ]);
}

t.test('E60: ordered, answered for, fetched: the ZIP is what was ordered', async t => {
  const auditor = await as('DEMO-AUD-1');
  const ordered = await auditor.order(asked);
  t.equal(ordered.statusCode, 201, ordered.body);
  const order = ordered.json<Order>();
  t.equal(order.subject, `export/${order.id}`);
  t.equal(order.cosigned, 'NO_QUORUM_ASKED');
  t.equal(ordered.headers.location, `/v1/audit/exports/${order.id}`);
  t.equal(order.size, (await played.log.vault.read()).size);
  const early = await auditor.fetch(order.id);
  t.match(
    { status: early.statusCode, body: early.json() },
    { status: 409, body: { code: 'export-unanswered' } },
  );
  t.equal((await auditor.head(order.id)).statusCode, 409);

  await answer(order, 'DEMO-AUD-1/AUD');
  t.equal((await auditor.head(order.id)).statusCode, 200);
  const fetched = await auditor.fetch(order.id);
  t.equal(fetched.statusCode, 200);
  t.equal(fetched.headers['content-type'], 'application/zip');
  t.equal(fetched.headers['cache-control'], 'no-store');
  const bag = await unzip(fetched.rawPayload);
  const hash = createHash('sha256').update(bag.text('tagmanifest-sha256.txt')).digest('hex');
  t.equal(hash, order.hash, 'the hash that was signed');
  const read = await readExport(bag, formatPolicy(played.log.policy));
  t.equal(read.size, order.size, 'the log as it was ordered: the event that answers for it is after it');
  t.equal(read.disclosures, 0);
  t.notOk(read.events.some(({ type }) => type === 'export.generated'));
  const again = await auditor.fetch(order.id);
  t.ok(again.rawPayload.equals(fetched.rawPayload), 'the same bytes again');

  const entries = await played.log.db
    .selectFrom('access_log')
    .select(['resource', 'result'])
    .where(sql<boolean>`${order.subject} = any(subjects)`)
    .execute();
  t.ok(entries.some(({ resource, result }) => resource === 'POST /v1/audit/exports' && result === '201'));
  t.ok(entries.some(({ resource, result }) => resource.startsWith('GET /v1/audit') && result === '200'));
});

t.test('E60: what is signed for another hash, size, recipient or purpose opens nothing', async t => {
  const auditor = await as('DEMO-AUD-1');
  const wrong: readonly JsonObject[] = [
    { hash: 'b'.repeat(64) },
    { size: 1 },
    { recipient: 'DEMO-SOMEBODY-ELSE' },
    { purpose: 'DEMO: another' },
    { withheldIncluded: true },
    { scope: { ...wholeLog, kind: 'ITEM', item: await anItem() } },
  ];
  for (const changes of wrong) {
    const order = (await auditor.order(asked)).json<Order>();
    await answer(order, 'DEMO-AUD-1/AUD', changes);
    const fetched = await auditor.fetch(order.id);
    t.match(
      { status: fetched.statusCode, body: fetched.json() },
      { status: 409, body: { code: 'export-differs' } },
      JSON.stringify(changes),
    );
  }
});

t.test(
  'only who the procedure grants exports orders and fetches them; to others they do not exist',
  async t => {
    const auditor = await as('DEMO-AUD-1');
    const order = (await auditor.order(asked)).json<Order>();
    await answer(order, 'DEMO-AUD-1/AUD');
    for (const name of ['DEMO-CASE-1', 'DEMO-HQC-1', 'DEMO-REG-1', 'DEMO-OPJ-1']) {
      const other = await as(name);
      t.equal((await other.order(asked)).statusCode, 403, `${name} orders`);
      t.equal((await other.fetch(order.id)).statusCode, 404, `${name} fetches`);
    }
    const legal = await as('DEMO-LEG-1');
    t.equal((await legal.fetch(order.id)).statusCode, 200);
    t.equal((await auditor.fetch('0192f3a0-0000-7000-8000-00000000dead')).statusCode, 404);
  },
);

t.test(
  'withheld claims: where the grant says so and they are asked for; erased since: ordered again',
  async t => {
    const [auditor, legal] = [await as('DEMO-AUD-1'), await as('DEMO-LEG-1')];
    const withClaims = { ...asked, withheldIncluded: true };
    t.equal((await auditor.order(withClaims)).statusCode, 403, 'an auditor is not granted them');
    const order = (await legal.order(withClaims)).json<Order>();
    t.ok(order.counts.disclosed > 0);
    t.equal(order.counts.withheld, 0);
    await answer(order, 'DEMO-LEG-1/LEG');
    t.equal((await auditor.fetch(order.id)).statusCode, 404);
    const fetched = await legal.fetch(order.id);
    const read = await readExport(await unzip(fetched.rawPayload), formatPolicy(played.log.policy));
    t.equal(read.disclosures, order.counts.disclosed);

    const claim = await played.log.db
      .selectFrom('disclosure')
      .innerJoin('event', 'event.event_id', 'disclosure.event_id')
      .select(['disclosure.event_id', 'disclosure.digest', 'event.subject'])
      .where('event.subject', 'like', 'scene/%')
      .executeTakeFirstOrThrow();
    const { event_id: eventId, digest, subject } = claim;
    await played.stage.enlist('DEMO-HR-1', ['HR'], { unit: null });
    await played.stage.require([
      {
        subject,
        type: 'scene.disclosure-erased',
        by: 'DEMO-LEG-1/LEG',
        countersigned: ['DEMO-HR-1/HR as second-officer'],
        refs: [eventId],
        body: { eventId, digest, reason: 'DEMO: protection of a source' },
      },
    ]);
    const outdated = await legal.fetch(order.id);
    t.match(
      { status: outdated.statusCode, body: outdated.json() },
      { status: 409, body: { code: 'export-outdated' } },
    );
  },
);

t.test('what cannot be ordered', async t => {
  const auditor = await as('DEMO-AUD-1');
  const nothing = {
    ...asked,
    scope: { ...nothingNamed, kind: 'ITEM', item: '0192f3a0-0000-7000-8000-00000000dead' },
  };
  t.equal((await auditor.order(nothing)).statusCode, 404);
  const noMember = await auditor.order({ ...asked, scope: { ...nothingNamed, kind: 'ITEM' } });
  t.match(
    { status: noMember.statusCode, body: noMember.json() },
    { status: 422, body: { code: 'refused', violations: [{ rule: 'export.scope-members' }] } },
  );
  const hostile: readonly JsonObject[] = [
    {},
    { ...asked, more: 1 },
    { ...asked, scope: 'LOG' },
    { ...asked, recipient: '' },
    { ...asked, withheldIncluded: 'yes' },
    {
      ...asked,
      scope: { ...nothingNamed, kind: 'PERIOD', from: '2021-02-30T00:00:00Z', until: '2021-03-01T00:00:00Z' },
    },
  ];
  for (const body of hostile) {
    const { statusCode } = await auditor.order(body);
    t.ok(statusCode === 400 || statusCode === 422, `${statusCode} ${JSON.stringify(body)}`);
  }
});

t.test(
  'section 11: who holds earlier checkpoints compares a part of the log with them',
  { timeout: 120_000 },
  async t => {
    const auditor = await as('DEMO-AUD-1');
    const held = await played.log.vault.read();
    await played.stage.enlist('DEMO-LATER-1', ['WIT'], { unit: null });
    const partial = { ...asked, scope: { ...nothingNamed, kind: 'ITEM', item: await anItem() } };
    const without = (await auditor.order(partial)).json<Order>();
    t.same(without.since, []);
    const ordered = await auditor.order({ ...partial, since: [held.note, 100, held.size] });
    t.equal(ordered.statusCode, 201, ordered.body);
    const order = ordered.json<Order>();
    t.same(order.since, [100, held.size]);
    t.not(order.hash, without.hash);
    const again = (await auditor.order({ ...partial, since: [held.size, 100] })).json<Order>();
    t.equal(again.hash, order.hash, 'the same sizes, whatever they were named by: the same bytes');
    await answer(order, 'DEMO-AUD-1/AUD');
    const bag = await unzip((await auditor.fetch(order.id)).rawPayload);
    t.same([...bag.paths('data/consistency/')].sort(), [
      'data/consistency/100',
      `data/consistency/${held.size}`,
    ]);
    const known = [held.note];
    const compared = await verifyExport(memoryBag(bag.files), {
      policy: formatPolicy(played.log.policy),
      known,
    });
    t.equal(compared.verdict, 'ok', JSON.stringify(compared.failed));
    t.notOk(
      compared.notProven.some(text => text.startsWith('checkpoint held')),
      'it was compared',
    );
    await answer(without, 'DEMO-AUD-1/AUD');
    const alone = await unzip((await auditor.fetch(without.id)).rawPayload);
    const uncompared = await verifyExport(memoryBag(alone.files), {
      policy: formatPolicy(played.log.policy),
      known,
    });
    t.ok(
      uncompared.notProven.some(text => text.startsWith('checkpoint held')),
      'without the proof it is not',
    );

    const other = await otherRoot(held.note);
    for (const [since, code] of [
      [[2 ** 40], 'export-since'],
      [['no note'], 'export-since'],
      [[held.note.replace(played.log.origin, 'demo.example/another')], 'export-since'],
      [[other], 'export-since-differs'],
    ] as const) {
      const refused = await auditor.order({ ...partial, since });
      t.match(refused.json(), { code }, code);
    }
    for (const since of [[0], [-1], [1.5], [null], 'all', Array.from({ length: 21 }, (_, n) => n + 1)]) {
      t.equal((await auditor.order({ ...partial, since })).statusCode, 400, JSON.stringify(since));
    }
  },
);

/** A note of the same log and size, of another tree, signed by the same key. */
async function otherRoot(note: string): Promise<string> {
  const { origin, size } = parseCheckpoint(parseNote(note).text);
  return signCheckpoint({ origin, size, root: new Uint8Array(32) }, played.log.logKeys.first);
}

async function anItem(): Promise<string> {
  const { id } = await played.log.db.selectFrom('evidence').select('id').limit(1).executeTakeFirstOrThrow();
  return id;
}

t.test('exports are listed for who may read them (E60)', async t => {
  const authorization = `Bearer ${await openTestSession(played, 'DEMO-LEG-1')}`;
  const list = await played.app.inject({ url: '/v1/exports', headers: { authorization } });
  t.equal(list.statusCode, 200);
  const { items } = list.json<{ items: { summary: JsonObject }[] }>();
  t.ok(items.length > 5);
  t.match(items[0]?.summary, { scope: 'LOG', recipient: 'DEMO-OVERSIGHT' });
});
