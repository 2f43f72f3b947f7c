import { createHash } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { sql } from 'kysely';
import t from 'tap';
import { evidenceNumber } from '../../src/custody/evidence/number.js';
import { buildApp } from '../../src/http/app.js';
import type { JsonObject } from '../../src/log/index.js';
import { formatPolicy, formatTime, peekEvent } from '../../src/log/index.js';
import { verifyExport } from '../../src/verify/index.js';
import { skipWithout, textOf } from '../dossier/paper/print-example.js';
import { memoryBag } from '../helpers/bag-files.js';
import { deliveredBody, noticeBody } from '../helpers/bodies/dossier.js';
import { releaseAct, releaseHaltedBody } from '../helpers/bodies/release.js';
import { answerForDossier, type DossierOrder, dossierRequests } from '../helpers/dossier-requests.js';
import { playedStory } from '../helpers/played-story.js';
import { circumstances } from '../helpers/procedure.js';
import { readExport } from '../helpers/read-export.js';
import { openTestSession, post } from '../helpers/reading.js';
import { createTestFolder } from '../helpers/test-folder.js';
import type { TestStage } from '../helpers/test-stage.js';
import { unzip } from '../helpers/unzip.js';

t.setTimeout(600_000);

type Order = DossierOrder;

let played: TestStage;
let release = '';
/** Built and answered for; the tests that only read share it. */
let shared: Order;
t.before(async () => {
  played = await playedStory(t);
  const row = await played.log.db.selectFrom('release').select('id').executeTakeFirstOrThrow();
  release = row.id;
  shared = await built();
  await answer(shared);
});

const as = (name: string) => dossierRequests(played, name);
const answer = (order: Order, changes: JsonObject = {}) => answerForDossier(played, order, changes);

let numbers = 0;
function asked(changes: JsonObject = {}): JsonObject {
  return { release, contents: 'ORIGINALS', number: `DEMO-DOSSIER-${++numbers}`, ...changes };
}

async function built(changes: JsonObject = {}): Promise<Order> {
  const made = await (await as('DEMO-CASE-1')).build(asked(changes));
  t.equal(made.statusCode, 201, made.body);
  return made.json<Order>();
}

t.test(
  'E41, RQ-66: built, answered for, fetched: exactly what the release grants, the same bytes each time',
  async t => {
    const officer = await as('DEMO-CASE-1');
    const order = await built();
    t.match((await officer.fetch(order.id)).json(), { code: 'dossier-unanswered' });
    t.equal((await officer.head(order.id)).statusCode, 409);
    await answer(order);
    t.equal((await officer.head(order.id)).statusCode, 200);
    const fetched = await officer.fetch(order.id);
    t.equal(fetched.statusCode, 200, fetched.body.slice(0, 300));
    t.equal(fetched.headers['content-type'], 'application/zip');
    t.ok((await officer.fetch(order.id)).rawPayload.equals(fetched.rawPayload), 'the same bytes again');

    const bag = await unzip(fetched.rawPayload);
    const sha256 = (path: string) => createHash('sha256').update(bag.text(path)).digest('hex');
    t.equal(sha256('tagmanifest-sha256.txt'), order.hash, 'the hash that was signed');
    t.equal(sha256('data/report/pieces.json'), order.piecesHash);
    const policy = formatPolicy(played.log.policy);
    const read = await readExport(bag, policy);
    t.equal(read.disclosures, 0, 'what is withheld stays out');
    const rows = await played.log.db
      .selectFrom('release_item')
      .select('item')
      .where('release', '=', release)
      .execute();
    const granted = rows.map(({ item }) => `evidence/${item}`).sort();
    t.same(order.pieces, granted);
    t.same(
      read.whole.filter(subject => subject.startsWith('evidence/')),
      granted,
      'their whole histories, and those of no other item',
    );
    t.notOk(read.single.some(subject => subject.startsWith('evidence/')));
    const verdict = await verifyExport(memoryBag(bag.files), { policy });
    t.equal(verdict.verdict, 'ok', JSON.stringify(verdict.failed));
    const list: { pieces: { number: number; piece: string; files: string[] }[] } = JSON.parse(
      bag.text('data/report/pieces.json'),
    );
    t.same(
      list.pieces.map(({ number, piece }) => [number, piece]),
      granted.map((piece, position) => [position + 1, piece]),
    );

    const entries = await played.log.db
      .selectFrom('access_log')
      .select(['resource', 'result'])
      .where(sql<boolean>`${order.subject} = any(subjects)`)
      .execute();
    t.ok(entries.some(({ resource, result }) => resource === 'POST /v1/dossiers' && result === '201'));
    t.ok(entries.some(({ resource, result }) => resource.startsWith('GET /v1/dossiers') && result === '200'));
  },
);

