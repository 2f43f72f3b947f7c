import t from 'tap';
import { parsePolicy, verifyReceipt } from '../../src/log/index.js';
import { readReceipt } from '../../src/store/readers/read-event.js';
import { playedStory } from '../helpers/played-story.js';
import { readAs } from '../helpers/reading.js';

t.test('one signed statement and its receipt', async t => {
  const testStage = await playedStory(t);
  const { log, stage } = testStage;
  const asCase = await readAs(testStage, 'DEMO-CASE-1');
  const rowOf = (type: string) =>
    log.db
      .selectFrom('event')
      .selectAll()
      .where('type', '=', type)
      .orderBy('log_index')
      .executeTakeFirstOrThrow();

  t.test('the statement is the one in the history of its subject', async t => {
    const { event_id, subject } = await rowOf('evidence.collected');
    const answer = await asCase(`/v1/events/${event_id}`);
    t.equal(answer.statusCode, 200);
    const [, id] = subject.split('/');
    const history = (await asCase(`/v1/evidence/${id}/history`)).json().items;
    t.same(
      answer.json(),
      history.find(({ eventId }: { eventId: string }) => eventId === event_id),
    );
  });

  t.test('withheld claims: disclosed to who may see them, withheld from others', async t => {
    const row = await log.db
      .selectFrom('event')
      .selectAll()
      .where('type', '=', 'officer.registered')
      .where('subject', '=', `officer/${stage.officer('DEMO-WIT-1').officer}`)
      .executeTakeFirstOrThrow();
    const asRegistrar = await readAs(testStage, 'DEMO-REG-1');
    const asAuditor = await readAs(testStage, 'DEMO-AUD-1');
    const claimOf = async (get: typeof asCase) => (await get(`/v1/events/${row.event_id}`)).json().claims[0];
    t.match(await claimOf(asRegistrar), { status: 'disclosed', value: 'DEMO-WIT-1' });
    const kept = await claimOf(asAuditor);
    t.equal(kept.status, 'withheld');
    t.notOk('value' in kept || 'disclosure' in kept);
  });

  t.test('registrars read the histories of officers, and of nothing that is evidence', async t => {
    const asRegistrar = await readAs(testStage, 'DEMO-REG-1');
    const { officer } = stage.officer('DEMO-WIT-1');
    t.equal((await asRegistrar(`/v1/officers/${officer}/history`)).statusCode, 200);
    const { event_id, subject } = await rowOf('evidence.collected');
    t.equal((await asRegistrar(`/v1/events/${event_id}`)).statusCode, 404);
    t.equal((await asRegistrar(`/v1/events/${event_id}/receipt`)).statusCode, 404);
    t.equal((await asRegistrar(`/v1/${subject}/history`)).statusCode, 404);
  });

  t.test('what there is not and what one may not know are answered alike', async t => {
    const { event_id } = await rowOf('evidence.collected');
    const asCourier = await readAs(testStage, 'DEMO-COU-2');
    const hidden = await asCourier(`/v1/events/${event_id}`);
    const missing = await asCourier(`/v1/events/${'A'.repeat(43)}`);
    t.equal(hidden.statusCode, 404);
    t.same({ ...hidden.json(), requestId: '' }, { ...missing.json(), requestId: '' });
    t.equal((await asCourier('/v1/events/short')).statusCode, 400);
    t.equal((await testStage.app.inject({ url: `/v1/events/${event_id}` })).statusCode, 401);
    const { rows } = await readAccess(event_id);
    t.ok(
      rows.some(({ result }) => result === '404'),
      'asked for in vain, and logged',
    );
  });

  async function readAccess(eventId: string) {
    const rows = await log.db
      .selectFrom('access_log')
      .selectAll()
      .where('resource', '=', 'GET /v1/events/:eventId')
      .execute();
    return { rows: rows.filter(({ subjects }) => subjects.includes(`event/${eventId}`)) };
  }

  t.test('log-format section 7: the receipt stands by itself, under the current checkpoint', async t => {
    const { event_id, log_index } = await rowOf('evidence.collected');
    const answer = await asCase(`/v1/events/${event_id}/receipt`);
    t.equal(answer.statusCode, 200);
    const receipt = answer.json();
    t.equal(receipt.index, log_index);
    const checkpoint = await asCase('/v1/log/checkpoint');
    t.ok(receipt.proof.endsWith(checkpoint.body));
    const { key } = (await asCase('/v1/log/key')).json();
    const verified = await verifyReceipt(
      { jws: receipt.jws, proof: receipt.proof, subjectSalt: Buffer.from(receipt.subjectSalt, 'base64') },
      parsePolicy(`log ${key}\nquorum none\n`),
      async kid => stage.keyOf(kid),
    );
    t.equal(verified.event.eventId, event_id);
    t.equal(verified.checkpoint.size, (await log.vault.read()).size);
  });

  t.test('log-format section 3: who signed gets his receipt though the record is no longer his', async t => {
    const { officer } = stage.officer('DEMO-COU-1');
    const row = await log.db
      .selectFrom('event')
      .selectAll()
      .where('type', '=', 'evidence.departed')
      .where('officer', '=', officer)
      .executeTakeFirstOrThrow();
    const asCourier = await readAs(testStage, 'DEMO-COU-1');
    t.equal((await asCourier(`/v1/events/${row.event_id}`)).statusCode, 404, 'delivered long ago');
    const receipt = await asCourier(`/v1/events/${row.event_id}/receipt`);
    t.equal(receipt.statusCode, 200);
    t.equal(receipt.json().jws, row.jws);
    const other = await log.db
      .selectFrom('event')
      .selectAll()
      .where('subject', '=', row.subject)
      .where('officer', '<>', officer)
      .executeTakeFirstOrThrow();
    t.equal((await asCourier(`/v1/events/${other.event_id}/receipt`)).statusCode, 404);
  });

  t.test('an event that no checkpoint covers yet, after a crash, is covered first', async t => {
    const before = await log.vault.read();
    await stage.enlist('DEMO-WIT-9', ['WIT'], { unit: null });
    const behind = { read: async () => before, exclusively: log.vault.exclusively.bind(log.vault) };
    const reader = { ...stage.officer('DEMO-REG-1'), unit: null, roles: ['REG'] as const };
    const { document: sop } = await log.sop();
    const { event_id } = await rowOfIndex(before.size);
    const receipt = await readReceipt({ ...log, vault: behind }, { reader, sop }, event_id);
    t.ok(receipt?.proof.endsWith((await log.vault.read()).note));
    t.equal(receipt?.index, before.size);
  });

  function rowOfIndex(index: number) {
    return log.db.selectFrom('event').selectAll().where('log_index', '=', index).executeTakeFirstOrThrow();
  }
});
