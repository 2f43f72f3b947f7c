import t from 'tap';
import { askWitnesses } from '../../src/ask-witnesses.js';
import { buildApp } from '../../src/http/app.js';
import { cosignedBy } from '../../src/http/exports/await-quorum.js';
import { orderExport } from '../../src/http/exports/order-export.js';
import {
  formatVerifierKey,
  type Policy,
  parseNote,
  parsePolicy,
  verifyCheckpoint,
  verifyReceipt,
} from '../../src/log/index.js';
import { keepCosignature, readLastCosigned, readLastWitnessed } from '../../src/store/cosignatures.js';
import { nothingNamed } from '../helpers/made-export.js';
import { readAs } from '../helpers/reading.js';
import { createTestStage } from '../helpers/test-stage.js';
import { createTestWitness, type TestWitness } from '../helpers/test-witness.js';

t.setTimeout(300_000);

t.test(
  'log-format section 5: what witnesses cosigned is served, and a receipt is under a quorum',
  async t => {
    const clock = { now: Date.UTC(2026, 3, 1, 8) };
    const witnesses: TestWitness[] = [];
    const testStage = await createTestStage(t, clock, async key => {
      for (const name of ['a', 'b', 'c']) {
        const witness = await createTestWitness(t, [key], `witness.example/${name}`);
        Object.defineProperty(witness.clock, 'now', { get: () => clock.now });
        await witness.listen();
        witnesses.push(witness);
      }
      return policyText(formatVerifierKey(key));
    });
    const { log, stage, home } = testStage;
    const told: unknown[] = [];
    const tell = (record: object) => void told.push(record);
    const asked = askWitnesses(log, home, { info: tell, warn: tell, error: tell });
    t.teardown(() => asked.stop());
    const token = 'DEMO-0123456789abcdef';
    const app = await buildApp({
      log,
      logger: false,
      metricsToken: token,
      witnesses: () => asked.asking.standings,
    });
    t.teardown(() => app.close());
    const checkpoint = async () => (await app.inject({ url: '/v1/log/checkpoint' })).body;
    const verified = async () => verifyCheckpoint(await checkpoint(), log.policy);
    const untilCosigned = async (count: number) => {
      while ((await verified()).cosignatures.length < count) {
        clock.now += 1000;
        await new Promise(resolve => setTimeout(resolve, 50));
      }
    };

    const before = await log.vault.read();
    t.equal(await checkpoint(), before.note, 'before anybody was asked: the note as the log signed it');
    await untilCosigned(2);
    const served = await checkpoint();
    t.ok(served.startsWith(before.note), 'the same text and the same line of the log');
    t.ok((await verified()).quorum);
    t.equal((await log.vault.read()).note, before.note, 'the vault keeps what the log signed');

    await t.test('who appends waits for no witness; a receipt fetched later is under a quorum', async t => {
      for (const witness of witnesses) await witness.stop();
      const officer = await stage.enlist('DEMO-WIT-1', ['WIT'], { unit: null });
      const { event_id, log_index } = await log.db
        .selectFrom('event')
        .select(['event_id', 'log_index'])
        .where('subject', '=', `officer/${officer}`)
        .orderBy('seq')
        .executeTakeFirstOrThrow();
      const receipt = async (eventId: string) => {
        const asRegistrar = await readAs(testStage, 'DEMO-REG-1');
        const { proof, jws, subjectSalt } = (await asRegistrar(`/v1/events/${eventId}/receipt`)).json();
        const salt = Buffer.from(subjectSalt, 'base64');
        return verifyReceipt({ jws, proof, subjectSalt: salt }, log.policy, async kid => stage.keyOf(kid));
      };
      const first = await receipt(event_id);
      t.equal(first.checkpoint.quorum, false, 'provisional');
      t.equal(first.index, log_index);
      const { event_id: older } = await log.db
        .selectFrom('event')
        .select('event_id')
        .where('log_index', '=', 3)
        .executeTakeFirstOrThrow();
      const old = await receipt(older);
      t.ok(old.checkpoint.quorum, 'an older event is covered by a checkpoint that has its quorum');
      t.equal(old.checkpoint.size, before.size);
      for (const witness of witnesses.slice(0, 2)) await witness.restart();
      clock.now += 3_600_000;
      await untilCosigned(2);
      const second = await receipt(event_id);
      t.equal(second.checkpoint.quorum, true);
      t.ok(second.checkpoint.size >= first.checkpoint.size);
      const asRegistrar = await readAs(testStage, 'DEMO-REG-1');
      const statement = (await asRegistrar(`/v1/log/heads/officer/${officer}`)).json();
      t.equal(statement.checkpoint, await checkpoint(), 'a head statement is under the same');
    });

    await t.test(
      'E60: an export ordered right after an append waits for its quorum, and not for ever',
      async t => {
        const request = {
          scope: { kind: 'LOG', ...nothingNamed } as const,
          recipient: 'DEMO-OVERSIGHT',
          purpose: 'DEMO: audit',
          withheldIncluded: false,
        };
        const officer = await stage.enlist('DEMO-AUD-1', ['AUD'], { unit: null });
        const { size } = await log.vault.read();
        const moving = setInterval(() => {
          clock.now += 1000;
        }, 50);
        const order = await orderExport(log, officer, request, { stamp: null, failed: t.error });
        t.ok(order.size >= size);
        t.equal(await cosignedBy(log, order), 'QUORUM');
        for (const witness of witnesses.slice(0, 2)) await witness.stop();
        await stage.enlist('DEMO-WIT-2', ['WIT'], { unit: null });
        const began = performance.now();
        const alone = await orderExport(log, officer, request, { stamp: null, failed: t.error });
        clearInterval(moving);
        t.ok(performance.now() - began < 30_000);
        t.equal(alone.size, (await log.vault.read()).size, 'it is ordered all the same');
        t.equal(await cosignedBy(log, alone), 'NO_QUORUM');
        for (const witness of witnesses.slice(0, 2)) await witness.restart();
        clock.now += 3_600_000;
        await untilCosigned(2);
      },
    );

    await t.test('of several cosignatures of one witness the newest is shown; a stranger is not', async t => {
      const { size, note } = await log.vault.read();
      const [a] = log.policy.witnesses;
      if (a === undefined) throw new Error('no witness');
      clock.now += 86_400_000;
      const last = await readLastCosigned(log.db, a.key);
      while ((await readLastCosigned(log.db, a.key))?.time === last?.time) {
        clock.now += 1000;
        await new Promise(resolve => setTimeout(resolve, 50));
      }
      const times = (await verified()).cosignatures.filter(({ witness }) => witness === 'a');
      t.equal(times.length, 1);
      t.ok((times[0]?.time ?? 0) > (last?.time ?? 0));
      const line = '\u2014 stranger.example AAAAAAAA\n';
      const stranger = { ...a.key, name: 'stranger.example' };
      await keepCosignature(log.db, stranger, { size, note }, { line, time: clock.now });
      await keepCosignature(log.db, stranger, { size, note }, { line, time: clock.now });
      t.notMatch(await checkpoint(), 'stranger.example');
      const witnessed = await readLastWitnessed(log.db, log.policy, log.origin);
      t.equal(witnessed?.size, size);
      t.equal(parseNote(witnessed?.note ?? '').text, parseNote(note).text);
      const none = { ...log.policy, quorum: null };
      t.equal(await readLastWitnessed(log.db, none, log.origin), undefined);
      const never = parsePolicy(`witness x ${formatVerifierKey(a.key)}\nquorum x\n`);
      t.equal((await readLastWitnessed(log.db, never, log.origin))?.size, size);
    });

    await t.test('cosignatures can be added and read, never changed, by the service', async t => {
      const change = { line: 'x' } as never;
      await t.rejects(log.db.updateTable('cosignature').set(change).execute(), /permission denied/);
      await t.rejects(log.db.deleteFrom('cosignature').execute(), /permission denied/);
    });

    await t.test('one process of several asks; the next takes over', async t => {
      const other = askWitnesses(log, home, { info: tell, warn: tell, error: tell });
      await new Promise(resolve => setTimeout(resolve, 1200));
      t.ok(other.asking.standings.every(({ last, replies }) => last === null && replies.size === 0));
      await asked.stop();
      while (other.asking.standings.every(({ last }) => last === null))
        await new Promise(resolve => setTimeout(resolve, 50));
      t.pass('it looks after the witnesses now');
      await other.stop();
    });

    await t.test('metrics: who cosigned what, and when', async t => {
      const { body } = await app.inject({ url: '/metrics', headers: { authorization: `Bearer ${token}` } });
      t.match(body, /^scelle_witness_replies_total\{witness="a",reply="cosigned"\} [1-9]/m);
      t.match(body, /^scelle_witness_replies_total\{witness="c",reply="away"\} [1-9]/m);
      t.match(
        body,
        new RegExp(`^scelle_witness_events\\{witness="a"\\} ${(await log.vault.read()).size}$`, 'm'),
      );
      t.match(body, /^scelle_witness_timestamp_seconds\{witness="b"\} \d/m);
    });

    function policyText(log: string): Policy {
      const lines = witnesses.map(
        ({ key, url }, at) => `witness ${'abc'[at]} ${formatVerifierKey(key)} ${url}\n`,
      );
      return parsePolicy(`log ${log}\n${lines.join('')}group two 2 a b c\nquorum two\n`);
    }
  },
);
