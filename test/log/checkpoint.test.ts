import t from 'tap';
import {
  base64Bytes,
  base64urlText,
  type Checkpoint,
  concatBytes,
  cosignNote,
  createVerifierKey,
  EMPTY_ROOT,
  equalBytes,
  formatCheckpoint,
  formatNote,
  formatSignatureLine,
  leafHash,
  type Policy,
  parseCheckpoint,
  parseNote,
  parsePublicJwk,
  parseVerifierKey,
  rootOfLeaves,
  signCheckpoint,
  signNote,
  utf8Bytes,
  verifyCheckpoint,
  verifyInclusion,
} from '../../src/log/index.js';
import { rejectsCheck, throwsCheck } from '../helpers/assert-format-error.js';
import { readVectors, skipWithoutVectors } from '../helpers/vectors.js';
import { createTestOfficer, TEST_ORIGIN } from './signed-event.js';

interface TestLog {
  readonly vkey: string;
  readonly entries: readonly string[];
  readonly checkpoints: readonly string[];
  readonly tiles: Readonly<Record<string, string>>;
}

interface Rekor {
  readonly trustedRoots: Readonly<
    Record<
      string,
      {
        readonly tlogs: readonly {
          readonly baseUrl: string;
          readonly publicKey: { readonly rawBytes: string };
        }[];
      }
    >
  >;
  readonly tests: readonly {
    readonly name: string;
    readonly expectReject: boolean;
    readonly logIndex: string;
    readonly canonicalizedBody: string;
    readonly proofHashes: readonly string[];
    readonly checkpoint?: string;
    readonly trustedRoot: string;
  }[];
}

const bytes = (text: string) => base64Bytes(text, 'checkpoint');

function trust(
  logs: Policy['logs'],
  witnesses: Policy['witnesses'] = [],
  quorum: string | null = null,
): Policy {
  return { logs, witnesses, groups: [], quorum };
}

t.test('the test log of tessera: roots, checkpoints and tiles', { skip: skipWithoutVectors }, async t => {
  const { vkey, entries, checkpoints, tiles } = readVectors<TestLog>('tlog-testlog.json');
  const policy = trust([parseVerifierKey(vkey, 'policy')]);
  const leaves = entries.map(entry => leafHash(utf8Bytes(entry)));
  for (const [size, note] of checkpoints.entries()) {
    const checkpoint = await verifyCheckpoint(note, policy);
    t.equal(checkpoint.size, size);
    t.ok(equalBytes(checkpoint.root, rootOfLeaves(leaves.slice(0, size))), `root of ${size}`);
    t.equal(formatCheckpoint(checkpoint), checkpoint.note.text);
    const tile = tiles[`tile/0/000.p/${size}`];
    if (tile !== undefined)
      t.ok(equalBytes(bytes(tile), concatBytes(...leaves.slice(0, size))), `tile of ${size}`);
  }
});

t.test('checkpoints and proofs of a public log', { skip: skipWithoutVectors }, async t => {
  const { trustedRoots, tests } = readVectors<Rekor>('rekor2-checkpoints-and-timestamps.json');
  for (const {
    name,
    expectReject,
    logIndex,
    canonicalizedBody,
    proofHashes,
    checkpoint,
    trustedRoot,
  } of tests) {
    if (checkpoint === undefined) continue;
    const logs = (trustedRoots[trustedRoot]?.tlogs ?? [])
      .map(({ baseUrl, publicKey }) => ({ host: new URL(baseUrl).host, der: bytes(publicKey.rawBytes) }))
      // SubjectPublicKeyInfo of an Ed25519 key: 12 bytes and the key (RFC 8410).
      .filter(({ der }) => der.length === 44)
      .map(({ host, der }) => {
        const jwk = { crv: 'Ed25519', kty: 'OKP', x: base64urlText(der.subarray(12)) };
        return createVerifierKey(host, 'note', parsePublicJwk(jwk));
      });
    const verify = () => verifyCheckpoint(checkpoint, trust(logs));
    // What else is wrong with a bundle, a time-stamp or a signature, is not about its checkpoint.
    if (expectReject && name.startsWith('rekor2-checkpoint-')) {
      await rejectsCheck(t, verify, 'checkpoint', name);
      continue;
    }
    const { size, root } = await verify();
    const claim = {
      index: Number(logIndex),
      size,
      leafHash: leafHash(bytes(canonicalizedBody)),
      proof: proofHashes.map(bytes),
      root,
    };
    t.ok(verifyInclusion(claim), name);
    t.notOk(verifyInclusion({ ...claim, index: claim.index - 1 }), `${name}: not at another index`);
  }
});

const { key: publicKey, signer } = await createTestOfficer(1, 'Ed25519');
const logKey = createVerifierKey(TEST_ORIGIN, 'note', publicKey);
const checkpoint: Checkpoint = { origin: TEST_ORIGIN, size: 7, root: leafHash(utf8Bytes('DEMO')) };
const note = await signCheckpoint(checkpoint, { key: logKey, signer });
const { text } = parseNote(note);

t.test('section 5: a checkpoint reads back and verifies', async t => {
  const verified = await verifyCheckpoint(note, trust([logKey]));
  t.match(verified, { origin: TEST_ORIGIN, size: 7, logKeys: [logKey], cosignatures: [], quorum: true });
  t.strictSame(parseCheckpoint(text), checkpoint);
  t.strictSame(parseCheckpoint(formatCheckpoint({ ...checkpoint, size: 0, root: EMPTY_ROOT })).size, 0);
  t.strictSame(parseCheckpoint(`${text}extension\n`), checkpoint, 'unknown extension lines are ignored');
});

