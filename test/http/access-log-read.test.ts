import t from 'tap';
import { reconstruction } from '../../src/custody/sop/reconstruction.js';
import { readSop } from '../../src/custody/sop/sop-bytes.js';
import { buildApp } from '../../src/http/app.js';
import { accessEntryHash, accessEntryText, accessHeadText, parseTime } from '../../src/log/index.js';
import { storyAtSector } from '../helpers/played-story.js';
import { readAs } from '../helpers/reading.js';

interface Entry {
  readonly entry: number;
  readonly at: string;
  readonly officer: string | null;
  readonly roles: readonly string[];
  readonly resource: string;
  readonly subjects: readonly string[];
  readonly purpose: string | null;
  readonly result: string;
  readonly hash: string;
}
interface AccessPage {
  readonly anchored: object | null;
  readonly items: readonly Entry[];
  readonly next: string | null;
}

t.test(
  'issue 4, section 2: who read what, for who makes exports; and why, where the procedure asks',
  async t => {
    const { testStage } = await storyAtSector(t);
    const { stage, log } = testStage;
    const auditor = await readAs(testStage, 'DEMO-AUD-1');
    const { officer } = stage.officer('DEMO-AUD-1');

    await t.test('page by page, as a chain; reading it is an entry of its own', async t => {
      await auditor('/v1/evidence?limit=2', { 'read-purpose': 'DEMO: audit' });
      const entries: Entry[] = [];
      for (let after = ''; ; ) {
        const answer = await auditor(`/v1/audit/access-log?limit=200${after}`);
        t.equal(answer.statusCode, 200, answer.body);
        t.equal(answer.headers['cache-control'], 'no-store');
        const page = answer.json<AccessPage>();
        t.equal(page.anchored, null, 'no service officer anchored it here');
        entries.push(...page.items);
        if (page.next === null) break;
        after = `&after=${page.next}`;
      }
      let prev: string | null = null;
      for (const { hash, at, ...entry } of entries) {
        t.equal(
          hash,
          accessHeadText(accessEntryHash(accessEntryText({ ...entry, at: parseTime(at), prev }))),
        );
        prev = hash;
      }
      t.ok(
        entries.some(
          entry =>
            entry.officer === officer &&
            entry.purpose === 'DEMO: audit' &&
            entry.resource === 'GET /v1/evidence' &&
            entry.result === '200' &&
            entry.subjects.length === 2,
        ),
      );
      const next = (await auditor(`/v1/audit/access-log?after=${cursor(entries.length)}`)).json<AccessPage>();
      t.match(next.items, [
        {
          entry: entries.length + 1,
          officer,
          resource: 'GET /v1/audit/access-log',
          subjects: [log.subject],
          result: '200',
        },
      ]);
    });

    await t.test('who is not granted exports reads none of it, and leaves an entry', async t => {
      for (const name of ['DEMO-HQC-1', 'DEMO-REG-1', 'DEMO-OPJ-1']) {
        const get = await readAs(testStage, name);
        t.match((await get('/v1/audit/access-log')).json(), { code: 'forbidden', status: 403 }, name);
        const { result, officer: tried } = await lastEntry();
        t.same([result, tried], ['403', stage.officer(name).officer]);
      }
      const legal = await readAs(testStage, 'DEMO-LEG-1');
      t.equal((await legal('/v1/audit/access-log')).statusCode, 200);
    });

    await t.test('a purpose where the procedure asks for one', async t => {
      const { sha256, document } = await log.sop();
      const purpose = {
        resources: ['evidence', 'events'] as const,
        source: 'DEMO',
        confidence: 'G' as const,
      };
      const asks = { ...document, purpose: { ...purpose, resources: [...purpose.resources] } };
      t.ok(readSop({ ...reconstruction, purpose: asks.purpose }), 'a document may ask');
      const asking = { ...log, sop: async () => ({ sha256, document: asks }) };
      const app = await buildApp({ log: asking, logger: false });
      t.teardown(() => app.close());
      const get = await readAs({ ...testStage, app }, 'DEMO-AUD-1');
      const { id } = await log.db.selectFrom('evidence').select('id').limit(1).executeTakeFirstOrThrow();
      for (const path of [
        '/v1/evidence',
        `/v1/evidence/${id}`,
        `/v1/evidence/${id}/history`,
        `/v1/evidence/${id}/custody`,
      ]) {
        for (const why of [{}, { 'read-purpose': ' ' }]) {
          const refused = await get(path, why);
          t.match(refused.json(), { code: 'purpose-required', status: 403 }, path);
          t.notMatch(refused.body, id, 'nothing is shown');
          t.notOk(refused.headers.etag ?? refused.headers.link);
          t.match(await lastEntry(), { officer, result: '403', purpose: null }, 'and it is written down');
        }
        const shown = await get(path, { 'read-purpose': 'DEMO: audit' });
        t.equal(shown.statusCode, 200, path);
        t.match(await lastEntry(), { result: '200', purpose: 'DEMO: audit' });
      }
      t.equal((await get('/v1/scenes')).statusCode, 200, 'of what it does not ask about nothing is owed');
      t.equal((await get('/v1/sop')).statusCode, 200);
    });

    function lastEntry() {
      return log.db
        .selectFrom('access_log')
        .selectAll()
        .orderBy('entry', 'desc')
        .limit(1)
        .executeTakeFirstOrThrow();
    }
  },
);

const cursor = (position: number) => Buffer.from(String(position)).toString('base64url');
