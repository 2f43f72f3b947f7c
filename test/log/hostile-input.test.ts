import fc from 'fast-check';
import t, { type Test } from 'tap';
import {
  base64Bytes,
  base64Text,
  base64urlBytes,
  canonicalText,
  checkLeaf,
  createVerifierKey,
  decodeLeaf,
  disclosureDigest,
  encodeLeaf,
  FormatError,
  formatTlogProof,
  formatVerifierKey,
  type JsonObject,
  joinSubmission,
  makeDisclosure,
  makeProofOfPossession,
  parseCanonical,
  parseCheckpoint,
  parseNote,
  parsePolicy,
  parsePublicJwk,
  parseTime,
  parseTlogProof,
  parseVerifierKey,
  peekEvent,
  readActs,
  readDisclosure,
  readEvent,
  readEventPayload,
  readHeadStatement,
  readSessionAssertion,
  revealBody,
  signCheckpoint,
  signHeadStatement,
  signSessionAssertion,
  splitJws,
  splitSubmission,
  utf8Bytes,
  verifyCheckpoint,
  verifyProofOfPossession,
  verifyReceipt,
} from '../../src/log/index.js';
import { jsonMutationsOf, mutationsOf } from '../helpers/mutations.js';
import { createTestOfficer, signTestEvent, TEST_ORIGIN, testUuid } from './signed-event.js';

const numRuns = 400;

/** Reads a text, or says with a coded error why it cannot; anything else would be a fault of ours. */
type Read = (text: string) => unknown;

async function onlyFormatErrors(read: Read, text: string): Promise<void> {
  try {
    await read(text);
  } catch (error) {
    if (!(error instanceof FormatError)) {
      throw new Error(`${error instanceof Error ? error.name : typeof error} for ${JSON.stringify(text)}`, {
        cause: error,
      });
    }
  }
}

async function attack(t: Test, name: string, good: string, read: Read): Promise<void> {
  await t.test(name, async t => {
    await read(good);
    await fc.assert(
      fc.asyncProperty(
        fc.oneof({ weight: 4, arbitrary: mutationsOf(good) }, fc.string({ unit: 'binary', maxLength: 300 })),
        text => onlyFormatErrors(read, text),
      ),
      { numRuns },
    );
    t.pass(`${numRuns} texts`);
  });
}