t.test('section 5: malformed checkpoints, checkpoint', async t => {
  const [origin = '', size = '', root = ''] = text.split('\n');
  const cases: Record<string, string> = {
    'two lines': `${origin}\n${size}\n`,
    'no newline at the end': `${origin}\n${size}\n${root}`,
    'an empty origin': `\n${size}\n${root}\n`,
    'an empty line': `${origin}\n${size}\n${root}\n\nx\n`,
    'leading zero': `${origin}\n07\n${root}\n`,
    'negative size': `${origin}\n-7\n${root}\n`,
    'size with plus': `${origin}\n+7\n${root}\n`,
    'hexadecimal size': `${origin}\n0x7\n${root}\n`,
    'size 2^53': `${origin}\n9007199254740992\n${root}\n`,
    'size of 40 digits': `${origin}\n${'9'.repeat(40)}\n${root}\n`,
    'root of 31 bytes': `${origin}\n${size}\n${'A'.repeat(41)}=\n`,
    'root in base64url': `${origin}\n${size}\n${'-'.repeat(43)}=\n`,
  };
  for (const [name, changed] of Object.entries(cases)) {
    throwsCheck(t, () => parseCheckpoint(changed), 'checkpoint', name);
  }
});

t.test('section 5: only a key of the policy whose name is the origin counts, checkpoint', async t => {
  const { key: otherKey, signer: otherSigner } = await createTestOfficer(2, 'Ed25519');
  const other = createVerifierKey(TEST_ORIGIN, 'note', otherKey);
  const elsewhere = createVerifierKey('demo.example/other', 'note', otherKey);
  const verify = (signed: string, ...logs: Policy['logs']) => verifyCheckpoint(signed, trust(logs));
  await rejectsCheck(t, () => verify(note, other), 'checkpoint', 'another key');
  await t.rejects(verify(note, other), {
    message: new RegExp(
      `under another key \\(id ${logKey.keyId}\\) than the policy names \\(id ${other.keyId}\\)`,
    ),
  });
  await t.rejects(
    verify(formatNote({ text, signatures: [await signNote(text, elsewhere, otherSigner)] }), logKey),
    {
      message: /itself has not signed/,
    },
  );
  await rejectsCheck(t, () => verify(note), 'checkpoint', 'no key');
  await rejectsCheck(t, () => verify(note.replace('\n7\n', '\n8\n'), logKey), 'checkpoint', 'a changed size');
  const sameKey = createVerifierKey('demo.example/other', 'note', publicKey);
  const foreign = formatNote({ text, signatures: [await signNote(text, sameKey, signer)] });
  await rejectsCheck(t, () => verify(foreign, sameKey), 'checkpoint', 'a known key of another origin');
  await rejectsCheck(
    t,
    () => signCheckpoint(checkpoint, { key: sameKey, signer }),
    'key',
    'signing for another origin',
  );
  const both = note + formatSignatureLine(await signNote(text, other, otherSigner));
  t.equal((await verify(both, logKey, other)).logKeys.length, 2, 'the old and the new key');
  t.equal((await verify(both, other)).logKeys.length, 1, 'one good line is enough');
});

t.test('section 5: cosignatures of witnesses, their times and the quorum', async t => {
  const { key: witnessKey, signer: witnessSigner } = await createTestOfficer(3, 'Ed25519');
  const key = createVerifierKey('witness.example/lab', 'cosignature', witnessKey);
  const policy = trust([logKey], [{ name: 'w', key, url: null }], 'w');
  t.equal((await verifyCheckpoint(note, policy)).quorum, false, 'without it: no quorum, and no error');
  const line = await cosignNote(text, key, witnessSigner, 1_617_345_000);
  const cosigned = note + formatSignatureLine(line);
  const verified = await verifyCheckpoint(cosigned, policy);
  t.strictSame(verified.cosignatures, [{ witness: 'w', time: 1_617_345_000_000 }]);
  t.equal(verified.quorum, true);
  t.strictSame((await verifyCheckpoint(cosigned, trust([logKey]))).cosignatures, [], 'an unknown witness');
  const changed = { ...line, signature: line.signature.with(7, (line.signature[7] ?? 0) ^ 1) };
  const bad = note + formatSignatureLine(changed);
  await rejectsCheck(t, () => verifyCheckpoint(bad, policy), 'checkpoint', 'another time');
  const short = note + formatSignatureLine({ ...line, signature: line.signature.subarray(0, 7) });
  await rejectsCheck(t, () => verifyCheckpoint(short, policy), 'checkpoint', 'no room for a time');
  const late = note + formatSignatureLine({ ...line, signature: line.signature.with(0, 255) });
  await rejectsCheck(t, () => verifyCheckpoint(late, policy), 'checkpoint', 'a time above 2^53-1');
  const plain = createVerifierKey('witness.example/lab', 'note', witnessKey);
  await rejectsCheck(t, () => cosignNote(text, plain, witnessSigner, 1), 'key', 'a key for notes');
  await rejectsCheck(t, () => cosignNote(text, key, signer, 1), 'key', 'the key of another');
});
