import t from 'tap';
import { askWitnesses } from '../../src/ask-witnesses.js';
import { buildApp } from '../../src/http/app.js';
import { formatVerifierKey, parsePolicy } from '../../src/log/index.js';
import { OutsideWatch } from '../../src/watch-outside.js';
import { createTestStage } from '../helpers/test-stage.js';
import { createTestWitness, type TestWitness } from '../helpers/test-witness.js';

t.setTimeout(300_000);

const token = 'DEMO-0123456789abcdef';
const hour = 3_600_000;

t.test(
  'issue 4, section 1: how long no quorum and no anchor, on /health/ready, in the metrics and the log',
  async t => {
    const clock = { now: Date.UTC(2026, 3, 1, 8) };
    const witnesses: TestWitness[] = [];
    const { log, home } = await createTestStage(t, clock, async key => {
      const lines: string[] = [];
      for (const name of ['a', 'b']) {
        const witness = await createTestWitness(t, [key], `witness.example/${name}`);
        Object.defineProperty(witness.clock, 'now', { get: () => clock.now });
        await witness.listen();
        witnesses.push(witness);
        lines.push(`witness ${name} ${formatVerifierKey(witness.key)} ${witness.url}`);
      }
      return parsePolicy(
        `log ${formatVerifierKey(key)}\n${lines.join('\n')}\ngroup both all a b\nquorum both\n`,
      );
    });
    const told: unknown[] = [];
    const tell = (record: object) => void told.push(record);
    const outside = new OutsideWatch(log, { warn: tell, info: tell });
    const app = await buildApp({ log, logger: false, metricsToken: token, outside: () => outside.standing });
    t.teardown(() => app.close());
    const ready = async () => (await app.inject({ url: '/health/ready' })).json();
    const metrics = async () =>
      (await app.inject({ url: '/metrics', headers: { authorization: `Bearer ${token}` } })).body;

    t.match(
      await ready(),
      { status: 'ready', witnessed: null, anchored: null, overdue: [] },
      'not looked at yet',
    );
    await outside.look();
    t.match(await ready(), { witnessed: null, overdue: [] }, 'a young log owes nothing yet');
    clock.now += 27 * hour;
    await outside.look();
    t.match(
      await ready(),
      { status: 'ready', witnessed: null, overdue: ['witnessed'] },
      'and can append all the same',
    );
    t.match(told.splice(0), [{ overdue: 'witnessed' }]);
    await outside.look();
    t.same(told.splice(0), [], 'told once');
    t.match(await metrics(), 'scelle_overdue{what="witnessed"} 1');
    t.match(await metrics(), /^scelle_witnessed_timestamp_seconds 0$/m, 'never');

    await log.appender.signCheckpoint();
    const asked = askWitnesses(log, home, { info: () => {}, warn: () => {}, error: () => {} });
    t.teardown(() => asked.stop());
    const { size } = await log.vault.read();
    while (!asked.asking.standings.every(({ last }) => last?.size === size)) {
      await asked.asking.look();
      await asked.asking.settled();
    }
    await outside.look();
    const at = new Date(clock.now).toISOString();
    t.match(await ready(), { witnessed: { size, at }, anchored: null, overdue: [] });
    t.match(told.splice(0), [{ overdue: 'witnessed' }], 'that it is over is told too');
    t.match(await metrics(), `scelle_witnessed_timestamp_seconds ${clock.now / 1000}`);
    await asked.stop();
    clock.now += 51 * hour;
    await outside.look();
    t.match(await ready(), { witnessed: { size, at }, overdue: ['witnessed', 'anchored'] });
  },
);
