import fc from 'fast-check';
import t from 'tap';
import {
  appendToTiles,
  checkReceivedAt,
  createVerifierKey,
  encodeLeaf,
  FormatError,
  formatTlogProof,
  hashJws,
  holdTiles,
  inclusionProofFromTiles,
  type Leaf,
  leafHash,
  NO_PREVIOUS_LEAF,
  parseTlogProof,
  type Receipt,
  rootFromTiles,
  signCheckpoint,
  subjectTag,
  u64Bytes,
  verifyReceipt,
} from '../../src/log/index.js';
import { rejectsCheck, throwsCheck } from '../helpers/assert-format-error.js';
import { createTestOfficer, signTestEvent, TEST_ORIGIN, testUuid } from './signed-event.js';

const officer = await createTestOfficer(1);
const log = await createTestOfficer(2, 'Ed25519');
const logKey = createVerifierKey(TEST_ORIGIN, 'note', log.key);
const policy = { logs: [logKey], witnesses: [], groups: [], quorum: null };
const findKey = (kid: string) => (kid === officer.key.kid ? officer.key : undefined);

const event = await signTestEvent(officer, 'evidence.registered', `evidence/${testUuid(1)}`);
const subjectSalt = new Uint8Array(32).fill(5);
const leaf: Leaf = {
  salt: new Uint8Array(32).fill(6),
  subjectTag: subjectTag(subjectSalt, event.subject),
  seq: 1,
  prevLeaf: NO_PREVIOUS_LEAF,
  jwsHash: hashJws(event.jws),
  receivedAt: 1_617_345_000_000,
};

/** A receipt for `event` as leaf 4 of 7, with what is changed. */
async function makeReceipt(changes: Partial<Leaf> = {}, origin = TEST_ORIGIN): Promise<Receipt> {
  const data = encodeLeaf({ ...leaf, ...changes });
  const leaves = Array.from({ length: 7 }, (_, i) => leafHash(i === 4 ? data : u64Bytes(i)));
  const { size, edgeTiles } = appendToTiles(0, [], leaves);
  const source = holdTiles(edgeTiles);
  const key = createVerifierKey(origin, 'note', log.key);
  const checkpoint = await signCheckpoint(
    { origin, size, root: await rootFromTiles(size, source) },
    { key, signer: log.signer },
  );
  const proof = await inclusionProofFromTiles(4, size, source);
  return {
    jws: event.jws,
    proof: formatTlogProof({ extra: data, index: 4, proof, checkpoint }),
    subjectSalt,
  };
}

t.test('section 7: a receipt verifies with the policy and the signer’s key alone', async t => {
  const verified = await verifyReceipt(await makeReceipt(), policy, findKey);
  t.strictSame(verified.event, event);
  t.strictSame(verified.leaf, leaf);
  t.equal(verified.index, 4);
  t.match(verified.checkpoint, { origin: TEST_ORIGIN, size: 7, quorum: true });
});

t.test('section 7: each part of a receipt that is not right fails its own check', async t => {
  const receipt = await makeReceipt();
  const verify = (changed: Receipt, keys = findKey, trusted = policy) =>
    verifyReceipt(changed, trusted, keys);
  const other = await signTestEvent(officer, 'evidence.registered', event.subject);
  const cases = {
    jws: () => verify({ ...receipt, jws: event.jws.slice(0, -2) }),
    key: () => verify(receipt, () => undefined),
    'another event, leaf': () => verify({ ...receipt, jws: other.jws }),
    'another salt, leaf': () => verify({ ...receipt, subjectSalt: new Uint8Array(32) }),
    'another tag, leaf': async () => verify(await makeReceipt({ subjectTag: new Uint8Array(32) })),
    'another seq, leaf': async () => verify(await makeReceipt({ seq: 2 })),
    'no leaf data, leaf': () => verify({ ...receipt, proof: receipt.proof.replace(/extra .*\n/, '') }),
    'leaf data too short, leaf': () =>
      verify({ ...receipt, proof: receipt.proof.replace(/extra .*\n/, 'extra AAAA\n') }),
    'another index, inclusion': () =>
      verify({ ...receipt, proof: receipt.proof.replace('index 4', 'index 5') }),
    'index outside, inclusion': () =>
      verify({ ...receipt, proof: receipt.proof.replace('index 4', 'index 7') }),
    'a hash less, inclusion': () =>
      verify({ ...receipt, proof: receipt.proof.replace(/\n.{43}=\n\n/, '\n\n') }),
    'a log not in the policy, checkpoint': () => verify(receipt, findKey, { ...policy, logs: [] }),
    'a changed size, checkpoint': () =>
      verify({ ...receipt, proof: receipt.proof.replace('\n7\n', '\n8\n') }),
  };
  for (const [name, act] of Object.entries(cases)) {
    const check = name.split(', ').at(-1);
    if (
      check === 'jws' ||
      check === 'key' ||
      check === 'leaf' ||
      check === 'inclusion' ||
      check === 'checkpoint'
    ) {
      await rejectsCheck(t, act, check, name);
    }
  }
  const elsewhere = 'demo.example/ABCDEFGHIJKLMNOPQRSTUX';
  const trusted = { ...policy, logs: [createVerifierKey(elsewhere, 'note', log.key)] };
  const foreign = await makeReceipt({}, elsewhere);
  await rejectsCheck(
    t,
    () => verify(foreign, findKey, trusted),
    'checkpoint',
    'another log than the event names',
  );
});

