import { sql } from 'kysely';
import t from 'tap';
import { submissionOf } from '../../src/client/index.js';
import type { EvidenceState } from '../../src/custody/evidence/state.js';
import { formatTime } from '../../src/log/index.js';
import { issuedBody } from '../helpers/bodies/sealstock.js';
import { refusedBody, transferAct } from '../helpers/bodies/transfer.js';
import { playedStory } from '../helpers/played-story.js';
import { openTestSession } from '../helpers/reading.js';
import { createTestStage, type TestStage } from '../helpers/test-stage.js';

interface Told {
  readonly status: number;
  readonly code: string;
  readonly violations: readonly {
    readonly rule: string;
    readonly event: number;
    readonly pointer: string;
    readonly message: string;
  }[];
}

/** Delivers a batch as an officer of the cast, or as nobody. */
async function deliver(testStage: TestStage, name: string | null, events: readonly string[]): Promise<Told> {
  const headers: Record<string, string> =
    name === null ? {} : { authorization: `Bearer ${await openTestSession(testStage, name)}` };
  const answer = await testStage.app.inject({
    method: 'POST',
    url: '/v1/events',
    headers,
    payload: { events: [...events] },
  });
  return answer.json<Told>();
}

/** What anybody is told: which rule of which event says no, and where. */
function codesOf({ status, code, violations }: Told) {
  return {
    status,
    code,
    violations: violations.map(({ rule, event, pointer }) => ({ rule, event, pointer })),
  };
}

t.test('design section 6: a value that a sender guesses is confirmed only where he states it', async t => {
  const testStage = await createTestStage(t);
  const { stage } = testStage;
  const holder = await stage.enlist('DEMO-WIT-1', ['WIT'], { unit: null });
  await stage.enlist('DEMO-HQC-1', ['HQC'], { unit: null });
  await stage.enlist('DEMO-SEC-1', ['SEC'], { unit: null });
  await stage.enlist('DEMO-SEC-2', ['SEC'], { unit: null });
  const hidden = `sealstock/${stage.newId()}`;
  await stage.require([
    { subject: hidden, type: 'sealstock.issued', by: 'DEMO-HQC-1/HQC', body: issuedBody(holder) },
  ]);
  const issue = (number: string, remark: string | null) => ({
    subject: `sealstock/${stage.newId()}`,
    type: 'sealstock.issued',
    by: 'DEMO-SEC-2/SEC',
    body: issuedBody(holder, { numbers: { list: [number] }, remark }),
  });
  const sign = async (acts: readonly ReturnType<typeof issue>[]) => submissionOf(await stage.sign(acts));
  const guess = await sign([issue('DEMO-000900', hidden), issue('DEMO-000050', null)]);
  const wrong = await sign([issue('DEMO-000900', `sealstock/${stage.newId()}`), issue('DEMO-000050', null)]);

  for (const name of [null, 'DEMO-SEC-2']) {
    const [told, untold] = [await deliver(testStage, name, guess), await deliver(testStage, name, wrong)];
    t.match(told, { status: 422, violations: [{ rule: 'claim.taken', event: 1 }] });
    t.same(told.violations, untold.violations, 'a good guess in another event looks like a bad one');
    t.notMatch(JSON.stringify(told), hidden);
    t.match(told.violations[0]?.message, 'DEMO-000050', 'what the event itself states is said');
  }
  const reader = await deliver(testStage, 'DEMO-HQC-1', guess);
  t.match(reader.violations[0]?.message, hidden, 'who may read it is told');
  t.same(codesOf(reader), codesOf(await deliver(testStage, null, guess)), 'the codes are the same for all');
  const own = await sign([issue('DEMO-000050', hidden)]);
  t.match(
    (await deliver(testStage, null, own)).violations[0]?.message,
    hidden,
    'his own statement, said back',
  );
});

t.test('design section 6: nobody learns of an item by listing it in a transfer of his own', async t => {
  const testStage = await playedStory(t);
  const { log, stage, clock } = testStage;
  const status = async (url: string) =>
    (
      await testStage.app.inject({
        url,
        headers: { authorization: `Bearer ${await openTestSession(testStage, 'DEMO-SEC-1')}` },
      })
    ).statusCode;
  const { id: transfer } = await log.db
    .selectFrom('transfer')
    .select('id')
    .orderBy('first_index')
    .executeTakeFirstOrThrow();
  t.equal(await status(`/v1/transfers/${transfer}`), 200, 'the transfer is for him to read');
  const sealed = await log.db
    .selectFrom('evidence')
    .innerJoin('subject', join => join.on('subject.subject', '=', sql`'evidence/' || evidence.id`))
    .select(['subject.subject', 'subject.state', 'number', 'seal_number'])
    .where('seal_number', 'is not', null)
    .orderBy('first_index')
    .execute();
  const hidden = [];
  for (const item of sealed) {
    if ((await status(`/v1/${item.subject}`)) === 404) hidden.push(item);
  }
  const item = hidden.find(({ state }) => ((state as EvidenceState).seal?.together ?? 0) > 1);
  if (item === undefined) throw new Error('no item under a seal over several is hidden from him');
  const at = formatTime(clock.now);
  const act = transferAct(
    'refused',
    'DEMO-SEC-1/SEC',
    ['DEMO-COU-1/COU as hands-over'],
    refusedBody(at),
    [{ subject: item.subject, body: { reason: 'DEMO: not ordered' } }],
    `transfer/${transfer}`,
  );
  const batch = submissionOf(await stage.sign([act]));
  const told = await deliver(testStage, 'DEMO-SEC-1', batch);
  const reader = await deliver(testStage, 'DEMO-HQC-1', batch);
  t.equal(told.status, 422);
  t.same(codesOf(told), codesOf(reader), 'the codes are the same for both');
  const split = ({ violations }: Told) => violations.find(({ rule }) => rule === 'transfer.package-split');
  t.match(split(reader)?.message, item.seal_number ?? '', 'who may read the item is told its seal');
  t.ok(split(told));
  for (const value of [item.number, item.seal_number ?? '']) t.notMatch(JSON.stringify(told), value);
});
