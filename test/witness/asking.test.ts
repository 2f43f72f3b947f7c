import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import t, { type Test } from 'tap';
import {
  cosignNote,
  createSigner,
  createVerifierKey,
  formatSignatureLine,
  generatePrivateJwk,
  parseNote,
  parsePublicJwk,
} from '../../src/log/index.js';
import type { Cosignature } from '../../src/witness/ask-witness.js';
import { type LastCosigned, type NamedWitness, WitnessAsking } from '../../src/witness/witness-asking.js';
import { GrownLog } from '../helpers/grown-log.js';
import { createTestWitness, type TestWitness } from '../helpers/test-witness.js';

const second = 1000;
const day = 86_400_000;

interface Kept extends Cosignature {
  readonly witness: string;
  readonly size: number;
}

/** A log that grows, whoever it asks, and what was kept and told. */
class AskingLog {
  size = 3;
  shown: GrownLog;
  readonly clock = { now: Date.UTC(2026, 5, 1) };
  readonly kept: Kept[] = [];
  readonly told: { level: string; witness: unknown; reply: unknown }[] = [];
  readonly proofs: [number, number][] = [];
  readonly asking: WitnessAsking;

  constructor(log: GrownLog, witnesses: readonly NamedWitness[], last: LastCosigned | null = null) {
    this.shown = log;
    const tell = (level: string) => (record: object) => {
      const { witness, reply } = record as Record<string, unknown>;
      this.told.push({ level, witness, reply });
    };
    this.asking = new WitnessAsking({
      witnesses,
      newest: async () => ({ size: this.size, note: await this.shown.note(this.size) }),
      proof: async (oldSize, size) => {
        this.proofs.push([oldSize, size]);
        return this.shown.proof(oldSize, size);
      },
      lastCosigned: async () => last,
      keep: async ({ name }, { size }, cosignature) => {
        this.kept.push({ witness: name, size, ...cosignature });
      },
      now: () => this.clock.now,
      told: { info: tell('info'), warn: tell('warn'), error: tell('error') },
    });
  }

  /** Looks, after `seconds` of its clock, and waits for what was asked. */
  async look(seconds = 0): Promise<void> {
    this.clock.now += seconds * second;
    await this.asking.look();
    await this.asking.settled();
  }

  get sizes(): readonly number[] {
    return this.kept.map(({ size }) => size);
  }
}

async function named(name: string, witness: TestWitness, clock: { now: number }): Promise<NamedWitness> {
  Object.defineProperty(witness.clock, 'now', { get: () => clock.now });
  return { name, key: witness.key, url: await witness.listen() };
}

async function askingOne(t: Test) {
  const log = await GrownLog.create();
  const witness = await createTestWitness(t, [log.key]);
  const clock = { now: 0 };
  const asking = new AskingLog(log, [await named('w', witness, clock)]);
  Object.defineProperty(clock, 'now', { get: () => asking.clock.now });
  await asking.look();
  return { log, witness, asking };
}

t.test('log-format section 5: the newest only, at most every 10 s, daily for an unchanged one', async t => {
  const { asking, witness } = await askingOne(t);
  await asking.look();
  t.same(asking.sizes, [3]);
  asking.size = 4;
  await asking.look(3);
  asking.size = 7;
  await asking.look(6);
  t.same(asking.sizes, [3], 'not before 10 s have gone');
  await asking.look(1);
  t.same(asking.sizes, [3, 7], 'the one between is never asked for');
  t.same(asking.proofs, [[3, 7]]);
  await asking.look(60);
  await asking.look(23 * 3600);
  t.same(asking.sizes, [3, 7], 'an unchanged one waits for a day');
  await asking.look(3600);
  t.same(asking.sizes, [3, 7, 7]);
  const [, first, again] = asking.kept;
  t.ok((again?.time ?? 0) - (first?.time ?? 0) >= day, 'with a new time');
  t.same(
    asking.told.filter(({ level }) => level !== 'info'),
    [],
  );
  t.match(asking.asking.standings, [{ name: 'w', last: { size: 7 } }]);
  await witness.restart();
  asking.size = 9;
  await asking.look(10);
  t.same(asking.sizes.at(-1), 9, 'a witness that was restarted goes on');
});

t.test('a clock that was set back stops nothing for long', async t => {
  const { asking } = await askingOne(t);
  await asking.look();
  asking.size = 5;
  await asking.look(-3600);
  t.same(asking.sizes, [3, 5]);
});

t.test('409: the proof is made from the size the witness names', async t => {
  const { asking, witness, log } = await askingOne(t);
  const other = new AskingLog(log, [{ name: 'w', key: witness.key, url: witness.url }]);
  other.clock.now = asking.clock.now;
  await asking.look();
  other.size = 6;
  await other.look();
  await other.look();
  t.same(other.sizes, [6], 'of a process that did not know what another had got');
  t.same(other.proofs, [[3, 6]]);
  asking.size = 6;
  await asking.look(10);
  t.same(asking.sizes, [3, 6], 'and the same size needs none');
  t.match(asking.told, [{ level: 'info' }, { level: 'info' }]);
});

