import t from 'tap';
import { AlertStream, type AlertStreamParts } from '../../../src/http/alerts/alert-stream.js';
import { type Alert, identify } from '../../../src/store/readers/alerts/alert.js';

const alertAt = (since: number, label = 'DEMO'): Alert =>
  identify({ kind: 'FILE_OWED', subject: `evidence/${label}`, label, officer: null, detail: '', since });

const hour = 3_600_000;

function open(parts: Partial<AlertStreamParts> = {}) {
  const noted: string[][] = [];
  let holding: readonly Alert[] | null = [];
  const stream = new AlertStream({
    read: async () => holding,
    view: ({ id }) => ({ id }),
    cursor: ({ since }) => String(since),
    seen: { since: -1, id: '' },
    note: async subjects => {
      noted.push([...subjects]);
    },
    ...parts,
  });
  const text = () => String(stream.output.read() ?? '');
  text();
  const look = async (now: readonly Alert[] | null) => {
    holding = now;
    await stream.poll();
    return text();
  };
  return { stream, noted, text, look };
}

t.test('each alert is told once, with its cursor, after it was logged; what ceases is told too', async t => {
  const { look, noted } = open();
  const [first, second] = [alertAt(1, 'one'), alertAt(2, 'two')];
  t.equal(await look([first]), `id: 1\nevent: alert\ndata: {"id":"${first.id}"}\n\n`);
  t.equal(await look([first]), '');
  t.equal(await look([first, second]), `id: 2\nevent: alert\ndata: {"id":"${second.id}"}\n\n`);
  t.equal(await look([second]), `event: ceased\ndata: {"id":"${first.id}"}\n\n`);
  t.match(await look([first, second]), /event: alert/, 'it holds again');
  t.same(noted, [['evidence/one'], ['evidence/two'], ['evidence/one'], ['evidence/one']]);
});

t.test('who comes back is told what began since, and the last minute again', async t => {
  const long = alertAt(5 * hour, 'long ago');
  const just = alertAt(10 * hour - 1_000, 'just before');
  const last = alertAt(10 * hour, 'last seen');
  const fresh = alertAt(11 * hour, 'fresh');
  const { look, noted } = open({ seen: { since: last.since, id: last.id } });
  const told = await look([long, just, last, fresh]);
  t.notMatch(told, long.id);
  for (const { id } of [just, last, fresh]) t.match(told, id);
  t.match(await look([just, last, fresh]), `event: ceased\ndata: {"id":"${long.id}"}`);
  t.same(noted.at(-1), ['evidence/long ago'], 'the end of one that he was not shown here is logged');
});

t.test(
  'GATE-8: a stopped handover stands where it was offered: who comes back is told it always',
  async t => {
    const stop = identify({ ...alertAt(5 * hour, 'offered long ago'), kind: 'HANDOVER_STOPPED' });
    const { look } = open({ seen: { since: 10 * hour, id: '' } });
    t.match(await look([stop]), stop.id);
    t.equal(await look([stop]), '', 'once');
  },
);

t.test('an alert that cannot be logged is not shown, and is told at the next look', async t => {
  let fails = true;
  const { stream, text, look } = open({
    note: async () => {
      if (fails) throw new Error('DEMO: the database is away');
    },
  });
  await t.rejects(look([alertAt(1)]), /away/);
  t.equal(text(), '');
  fails = false;
  await stream.poll();
  t.match(text(), /event: alert/);
});

t.test('a session that has ended shows nothing more', async t => {
  const { stream, look } = open();
  t.equal(await look(null), 'event: end\ndata: {"reason":"session-ended"}\n\n');
  t.ok(stream.output.writableEnded);
  t.equal(await look([alertAt(1)]), '');
  stream.heartbeat();
});

t.test('looks do not overlap: asked twice at once, it looks one after the other', async t => {
  let running = 0;
  let looks = 0;
  const { stream, text } = open({
    read: async () => {
      running += 1;
      looks += 1;
      t.equal(running, 1);
      await new Promise(resolve => setImmediate(resolve));
      running -= 1;
      return [alertAt(1)];
    },
  });
  await Promise.all([stream.poll(), stream.poll(), stream.poll()]);
  while (running > 0) await new Promise(resolve => setImmediate(resolve));
  t.equal(looks, 2);
  t.equal(text().match(/event: alert/g)?.length, 1);
});

t.test('a reader who does not read is cut off before he fills the memory', async t => {
  const { stream, look } = open({ view: () => ({ text: 'x'.repeat(100_000) }) });
  // Nobody reads: `look` would.
  stream.output.read = () => null;
  const held: Alert[] = [];
  for (let since = 0; since < 100; since++) {
    held.push(alertAt(since, `DEMO-${since}`));
    await look([...held]);
    t.ok(stream.output.writableLength + stream.output.readableLength < 5 * 1024 * 1024);
  }
  t.ok(stream.output.destroyed);
});
