import t from 'tap';
import { Nonces } from '../../../src/http/sessions/nonces.js';
import { isNonceText } from '../../../src/log/index.js';

const now = Date.UTC(2021, 3, 1, 8);
const lifetime = 5 * 60_000;

t.test('a nonce has the form of the log format, and counts once', async t => {
  const nonces = new Nonces();
  const nonce = nonces.issue(now);
  t.ok(isNonceText(nonce));
  t.not(nonces.issue(now), nonce);
  t.equal(nonces.redeem(nonce, now), true);
  t.equal(nonces.redeem(nonce, now), false);
  t.equal(nonces.redeem(nonces.issue(now), now + 1), true, 'another one still does');
});

t.test('a nonce counts for five minutes, and not before it was given', async t => {
  const nonces = new Nonces();
  t.equal(nonces.redeem(nonces.issue(now), now + lifetime), true);
  t.equal(nonces.redeem(nonces.issue(now), now + lifetime + 1), false);
  t.equal(nonces.redeem(nonces.issue(now), now - 1), false);
  const used = nonces.issue(now);
  nonces.redeem(used, now);
  nonces.redeem(nonces.issue(now + lifetime), now + lifetime + 1);
  t.equal(
    nonces.redeem(used, now + lifetime + 1),
    false,
    'one that was used is not good again when forgotten',
  );
});

t.test('no nonce is made elsewhere', async t => {
  const nonces = new Nonces();
  t.equal(nonces.redeem(new Nonces().issue(now), now), false, 'in another process');
  const bytes = Buffer.from(nonces.issue(now), 'base64url');
  for (let bit = 0; bit < bytes.length * 8; bit++) {
    const changed = Buffer.from(bytes);
    changed[bit >> 3] = (changed[bit >> 3] ?? 0) ^ (1 << (bit & 7));
    t.equal(nonces.redeem(changed.toString('base64url'), now), false, `bit ${bit}`);
  }
  for (const text of [
    '',
    'A',
    'A'.repeat(22),
    `${bytes.toString('base64url')}=`,
    `${bytes.toString('base64url')}AA`,
  ]) {
    t.equal(nonces.redeem(text, now), false, JSON.stringify(text));
  }
  t.equal(nonces.redeem(bytes.toString('base64url'), now), true);
});

t.test('whoever asks for nonces by the thousand takes nobody his', async t => {
  const nonces = new Nonces();
  const mine = nonces.issue(now);
  for (let n = 0; n < 12_000; n++) nonces.issue(now);
  t.equal(nonces.redeem(mine, now), true);
});
