import t from 'tap';
import { readSessionAssertion, signSessionAssertion } from '../../src/log/index.js';
import { signJws } from '../../src/log/jws.js';
import { rejectsCheck } from '../helpers/assert-format-error.js';
import { spoilSignature } from '../helpers/spoil-signature.js';
import { createTestOfficer, TEST_ORIGIN } from './signed-event.js';

const { key, signer, officer } = await createTestOfficer(1);
const assertion = { log: TEST_ORIGIN, officer, nonce: 'A'.repeat(22), at: 1_617_345_000_000 };
const payload = {
  v: 1,
  log: TEST_ORIGIN,
  officer,
  kid: key.kid,
  nonce: assertion.nonce,
  at: '2021-04-02T06:30:00Z',
};

t.test('section 1: a session assertion reads back', async t => {
  const jws = await signSessionAssertion(assertion, signer);
  t.strictSame(await readSessionAssertion(jws, () => key), { ...assertion, kid: key.kid });
});

t.test('section 1: a session assertion is refused as jws, key or jcs', async t => {
  const jws = await signSessionAssertion(assertion, signer);
  const read = (text: string) => readSessionAssertion(text, kid => (kid === key.kid ? key : undefined));
  await rejectsCheck(t, () => readSessionAssertion(jws, () => undefined), 'key', 'unknown key');
  await rejectsCheck(t, () => read(spoilSignature(jws)), 'jws', 'bad signature');
  await rejectsCheck(
    t,
    async () => read(await signJws('custody-event+jws', payload, signer)),
    'jws',
    'an event',
  );
  const changes = {
    v: { v: 2 },
    log: { log: 'demo' },
    officer: { officer: 'x' },
    'another kid': { kid: 'A'.repeat(43) },
    nonce: { nonce: 'A' },
    at: { at: 'now' },
    'a further member': { note: 1 },
  };
  for (const [name, change] of Object.entries(changes)) {
    const changed = await signJws('custody-session+jws', { ...payload, ...change }, signer);
    await rejectsCheck(t, () => read(changed), 'jcs', name);
  }
});