t.test('E41: of the log at one size the same dossier is the same bytes, after a restart too', async t => {
  const number = 'DEMO-DOSSIER-TWICE';
  const [one, other] = [await built({ number }), await built({ number })];
  t.equal(one.size, other.size);
  t.equal(one.hash, other.hash, 'what is printed and all the rest');
  const before = await (await as('DEMO-CASE-1')).fetch(shared.id);
  const app = await buildApp({ log: played.log, logger: false });
  t.teardown(() => app.close());
  const authorization = `Bearer ${await openTestSession({ ...played, app }, 'DEMO-CASE-1')}`;
  const after = await app.inject({ url: `/v1/dossiers/${shared.id}/bag`, headers: { authorization } });
  t.ok(after.rawPayload.equals(before.rawPayload));
});

t.test('D7: what is printed: every piece, in French, and nobody by name', async t => {
  const missing = skipWithout('pdftotext');
  const bag = await unzip((await (await as('DEMO-CASE-1')).fetch(shared.id)).rawPayload);
  const pdf = bag.files.get('data/report/dossier.pdf');
  t.equal(pdf?.subarray(0, 5).toString(), '%PDF-');
  t.ok(bag.files.has('data/report/scelle-page.html'), 'and the page that verifies');
  if (missing !== false || pdf === undefined) return t.comment(missing);
  const path = join(await createTestFolder(t), 'dossier.pdf');
  await writeFile(path, pdf);
  const text = await textOf(path);
  for (const piece of shared.pieces) t.match(text, evidenceNumber(piece.slice('evidence/'.length)), piece);
  const told = [
    'Lettre de transmission',
    'DEMO-REQUISITION-1',
    'Remise des objets et pièces en original',
    'Bordereau de pièces',
    'Continuité de la preuve',
    'DEMO: no onward sharing without consent',
    'Gardien des scellés du quartier général',
    'Arme mise en sécurité à deux',
    shared.piecesHash,
  ];
  for (const words of told) t.ok(text.includes(words), words);
  for (const name of ['DEMO-WIT-1', 'DEMO-OPJ-1', 'DEMO-LEG-1']) t.notOk(text.includes(name), name);
});

t.test('GATE-8: what tells a withheld claim, and what no piece names, stays out and is counted', async t => {
  const order = shared;
  const fetched = await (await as('DEMO-CASE-1')).fetch(order.id);
  const bag = await unzip(fetched.rawPayload);
  const files = bag.paths('data/file/').map(path => path.slice('data/file/'.length));
  t.equal(files.length, order.counts.files);
  const named = await played.log.db
    .selectFrom('file_reference')
    .innerJoin('event', 'event.log_index', 'file_reference.log_index')
    .select(['sha256', 'event.subject', 'kept_back'])
    .execute();
  for (const sha256 of files) {
    const of = named.filter(file => file.sha256 === sha256);
    t.ok(
      of.some(({ subject }) => order.pieces.includes(subject) || subject === played.log.subject),
      'a file of a piece, or the procedure',
    );
    t.notOk(of.some(file => file.kept_back));
  }
  const redactions = order.redactions as { piece: string | null; claims: number; files: number }[];
  t.equal(
    redactions.reduce((sum, { claims }) => sum + claims, 0),
    order.counts.withheld,
    'every claim that stays out is counted somewhere',
  );
  t.match(bag.text('data/report/withheld.csv'), 'withheld');
});

t.test('GATE-6: of other releases nothing is inside', async t => {
  const order = shared;
  const bag = await unzip((await (await as('DEMO-CASE-1')).fetch(order.id)).rawPayload);
  const subjects = bag
    .text('data/events.ndjson')
    .trimEnd()
    .split('\n')
    .map(line => peekEvent(JSON.parse(line).jws).subject)
    .filter(subject => subject.startsWith('release/'));
  t.same([...new Set(subjects)], [`release/${release}`]);
});

t.test('who asks for lines is told how far the printing is, and gets the dossier last', async t => {
  const authorization = `Bearer ${await openTestSession(played, 'DEMO-CASE-1')}`;
  const headers = { authorization, accept: 'application/x-ndjson', 'accept-language': 'fr' };
  const linesOf = (text: string) =>
    text
      .split('\n')
      .filter(line => line !== '')
      .map(line => JSON.parse(line) as JsonObject);
  const answer = await post(played.app, '/v1/dossiers', asked(), headers);
  t.equal(answer.statusCode, 200);
  const lines = linesOf(answer.body);
  const told = lines.slice(0, -1) as { done: number; total: number }[];
  t.same(
    told.map(({ done }) => done),
    Array.from({ length: told[0]?.total ?? 0 }, (_, index) => index + 1),
  );
  const { dossier } = lines.at(-1) as { dossier: Order };
  t.match(dossier, { pieces: shared.pieces });
  const entries = await played.log.db
    .selectFrom('access_log')
    .select('resource')
    .where(sql<boolean>`${dossier.subject} = any(subjects)`)
    .execute();
  t.match(entries, [{ resource: 'POST /v1/dossiers' }], 'it is logged as read before it is told');
});

