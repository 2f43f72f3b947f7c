import t from 'tap';
import { makeProofOfPossession, verifyProofOfPossession } from '../../src/log/index.js';
import { signJws } from '../../src/log/jws.js';
import { rejectsCheck } from '../helpers/assert-format-error.js';
import { spoilSignature } from '../helpers/spoil-signature.js';
import { createTestOfficer, TEST_ORIGIN, testUuid } from './signed-event.js';

t.test('section 8: a proof of possession is for one log, one officer and one key, key', async t => {
  for (const alg of ['ES256', 'ES384', 'Ed25519'] as const) {
    const { key, signer, officer } = await createTestOfficer(1, alg);
    const holder = { log: TEST_ORIGIN, officer };
    const pop = await makeProofOfPossession(holder, signer);
    await verifyProofOfPossession(pop, holder, key);
    const other = await createTestOfficer(2, alg);
    const verify = (text: string, changed = holder, by = key) => verifyProofOfPossession(text, changed, by);
    await rejectsCheck(t, () => verify(pop, holder, other.key), 'key', `${alg} another key`);
    await rejectsCheck(
      t,
      () => verify(pop, { ...holder, officer: testUuid(2) }),
      'key',
      `${alg} another officer`,
    );
    await rejectsCheck(
      t,
      () => verify(pop, { ...holder, log: `x${TEST_ORIGIN}` }),
      'key',
      `${alg} another log`,
    );
    await rejectsCheck(t, () => verify(spoilSignature(pop)), 'key', `${alg} bad signature`);
    const payload = { v: 1, ...holder, kid: key.kid };
    const asEvent = await signJws('custody-event+jws', payload, signer);
    await rejectsCheck(t, () => verify(asEvent), 'key', `${alg} another typ`);
    const more = await signJws('custody-pop+jws', { ...payload, note: 1 }, signer);
    await rejectsCheck(t, () => verify(more), 'key', `${alg} a further member`);
    const otherKid = await signJws('custody-pop+jws', { ...payload, kid: other.key.kid }, signer);
    await rejectsCheck(t, () => verify(otherKid), 'key', `${alg} names another key`);
  }
});
