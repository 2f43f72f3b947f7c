import { createHash } from 'node:crypto';
import t from 'tap';
import { imprintOf, readAuthorities, verifyTimestamp, verifyToken } from '../../../src/verify/index.js';
import { ForgedLog } from '../../helpers/forged/forged-log.js';
import { newForgedKey } from '../../helpers/forged/keys.js';
import { readKeptLog } from '../../helpers/kept-log.js';
import { type Faults, TestAuthority } from '../../helpers/time-stamp-authority.js';
import { readVectors, skipWithoutVectors } from '../../helpers/vectors.js';

const { checkpoint: note } = await readKeptLog();
const now = Date.now();

function given(...der: readonly Uint8Array[]) {
  return der.flatMap(bytes => readAuthorities(bytes) ?? []);
}

async function stamped(faults: Faults = {}) {
  const authority = await TestAuthority.create(faults);
  return { authority, token: await authority.token(imprintOf(note)) };
}

t.test('section 5: the imprint is that of the text, a newline and the line of the log', async t => {
  const [text = '', lines = ''] = note.split('\n\n');
  const bytes = `${text}\n\n${lines.split('\n')[0]}\n`;
  t.same(imprintOf(note), new Uint8Array(createHash('sha256').update(bytes).digest()));
});

t.test('RFC 3161: a token of an authority that is given', async t => {
  const { authority, token } = await stamped();
  const { time, authority: behind } = await verifyTimestamp(token, note, given(authority.root));
  t.ok(Math.abs(time - now) < 60_000, 'its time');
  t.ok(behind, 'who stands behind it');
  for (const names of ['v1', 'v2'] as const) {
    const other = await stamped({ names });
    await t.resolves(verifyTimestamp(other.token, note, given(other.authority.root)), `ESSCertID ${names}`);
  }
  const bare = await stamped({ withoutCertificate: true });
  const { root, signing } = bare.authority;
  await t.resolves(verifyTimestamp(bare.token, note, given(root, signing)), 'its certificate given apart');
  await t.resolves(
    verifyTimestamp(token, note, given(authority.signing)),
    'the signing certificate itself given',
  );
});

t.test('RFC 3161: a good token of an authority that is not given proves no time', async t => {
  const { token } = await stamped();
  const stranger = await TestAuthority.create();
  t.equal((await verifyTimestamp(token, note, [])).authority, null);
  t.equal((await verifyTimestamp(token, note, given(stranger.root))).authority, null, 'of the same name');
  const chain = await stamped({ issuerIsNoAuthority: true });
  t.equal(
    (await verifyTimestamp(chain.token, note, given(chain.authority.root))).authority,
    null,
    'a certificate that may certify nobody',
  );
});

const broken: readonly (readonly [string, Faults, RegExp])[] = [
  ['another imprint', { imprint: new Uint8Array(32) }, /of something else/],
  ['a second purpose', { purposes: ['1.3.6.1.5.5.7.3.8', '1.3.6.1.5.5.7.3.1'] }, /not one for time-stamping/],
  ['another purpose', { purposes: ['1.3.6.1.5.5.7.3.1'] }, /not one for time-stamping/],
  ['a purpose that is not critical', { purposeNotCritical: true }, /not one for time-stamping/],
  ['another certificate named', { names: 'another' }, /another signing certificate/],
  ['no certificate named', { names: 'none' }, /does not name its signing certificate/],
  ['a certificate that had ended', { validUntil: '2021-01-01T00:00:00Z' }, /not valid then/],
  ['a time before the certificate', { genTime: '2019-01-01T00:00:00Z' }, /not valid then/],
  ['another version', { version: 2 }, /version 1/],
  ['an unknown critical extension', { criticalExtension: true }, /critical extension/],
  ['a signature over something else', { contentType: '1.2.840.113549.1.7.1' }, /not one over a time-stamp/],
  ['a digest that is broken', { digest: 'SHA-1' }, /hash function/],
];

for (const [title, faults, message] of broken) {
  t.test(`RFC 3161: ${title}`, async t => {
    const { authority, token } = await stamped(faults);
    await t.rejects(verifyTimestamp(token, note, given(authority.root)), { name: 'TimestampError', message });
  });
}

t.test('a token over the checkpoint of another log, or of another size', async t => {
  const { authority, token } = await stamped();
  const other = new ForgedLog(note.split('\n')[0] ?? '', newForgedKey('Ed25519'));
  await t.rejects(verifyTimestamp(token, other.checkpoint(0), given(authority.root)), /something else/);
});

