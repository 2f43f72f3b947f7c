import type { LightMyRequestResponse } from 'fastify';
import t, { type Test } from 'tap';
import { composeBatch, signBatch, submissionOf } from '../../src/client/index.js';
import { Heads } from '../../src/custody/compose/compose-act.js';
import { roleCodes } from '../../src/custody/roles.js';
import { formatTime } from '../../src/log/index.js';
import { resourceDefinitions } from '../../src/store/readers/resources/index.js';
import { enlistReaders, type NamedReader } from '../helpers/enlisted-readers.js';
import { papersOf } from '../helpers/papers-of.js';
import { wholeStory } from '../helpers/played-story.js';
import { type Get, openTestSession, post } from '../helpers/reading.js';
import { type OracleDepth, ReadingOracle } from '../helpers/reading-oracle.js';

t.setTimeout(1_800_000);

const nobody = '01788c72-3c00-761a-a189-320c4983dd5d';

t.test('design section 6: every role sees exactly what the matrix of the SOP says, everywhere', async t => {
  const testStage = await wholeStory(t);
  const { stage, log } = testStage;
  const readers = await enlistReaders(testStage);
  t.same(new Set(readers.map(({ role }) => role)), new Set(roleCodes), 'every role reads');
  const rows = await log.db.selectFrom('subject').select(['subject', 'state', 'head']).execute();
  const begun = await log.db
    .selectFrom('event')
    .select(['subject', 'log_index'])
    .where('seq', '=', 1)
    .execute();
  const states = new Map(rows.map(({ subject, state }) => [subject, state]));
  const heads = new Map(rows.map(({ subject, head }) => [subject, head]));
  const { document: sop } = await log.sop();
  const firstIndexes = new Map(begun.map(({ subject, log_index }) => [subject, Number(log_index)]));
  const oracle = new ReadingOracle(states, firstIndexes, sop);
  const conflicts = await staleBatches();
  const signers = new Map(
    (await log.db.selectFrom('event').select(['event_id', 'officer']).execute()).map(row => [
      row.event_id,
      row.officer,
    ]),
  );
  let seen = 0;
  let hidden = 0;
  for (const reader of readers) {
    await t.test(`${reader.role} (${reader.name})`, async t => {
      const token = await openTestSession(testStage, reader.name);
      const authorization = `Bearer ${token}`;
      const get: Get = url => testStage.app.inject({ url, headers: { authorization } });
      for (const { path, kind, resource } of resourceDefinitions) {
        const all = [...states.keys()].filter(subject => subject.startsWith(`${kind}/`));
        const sees = (subject: string, depth: OracleDepth) => oracle.sees(reader, resource, subject, depth);
        const expected = all.filter(subject => sees(subject, 'summary'));
        seen += expected.length;
        hidden += all.length - expected.length;

        const list = await get(`/v1/${path}?limit=200&count=true`);
        if (!oracle.grants(resource, reader.role)) {
          t.equal(list.statusCode, 403, `${path}: nothing is granted`);
        } else {
          t.equal(list.statusCode, 200, path);
          const items = list.json<{ items: Shown[] }>().items;
          t.same(items.map(({ subject }) => subject).sort(), expected.sort(), `${path}: the list`);
          t.equal(list.json().total, expected.length, `${path}: the count`);
          for (const item of items) {
            const depth = (['withheld', 'record'] as const).find(group => sees(item.subject, group));
            t.equal(item.fields, depth ?? 'summary', `${item.subject}: how much of it`);
            t.equal(item.state !== null, depth !== undefined, `${item.subject}: its state`);
          }
        }
        const [shown] = expected;
        if (shown !== undefined) await visible(t, get, path, shown, sees);
        for (const subject of all.filter(one => !expected.includes(one)).slice(0, 1)) {
          await invisible(t, get, reader, path, subject);
        }
      }
      for (const [subject, events] of conflicts) {
        const stale = await post(testStage.app, '/v1/events', { events }, { authorization });
        t.equal(stale.statusCode, 409, subject);
        const head = oracle.sees(reader, 'evidence', subject, 'summary')
          ? { subject, eventId: heads.get(subject) }
          : null;
        t.match(stale.json(), { stale: { subject, seq: 2, head } }, `${subject}: the body of a conflict`);
      }
    });
  }
  t.comment(`${seen} subjects were seen and ${hidden} were not`);
  t.ok(seen > 500 && hidden > 500, 'there is something to see and something to hide');

  async function visible(
    t: Test,
    get: Get,
    path: string,
    subject: string,
    sees: (subject: string, depth: OracleDepth) => boolean,
  ): Promise<void> {
    const id = subject.slice(subject.indexOf('/') + 1);
    const item = await get(`/v1/${path}/${id}`);
    t.equal(item.statusCode, 200, `${subject}: the item`);
    t.match(item.headers.etag, /^"/);
    const history = await get(`/v1/${path}/${id}/history?limit=200`);
    const event = await get(`/v1/events/${heads.get(subject)}`);
    // A preview and a bag ask for their pieces as well, and have tests of their own for who gets them.
    for (const paper of papersOf(path, id).filter(name => !/[/](preview|bag)$/.test(name))) {
      const answer = await get(paper);
      const enough = ['evidence', 'packages'].includes(path) ? 'record' : 'events';
      t.equal(answer.statusCode, sees(subject, enough) ? 200 : 403, paper);
    }
    const inHeads = (await get(`/v1/heads?subject=${subject}`)).json<{ items: unknown[] }>().items.length;
    t.equal(inHeads, sees(subject, 'record') ? 1 : 0, `${subject}: its head`);
    if (!sees(subject, 'events')) {
      t.equal(history.statusCode, 403, `${subject}: the history`);
      t.equal(event.statusCode, 404, `${subject}: its last event`);
      return;
    }
    t.equal(history.statusCode, 200, `${subject}: the history`);
    t.equal(event.statusCode, 200, `${subject}: its last event`);
    const claims = history
      .json<{ items: { claims: { status: string }[] }[] }>()
      .items.flatMap(one => one.claims);
    const disclosed = sees(subject, 'withheld-events');
    t.ok(
      claims.every(({ status }) => status === (disclosed ? 'disclosed' : 'withheld')),
      `${subject}: withheld claims`,
    );
  }

  /** What may not be known of is answered in every respect as what does not exist. */
  async function invisible(
    t: Test,
    get: Get,
    reader: NamedReader,
    path: string,
    subject: string,
  ): Promise<void> {
    const id = subject.slice(subject.indexOf('/') + 1);
    const event = heads.get(subject) ?? '';
    const number = (states.get(subject) as { number?: string }).number;
    const addresses = [
      [`/v1/${path}/${id}`, `/v1/${path}/${nobody}`],
      [`/v1/${path}/${id}/history`, `/v1/${path}/${nobody}/history`],
      [`/v1/heads?subject=${subject}`, `/v1/heads?subject=${subject.replace(id, nobody)}`],
      [`/v1/events/${event}`, `/v1/events/${'A'.repeat(43)}`],
      // Who signed an event gets its receipt whatever his roles are.
      ...(signers.get(event) === reader.officer
        ? []
        : [[`/v1/events/${event}/receipt`, `/v1/events/${'A'.repeat(43)}/receipt`]]),
      ...papersOf(path, id).map(paper => [paper, paper.replace(id, nobody)]),
      ...(path === 'packages' || path === 'evidence'
        ? [
            [
              `/v1/papers/labels?subject=${subject}`,
              `/v1/papers/labels?subject=${subject.replace(id, nobody)}`,
            ],
          ]
        : []),
      ...(path === 'evidence'
        ? [
            [`/v1/evidence?count=true&number=${number}`, `/v1/evidence?count=true&scene=${nobody}`],
            [`/v1/evidence?count=true&text=${number}`, '/v1/evidence?count=true&text=no-such-text'],
          ]
        : []),
    ];
    for (const [hiddenAt = '', absentAt = ''] of addresses) {
      const [found, absent] = [await get(hiddenAt), await get(absentAt)];
      t.equal(found.statusCode, absent.statusCode, hiddenAt);
      t.same(withoutRequest(found), withoutRequest(absent), `${hiddenAt} is as if it did not exist`);
    }
  }

  /** For each of some items an act, well signed, that comes too late. */
  async function staleBatches(): Promise<ReadonlyMap<string, readonly string[]>> {
    const key = stage.officer('DEMO-WIT-1');
    const items = [...states.keys()].filter(subject => subject.startsWith('evidence/')).slice(0, 3);
    const random = (length: number) => crypto.getRandomValues(new Uint8Array(length));
    const otherHead = { seq: 1, eventId: 'A'.repeat(43) };
    const made = items.map(async subject => {
      const act = {
        subject,
        type: 'evidence.corrected',
        by: { ...key, role: 'WIT' },
        at: formatTime(log.now()),
        body: {
          corrects: heads.get(subject) ?? '',
          pointer: '/body/remark',
          was: 'DEMO',
          correct: 'DEMO',
          withheld: null,
          reason: 'DEMO',
        },
      };
      const batch = composeBatch(stage.origin, [act], new Heads(() => otherHead), random);
      return [subject, submissionOf(await signBatch(batch, key))] as const;
    });
    return new Map(await Promise.all(made));
  }
});

interface Shown {
  readonly subject: string;
  readonly fields: string;
  readonly state: unknown;
}

/** An answer without the one thing that differs between any two. */
function withoutRequest(answer: LightMyRequestResponse): unknown {
  const { requestId: _one, ...body } = answer.json<Record<string, unknown>>();
  const { etag = null, link = null } = answer.headers;
  return { status: answer.statusCode, body, etag, link };
}
