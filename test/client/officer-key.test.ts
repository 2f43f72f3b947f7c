import { webcrypto } from 'node:crypto';
import t from 'tap';
import { makeOfficerKey, publicCard, unlockOfficerKey } from '../../src/client/index.js';
import {
  isJsonObject,
  type JsonValue,
  SealedSecretError,
  utf8Bytes,
  verifySignature,
} from '../../src/log/index.js';
import { uuidOf } from '../helpers/procedure.js';

const random = (length: number) => webcrypto.getRandomValues(new Uint8Array(length));
const holder = { officer: uuidOf('DEMO-WIT-1'), label: 'DEMO-WIT-1', alg: 'ES256' as const };

function asRead(value: unknown): JsonValue {
  const read: unknown = JSON.parse(JSON.stringify(value));
  if (!isJsonObject(read)) throw new Error('expected an object');
  return read;
}

t.test('a key under a passphrase signs once unlocked', async t => {
  const file = await makeOfficerKey(holder, 'DEMO-passphrase', random);
  const unlocked = await unlockOfficerKey(asRead(file), 'DEMO-passphrase');
  const message = utf8Bytes('DEMO');
  t.ok(await verifySignature(unlocked.key, message, await unlocked.signer.sign(message)));
  t.equal(unlocked.officer, holder.officer);
});

t.test('a wrong passphrase, no passphrase or a changed file opens nothing', async t => {
  const file = await makeOfficerKey(holder, 'DEMO-passphrase', random);
  await t.rejects(unlockOfficerKey(asRead(file), 'another'), SealedSecretError);
  await t.rejects(unlockOfficerKey(asRead(file), null), SealedSecretError);
  const changed = { ...file, secret: { ...file.secret, data: 'AAAA' } };
  await t.rejects(unlockOfficerKey(asRead(changed), 'DEMO-passphrase'), SealedSecretError);
  await t.rejects(unlockOfficerKey({ v: 1, kind: 'another' }, null), SealedSecretError);
});

t.test('the public card and a sealed file hold no secret in clear', async t => {
  const open = await makeOfficerKey(holder, null, random);
  const secret = String(open.secret.value);
  t.ok(secret.length > 40);
  t.notOk(JSON.stringify(publicCard(open)).includes(secret));
  const sealed = await makeOfficerKey(holder, 'DEMO-passphrase', random);
  t.notOk('value' in sealed.secret);
});