t.test('E41: what is signed otherwise opens nothing', async t => {
  const officer = await as('DEMO-CASE-1');
  for (const changes of [
    { hash: 'c'.repeat(64) },
    { piecesHash: 'c'.repeat(64) },
    { size: 1 },
    { contents: 'COPIES' },
  ]) {
    const order = await built();
    await answer(order, changes);
    t.match((await officer.fetch(order.id)).json(), { code: 'dossier-differs' }, JSON.stringify(changes));
  }
});

t.test('only who builds dossiers builds one; to who reads none they do not exist', async t => {
  const order = shared;
  for (const name of ['DEMO-WIT-1', 'DEMO-REG-1', 'DEMO-OPJ-1']) {
    const other = await as(name);
    t.equal((await other.build(asked())).statusCode, 403, `${name} builds`);
    t.equal((await other.fetch(order.id)).statusCode, 404, `${name} fetches`);
  }
  const legal = await as('DEMO-LEG-1');
  t.equal((await legal.build(asked())).statusCode, 403, 'who cannot answer for it');
  t.equal((await legal.fetch(order.id)).statusCode, 200);
  const recipient = await as('DEMO-OPJ-1');
  t.match((await recipient.get(`/v1/dossiers/${order.id}`)).json(), {
    summary: { number: order.number, version: 1, hash: order.hash },
  });
});

t.test('what cannot be built', async t => {
  const officer = await as('DEMO-CASE-1');
  t.equal((await officer.build(asked({ release: '0192f3a0-0000-7000-8000-00000000dead' }))).statusCode, 404);
  const before = asked();
  const order = await built(before);
  await answer(order);
  t.match((await officer.build(before)).json(), { code: 'refused', violations: [{ rule: 'claim.taken' }] });
  for (const body of [
    {},
    asked({ more: 1 }),
    asked({ contents: 'ALL' }),
    asked({ release: 'x' }),
    asked({ follows: '' }),
  ]) {
    t.equal((await officer.build(body)).statusCode, 400, JSON.stringify(body));
  }
  const next = await built({ number: null, follows: order.id });
  t.match(next, { number: order.number, version: 2, follows: { dossier: order.id, as: 'NEW_VERSION' } });
  await answer(next);
});

t.test('GATE-6: expired, suspended or withdrawn since: nothing leaves any more', async t => {
  const order = shared;
  const now = played.clock.now;
  played.clock.now = now + 40 * 86_400_000;
  const late = await as('DEMO-CASE-1');
  t.match((await late.fetch(order.id)).json(), {
    code: 'dossier-halted',
    violations: [{ rule: 'release.not-in-force' }],
  });
  t.equal((await late.head(order.id)).statusCode, 409);
  t.match((await late.build(asked())).json(), {
    code: 'refused',
    violations: [{ rule: 'release.not-in-force' }],
  });
  played.clock.now = now;
});

t.test('a dossier of another layout is not made again: it is built anew', async t => {
  const order = await built();
  const id = '0192f3a0-0000-7000-8000-00000000f001';
  await sql`insert into dossier_order
    select ${id}::uuid, ordered_at, ordered_by, jsonb_set(request, '{layout}', '0'), size, note, token, hash,
      pieces_hash, account, missing
    from dossier_order where id = ${order.id}::uuid`.execute(played.log.db);
  await answer({ ...order, id, subject: `dossier/${id}` });
  t.match((await (await as('DEMO-CASE-1')).fetch(id)).json(), { code: 'dossier-outdated' });
});

t.test(
  'E40: who has a dossier and was not told that its release was withdrawn stands among the alerts',
  async t => {
    const alerts = async () => {
      const { items } = (await (await as('DEMO-CASE-1')).get('/v1/alerts')).json<{ items: JsonObject[] }>();
      return items.filter(({ kind, subject }) => kind === 'HOLDER_NOT_TOLD' && subject === shared.subject);
    };
    const now = () => circumstances(formatTime(played.clock.now));
    const unit = String(shared.recipientUnit);
    const act = { subject: shared.subject, by: 'DEMO-CASE-1/CASE' };
    await played.stage.require([
      {
        ...act,
        type: 'dossier.delivered',
        body: deliveredBody(unit, now()),
        countersigned: ['DEMO-HQC-1/HQC as witness'],
      },
    ]);
    t.same(await alerts(), [], 'nothing happened yet');
    await played.stage.require([
      releaseAct(
        'withdrawn',
        'DEMO-LEG-1/LEG',
        releaseHaltedBody('', now()),
        shared.pieces,
        `release/${release}`,
      ),
    ]);
    t.match(await alerts(), [{ officer: played.stage.officer('DEMO-CASE-1').officer }]);
    t.match((await (await as('DEMO-CASE-1')).fetch(shared.id)).json(), {
      code: 'dossier-halted',
      violations: [{ rule: 'dossier.nothing-granted' }],
    });
    await played.stage.require([{ ...act, type: 'dossier.notice-sent', body: noticeBody(unit, now()) }]);
    t.same(await alerts(), [], 'he was told');
  },
);