t.test('whatever bytes come, only a FormatError is thrown', async t => {
  const officer = await createTestOfficer(1, 'Ed25519');
  const disclosure = makeDisclosure(new Uint8Array(16), { name: 'DEMO' });
  const body: JsonObject = { claim: { _sd: disclosureDigest(disclosure) }, n: 1, list: ['a', { b: null }] };
  const event = await signTestEvent(officer, 'evidence.registered', `evidence/${testUuid(2)}`, body);
  const findKey = (kid: string) => (kid === officer.key.kid ? officer.key : undefined);
  const verifierKey = createVerifierKey(TEST_ORIGIN, 'note', officer.key);
  const root = new Uint8Array(32);
  const note = await signCheckpoint(
    { origin: TEST_ORIGIN, size: 1, root },
    { key: verifierKey, signer: officer.signer },
  );
  const policyText = `log ${formatVerifierKey(verifierKey)}\nquorum none\n`;
  const policy = parsePolicy(policyText);
  const leaf = encodeLeaf({
    salt: new Uint8Array(32),
    subjectTag: new Uint8Array(32),
    seq: 1,
    prevLeaf: new Uint8Array(32),
    jwsHash: new Uint8Array(32),
    receivedAt: 1,
  });
  const proof = formatTlogProof({ extra: leaf, index: 0, proof: [], checkpoint: note });
  const holder = { log: TEST_ORIGIN, officer: officer.officer };
  const assertion = { ...holder, nonce: 'A'.repeat(22), at: 1 };
  const head = await signHeadStatement(
    {
      log: TEST_ORIGIN,
      subject: event.subject,
      subjectTag: root,
      seq: 1,
      eventId: event.eventId,
      leafHash: root,
      size: 1,
      root,
      at: 1,
    },
    officer.signer,
  );
  const refused: Read = text =>
    verifyReceipt({ jws: event.jws, proof: text, subjectSalt: root }, policy, findKey);

  await attack(t, 'an event', event.jws, text => readEvent(text, findKey));
  await attack(t, 'an event that nobody checked', event.jws, peekEvent);
  await attack(t, 'a JWS', event.jws, text => splitJws(text, 'custody-event+jws'));
  await attack(
    t,
    'a submission',
    joinSubmission({ jws: event.jws, disclosures: [disclosure] }),
    splitSubmission,
  );
  await attack(t, 'a disclosure', disclosure, readDisclosure);
  await attack(t, 'disclosures of a body', disclosure, text => revealBody(body, [text], { complete: true }));
  await attack(t, 'canonical JSON', canonicalText(body), text => parseCanonical(utf8Bytes(text)));
  await attack(t, 'a checkpoint', parseNote(note).text, parseCheckpoint);
  await attack(t, 'a note', note, parseNote);
  await attack(t, 'a signed checkpoint', note, text => verifyCheckpoint(text, policy));
  await attack(t, 'a policy', policyText, parsePolicy);
  await attack(t, 'a verifier key', formatVerifierKey(verifierKey), text => parseVerifierKey(text, 'policy'));
  await attack(t, 'a proof', proof, parseTlogProof);
  await attack(t, 'a session assertion', await signSessionAssertion(assertion, officer.signer), text =>
    readSessionAssertion(text, findKey),
  );
  await attack(t, 'a proof of possession', await makeProofOfPossession(holder, officer.signer), text =>
    verifyProofOfPossession(text, holder, officer.key),
  );
  await attack(t, 'a head statement', head, text => readHeadStatement(text, officer.key));
  await attack(t, 'a time', '2021-04-02T06:30:00Z', text => parseTime(text));
  await attack(t, 'base64', base64Text(leaf), text => base64Bytes(text, 'leaf'));
  await attack(t, 'base64url', 'AAAA', text => base64urlBytes(text, 'leaf'));
  await attack(t, 'a public key', JSON.stringify(officer.key.jwk), text => parsePublicJwk(parsed(text)));

  await t.test('a receipt', async t => {
    await fc.assert(
      fc.asyncProperty(mutationsOf(proof), text => onlyFormatErrors(refused, text)),
      { numRuns },
    );
    t.pass('the proof of a receipt');
  });

  await t.test('members of an event', async t => {
    const { v, log, subject, seq, prev, type, form, actor, at, nonce, refs } = event;
    const payload = { v, log, subject, seq, prev, type, form, actor: { ...actor }, at, nonce, refs, body };
    const read: Read = text => {
      const value = parseCanonical(utf8Bytes(text));
      const read = readEventPayload(value);
      readActs([{ ...read, jws: '', eventId: event.eventId, kid: event.kid, alg: event.alg }]);
      revealBody(read.body, [disclosure], { complete: false });
    };
    await fc.assert(
      fc.asyncProperty(jsonMutationsOf(payload), json => onlyFormatErrors(read, safeCanonical(json))),
      { numRuns: 2000 },
    );
    t.pass('2,000 payloads');
  });

  await t.test('leaf data of any bytes', async t => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ minLength: 0, maxLength: 200 }), bytes =>
        onlyFormatErrors(() => checkLeaf(decodeLeaf(bytes), event, new Uint8Array(32)), ''),
      ),
      { numRuns },
    );
    t.pass('leaves');
  });
});

/** JSON that is none is no key either: what is read is whatever a program would hand over. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

function safeCanonical(json: JsonObject): string {
  try {
    return canonicalText(json, 64);
  } catch (error) {
    if (error instanceof FormatError) return JSON.stringify(json);
    throw error;
  }
}
