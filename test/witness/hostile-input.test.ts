import { connect } from 'node:net';
import fc from 'fast-check';
import t from 'tap';
import {
  formatAddCheckpoint,
  NotAddCheckpoint,
  parseAddCheckpoint,
} from '../../src/witness/add-checkpoint.js';
import { askTestWitness } from '../helpers/asking-witness.js';
import { GrownLog } from '../helpers/grown-log.js';
import { createTestWitness } from '../helpers/test-witness.js';

const utf8 = new TextEncoder();

t.test('what is written is read as the same; anything else is refused by its own error', async t => {
  const hash = fc.uint8Array({ minLength: 32, maxLength: 32 });
  const request = fc.record({
    oldSize: fc.maxSafeNat(),
    proof: fc.array(hash, { maxLength: 63 }),
    note: fc.string(),
  });
  fc.assert(
    fc.property(request, one => {
      const read = parseAddCheckpoint(utf8.encode(formatAddCheckpoint(one)));
      return read.oldSize === one.oldSize && read.proof.length === one.proof.length;
    }),
  );
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), bytes => {
      try {
        parseAddCheckpoint(bytes);
        return true;
      } catch (error) {
        return error instanceof NotAddCheckpoint;
      }
    }),
  );
  t.end();
});

t.test('bodies out of form: 400, whatever they are', async t => {
  const log = await GrownLog.create();
  const witness = await createTestWitness(t, [log.key]);
  const note = await log.note(4);
  const hash = `${Buffer.alloc(32).toString('base64')}\n`;
  const post = (payload: string | Buffer, headers = {}) =>
    witness.app.inject({ method: 'POST', url: '/add-checkpoint', payload, headers });
  const bodies: Record<string, string | Buffer> = {
    empty: '',
    'no old line': `\n${note}`,
    'old without size': `old\n\n${note}`,
    'old of nothing': `old \n\n${note}`,
    'a leading zero': `old 00\n\n${note}`,
    'a sign': `old -1\n\n${note}`,
    'an exponent': `old 1e3\n\n${note}`,
    'above 2^53': `old 9007199254740992\n\n${note}`,
    'far above': `old ${'9'.repeat(4000)}\n\n${note}`,
    'two spaces': `old  0\n\n${note}`,
    'a carriage return': `old 0\r\n\r\n${note}`,
    'a hash of 31 bytes': `old 0\n${Buffer.alloc(31).toString('base64')}\n\n${note}`,
    'base64 with a bit to spare': `old 0\n${'A'.repeat(42)}B=\n\n${note}`,
    '64 hashes': `old 0\n${hash.repeat(64)}\n${note}`,
    'no note': 'old 0\n\n',
    'no empty line after the checkpoint': `old 0\n\n${note.replace('\n\n', '\n')}`,
    'not UTF-8': Buffer.concat([Buffer.from(`old 0\n\n${note}`), Buffer.from([0xff])]),
    'a size of the note beyond all': `old 0\n\n${note.replace('\n4\n', '\n99999999999999999999\n')}`,
    'a root of 31 bytes': `old 0\n\n${note.replace(/\n4\n.*\n/, `\n4\n${Buffer.alloc(31).toString('base64')}\n`)}`,
    JSON: '{"old":0}',
  };
  for (const [what, body] of Object.entries(bodies)) {
    const { statusCode, body: said } = await post(body);
    t.equal(statusCode, 400, `${what}: ${said.slice(0, 60)}`);
    t.ok(said.length < 300, what);
  }
  t.equal(
    (await post(`old 0\n\n${note}`, { 'content-type': 'application/json' })).statusCode,
    200,
    'bytes are bytes',
  );
  for (const cut of [
    note.slice(0, -5),
    note.slice(0, -1),
    note.replace(/=\n$/, '\n'),
    note.replace('\u2014', '-'),
  ])
    t.equal(
      (await post(`old 0\n\n${cut}`)).statusCode,
      403,
      'signature lines that cannot be read verify nothing',
    );
  t.equal((await post('x'.repeat(64 * 1024 + 1))).statusCode, 413);
  t.equal((await witness.app.inject({ url: '/add-checkpoint' })).statusCode, 404);
  t.equal((await witness.app.inject({ url: '/../witness.key' })).statusCode, 404);
  t.equal((await askTestWitness(witness, log, 4, 5)).statusCode, 200, 'and it goes on');
});

t.test('a sender who never ends keeps nobody else out', async t => {
  const log = await GrownLog.create();
  const witness = await createTestWitness(t, [log.key]);
  const url = await witness.listen();
  const { port } = new URL(url);
  const socket = connect(Number(port), '127.0.0.1');
  socket.on('error', () => {});
  socket.write('POST /add-checkpoint HTTP/1.1\r\nHost: w\r\nContent-Length: 60000\r\n\r\nold 0');
  const body = formatAddCheckpoint({ oldSize: 0, proof: [], note: await log.note(3) });
  const answer = await fetch(`${url}/add-checkpoint`, { method: 'POST', body });
  t.equal(answer.status, 200);
  socket.destroy();
});
