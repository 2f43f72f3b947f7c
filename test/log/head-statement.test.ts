import t from 'tap';
import {
  canonicalText,
  type HeadStatement,
  type JsonObject,
  leafHash,
  readHeadStatement,
  signHeadStatement,
  utf8Bytes,
} from '../../src/log/index.js';
import { signJws } from '../../src/log/jws.js';
import { rejectsCheck } from '../helpers/assert-format-error.js';
import { spoilSignature } from '../helpers/spoil-signature.js';
import { createTestOfficer, TEST_ORIGIN, testUuid } from './signed-event.js';

const { key, signer } = await createTestOfficer(1, 'Ed25519');
const statement: HeadStatement = {
  log: TEST_ORIGIN,
  subject: `evidence/${testUuid(1)}`,
  subjectTag: leafHash(utf8Bytes('tag')),
  seq: 3,
  eventId: 'A'.repeat(43),
  leafHash: leafHash(utf8Bytes('leaf')),
  size: 9,
  root: leafHash(utf8Bytes('root')),
  at: 1_617_345_000_123,
};

t.test('section 9: a head statement reads back', async t => {
  t.strictSame(await readHeadStatement(await signHeadStatement(statement, signer), key), statement);
});

t.test('section 9: the log signs it with its Ed25519 key, head', async t => {
  const jws = await signHeadStatement(statement, signer);
  const other = await createTestOfficer(2, 'Ed25519');
  await rejectsCheck(t, () => readHeadStatement(jws, other.key), 'head', 'another key');
  await rejectsCheck(t, () => readHeadStatement(jws.slice(0, -3), key), 'head', 'truncated');
  await rejectsCheck(t, () => readHeadStatement(spoilSignature(jws), key), 'head', 'bad signature');
  const officer = await createTestOfficer(3);
  await rejectsCheck(t, () => signHeadStatement(statement, officer.signer), 'jws', 'signed with ES256');
  const event = await signJws('custody-event+jws', { v: 1 }, signer);
  await rejectsCheck(t, () => readHeadStatement(event, key), 'head', 'another typ');
});

t.test('section 9: exactly its members, each in its form, head', async t => {
  const payloadText = (await signHeadStatement(statement, signer)).split('.')[1] ?? '';
  const good: JsonObject = JSON.parse(Buffer.from(payloadText, 'base64url').toString());
  const changes: Record<string, JsonObject> = {
    v: { v: 2 },
    log: { log: 'demo' },
    subject: { subject: 'evidence/1' },
    subjectTag: { subjectTag: 'AAAA' },
    'subjectTag in base64url': { subjectTag: `${'-'.repeat(43)}=` },
    seq: { seq: 0 },
    'seq as text': { seq: '1' },
    eventId: { eventId: 'AAAA' },
    leafHash: { leafHash: null },
    size: { size: -1 },
    root: { root: '' },
    at: { at: '2021-04-02' },
    'a further member': { note: 1 },
  };
  for (const [name, change] of Object.entries(changes)) {
    const jws = await signJws('custody-head+jws', { ...good, ...change }, signer);
    await rejectsCheck(t, () => readHeadStatement(jws, key), 'head', name);
  }
  for (const member of Object.keys(good)) {
    const { [member]: _dropped, ...rest } = good;
    const jws = await signJws('custody-head+jws', rest, signer);
    await rejectsCheck(t, () => readHeadStatement(jws, key), 'head', `no ${member}`);
  }
  t.equal(canonicalText(good), Buffer.from(payloadText, 'base64url').toString(), 'canonical');
});