t.test('a witness that is away delays nobody, and is asked again later and later', async t => {
  const log = await GrownLog.create();
  const up = await createTestWitness(t, [log.key], 'witness.example/up');
  const down = await createTestWitness(t, [log.key], 'witness.example/down');
  const clock = { now: 0 };
  const witnesses = [await named('up', up, clock), await named('down', down, clock)];
  await down.stop();
  const asking = new AskingLog(log, witnesses);
  Object.defineProperty(clock, 'now', { get: () => asking.clock.now });
  await asking.look();
  await asking.look();
  t.same(
    asking.kept.map(({ witness }) => witness),
    ['up'],
  );
  const failures = () => asking.told.filter(({ witness }) => witness === 'down').length;
  t.equal(failures(), 1);
  for (const [seconds, expected] of [
    [10, 1],
    [10, 2],
    [30, 2],
    [10, 3],
    [79, 3],
    [1, 4],
  ] as const) {
    await asking.look(seconds);
    t.equal(failures(), expected, `after ${seconds} s more`);
  }
  await down.restart();
  await asking.look(600);
  t.same(
    asking.kept.map(({ witness }) => witness),
    ['up', 'down'],
    'when it is back it is asked for the newest',
  );
  t.match(asking.told.at(-1), { level: 'info', witness: 'down' });
});

t.test('one request in flight for each, and one that never answers holds up none', async t => {
  const log = await GrownLog.create();
  let requests = 0;
  const silent = await serve(t, () => {
    requests += 1;
  });
  const witness = await createTestWitness(t, [log.key]);
  const clock = { now: 0 };
  const asking = new AskingLog(log, [
    { name: 'silent', key: witness.key, url: silent },
    await named('w', witness, clock),
  ]);
  Object.defineProperty(clock, 'now', { get: () => asking.clock.now });
  await asking.asking.look();
  await asking.asking.look();
  while (asking.kept.length < 1) await new Promise(resolve => setTimeout(resolve, 10));
  asking.size = 5;
  asking.clock.now += 60_000;
  await asking.asking.look();
  while (asking.kept.length < 2) await new Promise(resolve => setTimeout(resolve, 10));
  t.equal(requests, 1);
  await asking.asking.stop();
  t.same(
    asking.told.filter(({ witness: name }) => name === 'silent'),
    [],
    'stopping is no failure of theirs',
  );
});

t.test('a witness that lies is believed in nothing', async t => {
  const log = await GrownLog.create();
  const privateJwk = await generatePrivateJwk('Ed25519');
  const { d: _secret, ...jwk } = privateJwk;
  const key = createVerifierKey('witness.example/liar', 'cosignature', parsePublicJwk(jwk));
  const signer = await createSigner(privateJwk);
  const now = Date.UTC(2026, 5, 1);
  const { text } = parseNote(await log.note(3));
  const line = async (of: string, time: number) =>
    formatSignatureLine(await cosignNote(of, key, signer, time / 1000));
  const good = await line(text, now);
  const stranger = await createTestWitness(t, [log.key], 'witness.example/stranger');
  const lies: Record<string, [number, string, object]> = {
    'another note': [200, await line(parseNote(await log.note(4)).text, now), { kind: 'unusable' }],
    'a time of long ago': [200, await line(text, now - 10 * 60_000), { kind: 'unusable' }],
    'a time to come': [200, await line(text, now + 10 * 60_000), { kind: 'unusable' }],
    nothing: [200, '', { kind: 'unusable' }],
    'a page': [200, '<html>welcome</html>', { kind: 'unusable' }],
    'a spoiled signature': [200, good.replace(/.{6}=*\n$/, 'AAAAAA\n'), { kind: 'unusable' }],
    'a good line and a bad one of the same key': [
      200,
      good + good.replace(/.{6}=*\n$/, 'AAAA==\n'),
      { kind: 'unusable' },
    ],
    'no end': [200, good.repeat(2000), { kind: 'away' }],
    'a size that is ours already': [409, '0\n', { kind: 'other-size', size: 0 }],
    'a size beyond ours': [409, '12\n', { kind: 'other-size', size: 12 }],
    'a size that is none': [409, 'many\n', { kind: 'unusable' }],
    'a redirect': [302, '', { kind: 'away' }],
    'another history': [422, 'no', { kind: 'not-consistent' }],
    'that it knows us not': [404, 'unknown log', { kind: 'refused', status: 404 }],
    'that it is busy': [503, '', { kind: 'away' }],
  };
  for (const [what, [status, body, reply]] of Object.entries(lies)) {
    const url = await serve(t, (_request, response) => {
      response.writeHead(status, status === 302 ? { location: stranger.url } : {}).end(body);
    });
    const asking = new AskingLog(log, [{ name: 'liar', key, url: `${url}/` }]);
    await asking.look();
    await asking.look();
    t.same(asking.kept, [], what);
    t.match(asking.told, [{ witness: 'liar', reply }], what);
    t.equal(asking.told.length, 1, what);
  }
  const url = await serve(t, (_request, response) => response.end(`${good}\u2014 other.example AAAAAAAA\n`));
  const asking = new AskingLog(log, [{ name: 'w', key, url }]);
  await asking.look();
  await asking.look();
  t.match(
    asking.kept,
    [{ size: 3, line: good, time: now }],
    'a line of somebody else beside a good one is left out',
  );
});

t.test('a log that was rolled back is told so by its witness, loudly', async t => {
  const { asking, log } = await askingOne(t);
  asking.size = 8;
  await asking.look();
  t.same(asking.sizes, [8]);
  asking.size = 5;
  await asking.look(10);
  t.match(asking.told.at(-1), { level: 'error', reply: { kind: 'other-size', size: 8 } });
  asking.shown = log.forkedAt(4);
  asking.size = 9;
  await asking.look(20);
  t.match(asking.told.at(-1), { level: 'error', reply: { kind: 'not-consistent' } });
  t.same(asking.sizes, [8]);
});

async function serve(
  t: Test,
  answer: (request: IncomingMessage, response: ServerResponse) => void,
): Promise<string> {
  const server = createServer((request, response) => {
    request.resume();
    request.on('end', () => answer(request, response));
  });
  await new Promise<void>(resolve => {
    server.listen(0, '127.0.0.1', resolve);
  });
  t.teardown(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}
