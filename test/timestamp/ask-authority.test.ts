import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import t, { type Test } from 'tap';
import { askAuthority } from '../../src/timestamp/ask-authority.js';
import { encodeQuery, readAnswer } from '../../src/timestamp/messages.js';
import { imprintOf, readAuthorities, verifyTimestamp } from '../../src/verify/index.js';
import { readKeptLog } from '../helpers/kept-log.js';
import { listenAsAuthority } from '../helpers/listening-authority.js';
import { createTestFolder } from '../helpers/test-folder.js';
import { type Faults, TestAuthority } from '../helpers/time-stamp-authority.js';
import { readVectors, skipWithoutVectors } from '../helpers/vectors.js';

const { checkpoint: note } = await readKeptLog();
const random = (length: number) => new Uint8Array(randomBytes(length));

async function ask(t: Test, faults: Faults = {}, policy: string | null = null) {
  const authority = await TestAuthority.create(faults);
  const listening = await listenAsAuthority(t, authority);
  const authorities = readAuthorities(authority.root) ?? [];
  const parts = { url: listening.url, authorities, policy, random, fetch: globalThis.fetch };
  return { listening, authority, authorities, ask: () => askAuthority(parts, note), parts };
}

t.test('RFC 3161: a checkpoint is stamped, and the token is kept only when it holds', async t => {
  const { ask: stamp, authorities } = await ask(t, {}, '1.2.3.4.5');
  const { token, time } = await stamp();
  const verified = await verifyTimestamp(token, note, authorities);
  t.equal(verified.time, time);
  t.equal(verified.info.policy, '1.2.3.4.5', 'the policy that was asked for');
});

const refused: readonly (readonly [string, Faults, RegExp, string?])[] = [
  ['the answer to another question', { nonce: new Uint8Array([1, 2, 3]) }, /another question/],
  ['another policy', { policy: '1.2.3.4.9' }, /another policy/, '1.2.3.4.5'],
  ['of something else', { imprint: new Uint8Array(32) }, /of something else/],
  ['a refusal', { refused: true }, /refused with status 2/],
  ['a certificate for other things', { purposes: ['1.3.6.1.5.5.7.3.1'] }, /not one for time-stamping/],
];

for (const [title, faults, message, policy = null] of refused) {
  t.test(`RFC 3161: not kept: ${title}`, async t => {
    const { ask: stamp } = await ask(t, faults, policy);
    await t.rejects(stamp(), { name: 'TimestampError', message });
  });
}

t.test('RFC 3161: not kept: of an authority that is not the one configured', async t => {
  const { parts } = await ask(t);
  const authorities = readAuthorities((await TestAuthority.create()).root) ?? [];
  await t.rejects(askAuthority({ ...parts, authorities }, note), /none of the certificates given/);
  await t.resolves(askAuthority({ ...parts, authorities: [] }, note), 'none configured: whoever it is');
});

t.test('an authority that is down, or answers nonsense', async t => {
  const { listening, ask: stamp } = await ask(t);
  listening.instead = { status: 503, body: new Uint8Array() };
  await t.rejects(stamp(), { name: 'TimestampError', message: /answered 503/ });
  listening.instead = { status: 200, body: new Uint8Array([0x30, 0x01]) };
  await t.rejects(stamp(), { name: 'TimestampError', message: /not readable/ });
  listening.instead = { status: 200, body: new Uint8Array(300_000) };
  await t.rejects(stamp(), { name: 'TimestampError', message: /too long/ });
  listening.instead = 'silence';
  await t.rejects(stamp(), 'the network fails as it does');
  listening.instead = undefined;
  await t.resolves(stamp(), 'and it is asked again');
});

const hasOpenssl = (() => {
  try {
    return execFileSync('openssl', ['version']).length > 0;
  } catch {
    return false;
  }
})();

t.test('openssl ts reads the query', { skip: hasOpenssl ? false : 'no openssl' }, async t => {
  const folder = await createTestFolder(t);
  for (const first of [0x00, 0x01, 0x80, 0xff]) {
    const nonce = Uint8Array.from([first, 1, 2, 3, 4, 5, 6, 7]);
    const query = encodeQuery({ imprint: imprintOf(note), nonce, policy: '1.2.3.4.1' });
    await writeFile(join(folder, 'query.tsq'), query);
    const text = execFileSync('openssl', ['ts', '-query', '-in', join(folder, 'query.tsq'), '-text'], {
      encoding: 'utf8',
    });
    t.match(text, /Hash Algorithm: sha256/);
    t.match(text, /Certificate required: yes/);
    t.notMatch(text, /Nonce: unspecified|Nonce: -/);
  }
});

t.test('vectors: the answer of openssl ts', { skip: skipWithoutVectors }, t => {
  const { responseDerB64 } = readVectors<{ responseDerB64: string }>('rfc3161-local-tsa.json');
  const answer = new Uint8Array(Buffer.from(responseDerB64, 'base64'));
  const token = readAnswer(answer);
  t.same(Buffer.from(answer).subarray(-token.length), Buffer.from(token), 'the token is taken byte for byte');
  t.throws(() => readAnswer(answer.slice(0, -1)), { name: 'TimestampError' });
  t.throws(() => readAnswer(Uint8Array.from([...answer, 0])), { name: 'TimestampError' });
  t.end();
});