t.test('section 7: a receipt with any one character changed is broken evidence, never a fault', async t => {
  const receipt = await makeReceipt();
  const verify = async (changed: Receipt): Promise<string> => {
    try {
      await verifyReceipt(changed, policy, findKey);
      return 'accepted';
    } catch (error) {
      return error instanceof FormatError ? error.check : String(error);
    }
  };
  const checks = new Set<string>();
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom('jws' as const, 'proof' as const),
      fc.nat(),
      fc.constantFrom('A', 'B', '.', '\n', ' ', '9', '\ud800', '\u0000'),
      async (part, number, character) => {
        const text = receipt[part];
        const position = number % text.length;
        if (text[position] === character) return;
        const changed = {
          ...receipt,
          [part]: text.slice(0, position) + character + text.slice(position + 1),
        };
        checks.add(await verify(changed));
      },
    ),
    { numRuns: 500 },
  );
  const allowed = ['jws', 'key', 'leaf', 'inclusion', 'checkpoint'];
  t.strictSame(
    [...checks].filter(check => !allowed.includes(check)),
    [],
  );
});

t.test('section 7: the time received is within 5 minutes of the signer’s clock, leaf', async t => {
  const minutes = 60_000;
  checkReceivedAt(leaf, leaf.receivedAt + 5 * minutes);
  checkReceivedAt(leaf, leaf.receivedAt - 5 * minutes);
  throwsCheck(t, () => checkReceivedAt(leaf, leaf.receivedAt + 5 * minutes + 1), 'leaf', 'long ago');
  throwsCheck(t, () => checkReceivedAt(leaf, leaf.receivedAt - 5 * minutes - 1), 'leaf', 'to come');
});

t.test('C2SP tlog-proof: a proof reads back, with and without extra data and hashes', async t => {
  const checkpoint = 'origin\n1\nroot\n\nsignatures\n';
  for (const extra of [undefined, new Uint8Array(0), new Uint8Array(3)]) {
    for (const proof of [[], [new Uint8Array(32), new Uint8Array(32).fill(1)]]) {
      const value = { extra, index: 0, proof, checkpoint };
      t.strictSame(parseTlogProof(formatTlogProof(value)), value);
    }
  }
});

t.test('C2SP tlog-proof: malformed proofs, inclusion', async t => {
  const { proof } = await makeReceipt();
  const cases: Record<string, string> = {
    empty: '',
    'no checkpoint': proof.slice(0, proof.indexOf('\n\n')),
    'another version': proof.replace('@v1', '@v2'),
    'no index': proof.replace(/index .*\n/, ''),
    'index before extra': proof.replace(/(extra .*\n)(index .*\n)/, '$2$1'),
    'index with a leading zero': proof.replace('index 4', 'index 04'),
    'index with a sign': proof.replace('index 4', 'index -4'),
    'index 2^53': proof.replace('index 4', 'index 9007199254740992'),
    'extra twice': proof.replace(/(extra .*\n)/, '$1$1'),
    'a hash of 31 bytes': proof.replace(/index 4\n/, `index 4\n${'A'.repeat(41)}=\n`),
    'a hash with a space': proof.replace(/index 4\n/, 'index 4\n '),
    'carriage returns': proof.replaceAll('\n', '\r\n'),
    '54 hashes': proof.replace(/index 4\n/, `index 4\n${`${'A'.repeat(43)}=\n`.repeat(54)}`),
    oversized: `${proof}${'x'.repeat(1_200_000)}`,
  };
  for (const [name, text] of Object.entries(cases)) {
    throwsCheck(t, () => parseTlogProof(text), 'inclusion', name);
  }
});
