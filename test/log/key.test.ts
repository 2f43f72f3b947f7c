import t from 'tap';
import {
  type Algorithm,
  base64urlBytes,
  base64urlText,
  createSigner,
  generatePrivateJwk,
  hexBytes,
  type JsonObject,
  keyThumbprint,
  parsePublicJwk,
  utf8Bytes,
  verifySignature,
} from '../../src/log/index.js';
import { rejectsCheck, throwsCheck } from '../helpers/assert-format-error.js';
import { readVectors, skipWithoutVectors } from '../helpers/vectors.js';
import { createTestOfficer } from './signed-event.js';

interface Wycheproof {
  readonly testGroups: readonly {
    readonly publicKey: { readonly pk?: string; readonly uncompressed?: string };
    readonly tests: readonly {
      readonly tcId: number;
      readonly comment: string;
      readonly msg: string;
      readonly sig: string;
      readonly result: 'valid' | 'invalid';
    }[];
  }[];
}

interface Rfc8037 {
  readonly privateJwk: JsonObject & { readonly d: string; readonly x: string };
  readonly jws: string;
  readonly thumbprint: string;
}

const algorithms: readonly Algorithm[] = ['ES256', 'ES384', 'Ed25519'];

t.test('RFC 8037 appendix A: key, thumbprint and signature', { skip: skipWithoutVectors }, async t => {
  const { privateJwk, jws, thumbprint } = readVectors<Rfc8037>('rfc8037-ed25519-jws.json');
  const key = parsePublicJwk({ crv: 'Ed25519', kty: 'OKP', x: privateJwk.x });
  t.equal(key.kid, thumbprint);
  const signer = await createSigner(privateJwk);
  const [header, payload, signature = ''] = jws.split('.');
  const input = utf8Bytes(`${header}.${payload}`);
  t.equal(base64urlText(await signer.sign(input)), signature);
  t.ok(await verifySignature(key, input, base64urlBytes(signature, 'jws')));
});

t.test('Wycheproof Ed25519', { skip: skipWithoutVectors }, async t => {
  const { testGroups } = readVectors<Wycheproof>('wycheproof-ed25519.json');
  for (const { publicKey, tests } of testGroups) {
    const key = parsePublicJwk({
      crv: 'Ed25519',
      kty: 'OKP',
      x: base64urlText(hexBytes(publicKey.pk ?? '')),
    });
    for (const { tcId, comment, msg, sig, result } of tests) {
      const verified = await verifySignature(key, hexBytes(msg), hexBytes(sig));
      t.equal(verified, result === 'valid', `${tcId} ${comment}`);
    }
  }
});

t.test('Wycheproof ECDSA P-256 with SHA-256, r || s', { skip: skipWithoutVectors }, async t => {
  const { testGroups } = readVectors<Wycheproof>('wycheproof-ecdsa-p256-sha256-p1363.json');
  for (const { publicKey, tests } of testGroups) {
    const point = hexBytes(publicKey.uncompressed ?? '');
    const [x, y] = [point.subarray(1, 33), point.subarray(33)].map(base64urlText);
    const key = parsePublicJwk({ crv: 'P-256', kty: 'EC', x, y });
    for (const { tcId, comment, msg, sig, result } of tests) {
      const verified = await verifySignature(key, hexBytes(msg), hexBytes(sig));
      t.equal(verified, result === 'valid', `${tcId} ${comment}`);
    }
  }
});

t.test('section 8: a public JWK has exactly the members of its thumbprint, key', async t => {
  for (const alg of algorithms) {
    const { d, ...jwk } = await generatePrivateJwk(alg);
    const key = parsePublicJwk(jwk);
    t.equal(key.alg, alg);
    t.equal(key.kid, keyThumbprint(jwk));
    throwsCheck(t, () => parsePublicJwk({ ...jwk, d }), 'key', `${alg} with d`);
    throwsCheck(t, () => parsePublicJwk({ ...jwk, use: 'sig' }), 'key', `${alg} with use`);
    throwsCheck(t, () => parsePublicJwk({ ...jwk, kid: key.kid }), 'key', `${alg} with kid`);
    const { x: _x, ...withoutX } = jwk;
    throwsCheck(t, () => parsePublicJwk(withoutX), 'key', `${alg} without x`);
    throwsCheck(t, () => parsePublicJwk({ ...jwk, x: 1 }), 'key', `${alg} x a number`);
    throwsCheck(t, () => parsePublicJwk({ ...jwk, x: `${jwk.x}A` }), 'key', `${alg} x longer`);
    throwsCheck(t, () => parsePublicJwk({ ...jwk, x: jwk.x.slice(2) }), 'key', `${alg} x shorter`);
    throwsCheck(t, () => parsePublicJwk({ ...jwk, kty: 'oct' }), 'key', `${alg} as oct`);
    throwsCheck(t, () => parsePublicJwk({ ...jwk, crv: 'P-521' }), 'key', `${alg} on another curve`);
  }
  for (const value of [null, 'x', [], {}]) {
    throwsCheck(t, () => parsePublicJwk(value), 'key', JSON.stringify(value));
  }
});