t.test('no byte of a token changes without being noticed, or without consequence', async t => {
  const { authority, token } = await stamped();
  const authorities = given(authority.root);
  const { time } = await verifyTimestamp(token, note, authorities);
  let unnoticed = 0;
  for (let place = 0; place < token.length; place++) {
    const changed = Uint8Array.from(token);
    changed[place] = (changed[place] ?? 0) ^ 0x01;
    const outcome = await verifyTimestamp(changed, note, authorities).catch((error: Error) => error);
    if (outcome instanceof Error) {
      if (outcome.name !== 'TimestampError') t.fail(`byte ${place}: ${outcome.stack}`);
    } else if (outcome.authority !== null) {
      unnoticed += 1;
      t.equal(outcome.time, time, `byte ${place} says another time`);
    }
  }
  // The versions and the list of digest algorithms of CMS are outside what is signed.
  t.ok(unnoticed < 40, `${unnoticed} bytes outside the signature`);
});

t.test('what is no token', async t => {
  const { token } = await stamped();
  const cases: Uint8Array[] = [
    new Uint8Array(0),
    new Uint8Array([0x30, 0x80]),
    new Uint8Array(300_000),
    token.slice(0, -1),
    Uint8Array.from([...token, 0]),
    Uint8Array.from([0x30, 0x84, 0xff, 0xff, 0xff, 0xff]),
    // Sequences inside sequences, deeper than anybody reads.
    Uint8Array.from(Array.from({ length: 60_000 }, (_, place) => (place % 2 === 0 ? 0x30 : 0x80))),
  ];
  for (const bytes of cases) {
    await t.rejects(verifyTimestamp(bytes, note, []), { name: 'TimestampError' }, `${bytes.length} bytes`);
  }
});

t.test('certificates are read as PEM and DER, and what is none is none', async t => {
  const { root, signing } = await TestAuthority.create();
  const pem = (der: Uint8Array) =>
    `-----BEGIN CERTIFICATE-----\n${Buffer.from(der).toString('base64')}\n-----END CERTIFICATE-----\n`;
  t.equal(readAuthorities(Buffer.from(pem(root) + pem(signing)))?.length, 2);
  t.equal(readAuthorities(root)?.length, 1);
  t.equal(readAuthorities(Buffer.from('DEMO')), null);
  t.equal(readAuthorities(Buffer.from(pem(new Uint8Array(10)) + pem(root))), null, 'one of two');
  t.equal(readAuthorities(new Uint8Array([1, 2, 0xff])), null);
});

interface LocalVector {
  readonly data: string;
  readonly responseDerB64: string;
  readonly tsaCertPem: string;
}

t.test('vectors: a token of openssl ts', { skip: skipWithoutVectors }, async t => {
  const vector = readVectors<LocalVector>('rfc3161-local-tsa.json');
  const token = tokenOf(vector.responseDerB64);
  const authorities = readAuthorities(Buffer.from(vector.tsaCertPem)) ?? [];
  const { authority } = await verifyToken(token, [Buffer.from(vector.data)], authorities);
  t.ok(authority);
  await t.rejects(verifyToken(token, [Buffer.from('another')], authorities), /something else/);
});

interface RekorVectors {
  readonly trustedRoots: Record<
    string,
    { timestampAuthorities: { certChain: { certificates: { rawBytes: string }[] } }[] }
  >;
  readonly tests: {
    readonly name: string;
    readonly rfc3161: readonly string[];
    readonly signature: string;
    readonly trustedRoot: string;
  }[];
}

t.test('vectors: tokens of sigstore', { skip: skipWithoutVectors }, async t => {
  const { trustedRoots, tests } = readVectors<RekorVectors>('rekor2-checkpoints-and-timestamps.json');
  /** The bundle's other faults are not the token's; validity in the trusted root is sigstore's own. */
  const notGood = new Set([
    'rekor2-timestamp-outside-tsa-cert-validity_fail',
    'rekor2-timestamp-payload-mismatch_fail',
    'rekor2-timestamp-untrusted-tsa-with-embedded-cert_fail',
    'rekor2-timestamp-untrusted-tsa-without-embedded-cert_fail',
  ]);
  for (const { name, rfc3161, signature, trustedRoot } of tests) {
    const chain = trustedRoots[trustedRoot]?.timestampAuthorities[0]?.certChain.certificates ?? [];
    const authorities = given(...chain.map(({ rawBytes }) => Buffer.from(rawBytes, 'base64')));
    for (const answer of rfc3161) {
      const signed = Buffer.from(signature, 'base64');
      const verified = await verifyToken(tokenOf(answer), [signed], authorities).catch(() => null);
      t.equal((verified?.authority ?? null) !== null, !notGood.has(name), name);
    }
  }
});

/** The second member of a TimeStampResp. */
function tokenOf(answer: string): Uint8Array {
  const bytes = Buffer.from(answer, 'base64');
  const start = bytes.indexOf(Buffer.from('06092a864886f70d010702', 'hex'));
  const header =
    bytes[start - 4] === 0x30 && bytes[start - 3] === 0x82 ? 4 : bytes[start - 3] === 0x30 ? 3 : 2;
  return new Uint8Array(bytes.subarray(start - header));
}