t.test('section 8: a valid point, not of small order, key', async t => {
  const zero32 = base64urlText(new Uint8Array(32));
  const zero48 = base64urlText(new Uint8Array(48));
  const ones = base64urlText(new Uint8Array(32).fill(255));
  const off = { kty: 'EC', x: zero32, y: zero32 };
  throwsCheck(t, () => parsePublicJwk({ crv: 'P-256', ...off }), 'key', 'P-256 zero');
  throwsCheck(t, () => parsePublicJwk({ crv: 'P-256', kty: 'EC', x: ones, y: ones }), 'key', 'P-256 above p');
  throwsCheck(
    t,
    () => parsePublicJwk({ crv: 'P-384', kty: 'EC', x: zero48, y: zero48 }),
    'key',
    'P-384 zero',
  );
  // The points of order 1, 2, 4 and 8, and encodings of y that are not below p (RFC 8032 section 5.1.3).
  const refused: Record<string, string> = {
    'order 1': '0100000000000000000000000000000000000000000000000000000000000000',
    'order 2': 'ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
    'order 4': '0000000000000000000000000000000000000000000000000000000000000000',
    'order 4, other sign': '0000000000000000000000000000000000000000000000000000000000000080',
    'order 8': '26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05',
    'order 8, other': 'c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a',
    'y = p': 'edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
    'y = p + 1': 'eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
    'x = 0 with sign': '0100000000000000000000000000000000000000000000000000000000000080',
    'not on the curve': '0200000000000000000000000000000000000000000000000000000000000000',
  };
  for (const [name, hex] of Object.entries(refused)) {
    const x = base64urlText(hexBytes(hex));
    throwsCheck(t, () => parsePublicJwk({ crv: 'Ed25519', kty: 'OKP', x }), 'key', name);
  }
});

t.test('section 8: a private JWK whose d is not that of its public key is refused, key', async t => {
  for (const alg of algorithms) {
    const [one, two] = [await generatePrivateJwk(alg), await generatePrivateJwk(alg)];
    await rejectsCheck(t, () => createSigner({ ...one, d: two.d }), 'key', `${alg} d of another key`);
    await rejectsCheck(t, () => createSigner({ ...one, d: 'AAAA' }), 'key', `${alg} d too short`);
    await rejectsCheck(t, () => createSigner({ ...one, ext: true }), 'key', `${alg} a further member`);
    const { d: _d, ...withoutD } = one;
    await rejectsCheck(t, () => createSigner(withoutD), 'key', `${alg} no d`);
  }
  await rejectsCheck(t, () => createSigner('x'), 'key', 'no object');
});

t.test('section 1: signatures of the right length and range only; a high s is allowed', async t => {
  const order = BigInt('0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551');
  const toBytes = (value: bigint) => hexBytes(value.toString(16).padStart(64, '0'));
  const { signer, key } = await createTestOfficer(1);
  const message = utf8Bytes('DEMO');
  const signature = await signer.sign(message);
  const s = BigInt(`0x${Buffer.from(signature.subarray(32)).toString('hex')}`);
  const withS = (value: bigint) => Uint8Array.of(...signature.subarray(0, 32), ...toBytes(value));
  t.ok(await verifySignature(key, message, signature));
  t.ok(await verifySignature(key, message, withS(order - s)), 'the other s');
  t.notOk(await verifySignature(key, message, withS(order)), 's = n');
  t.notOk(await verifySignature(key, message, withS(0n)), 's = 0');
  t.notOk(await verifySignature(key, message, signature.subarray(1)), 'shorter');
  t.notOk(await verifySignature(key, message, Uint8Array.of(...signature, 0)), 'longer');
  t.notOk(await verifySignature(key, utf8Bytes('DEMO2'), signature), 'another message');
});
