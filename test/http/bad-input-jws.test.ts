import { p256 } from '@noble/curves/nist.js';
import t from 'tap';
import {
  base64urlBytes,
  base64urlText,
  canonicalText,
  createSigner,
  generatePrivateJwk,
  type JsonObject,
  joinSubmission,
} from '../../src/log/index.js';
import { type Expected, expectProblem, forge, type Good, HostileStage } from '../helpers/hostile.js';
import { spoilSignature } from '../helpers/spoil-signature.js';

type Case = readonly [name: string, make: () => Promise<string>, expected: Expected];

const jws = (found: RegExp): Expected => ({ check: 'jws', found });
const order = p256.Point.Fn.ORDER;

function bytesOf(value: bigint): Uint8Array {
  return Uint8Array.from(Buffer.from(value.toString(16).padStart(64, '0'), 'hex'));
}

/** The parts of a good event taken apart, and put together by `join`. */
function parts({ jws: text }: Good): {
  readonly header: string;
  readonly payload: string;
  readonly sig: string;
} {
  const [header = '', payload = '', sig = ''] = text.split('.');
  return { header, payload, sig };
}

t.test('log-format section 1: a JWS that is not exactly one of ours', async t => {
  const hostile = await HostileStage.open(t);
  const { signer, key } = hostile.attacker;
  const other = await createSigner(await generatePrivateJwk('ES256'));
  const size = await hostile.size();

  const split = async (join: (part: ReturnType<typeof parts>) => string) => {
    const good = await hostile.good();
    return joinSubmission({ jws: join(parts(good)), disclosures: good.disclosures });
  };
  const signedWith = async (change: (r: bigint, s: bigint) => Uint8Array) =>
    split(({ header, payload, sig }) => {
      const bytes = Buffer.from(base64urlBytes(sig, 'jws')).toString('hex');
      const [r, s] = [BigInt(`0x${bytes.slice(0, 64)}`), BigInt(`0x${bytes.slice(64)}`)];
      return `${header}.${payload}.${base64urlText(change(r, s))}`;
    });
  const headed = async (header: Readonly<Record<string, unknown>> | string) => {
    const { text, disclosures } = await hostile.good();
    return joinSubmission({ jws: await forge({ header, payload: text, signer }), disclosures });
  };
  const usual = { alg: 'ES256', kid: key.kid, typ: 'custody-event+jws' };
  const plus = (more: Readonly<Record<string, unknown>>) => () =>
    headed(canonicalText({ ...usual, ...more } as JsonObject));

  const cases: readonly Case[] = [
    ['empty parts', async () => '..', jws(/header/)],
    ['one part', async () => 'a', jws(/three parts/)],
    ['two parts', () => split(({ header, payload }) => `${header}.${payload}`), jws(/three parts/)],
    [
      'four parts',
      () => split(({ header, payload, sig }) => `${header}.${payload}.${sig}.`),
      jws(/three parts/),
    ],
    ['five parts, as of an encrypted one', async () => 'a.b.c.d.e', jws(/three parts/)],
    ['no signature', () => split(({ header, payload }) => `${header}.${payload}.`), jws(/64 bytes/)],
    [
      'truncated by one character',
      () => split(({ header, payload, sig }) => `${header}.${payload}.${sig.slice(0, -1)}`),
      jws(/base64url|64 bytes/),
    ],
    [
      'payload truncated',
      // To whole groups of four characters: what is left is base64url still.
      () =>
        split(
          ({ header, payload, sig }) => `${header}.${payload.slice(0, -4 - (payload.length % 4))}.${sig}`,
        ),
      jws(/bad signature/),
    ],
    [
      'payload of another event',
      async () => {
        const [one, two] = [parts(await hostile.good()), parts(await hostile.good())];
        return `${one.header}.${two.payload}.${one.sig}`;
      },
      jws(/bad signature/),
    ],
    [
      'padded base64',
      () => split(({ header, payload, sig }) => `${header}.${payload}.${sig}==`),
      jws(/base64url/),
    ],
    [
      'base64 of the other alphabet',
      () => split(({ header, payload }) => `${header}.${payload}.${'+/'.repeat(43)}`),
      jws(/base64url/),
    ],
    [
      'unused bits set',
      () =>
        split(
          ({ header, payload, sig }) =>
            `${header}.${payload}.${sig.slice(0, -1)}${sig.endsWith('B') ? 'C' : 'B'}`,
        ),
      jws(/unused bits|bad signature/),
    ],
    [
      'white space before',
      () => split(({ header, payload, sig }) => ` ${header}.${payload}.${sig}`),
      jws(/header/),
    ],
    [
      'a line break after',
      () => split(({ header, payload, sig }) => `${header}.${payload}.${sig}\n`),
      jws(/base64url/),
    ],
    [
      'a spoilt signature',
      async () => {
        const good = await hostile.good();
        return joinSubmission({ ...good, jws: spoilSignature(good.jws) });
      },
      jws(/bad signature/),
    ],
    [
      'r = 0',
      () => signedWith((_, s) => Uint8Array.from([...bytesOf(0n), ...bytesOf(s)])),
      jws(/bad signature/),
    ],
    ['s = 0', () => signedWith(r => Uint8Array.from([...bytesOf(r), ...bytesOf(0n)])), jws(/bad signature/)],
    ['r = s = 0 (CVE-2022-21449)', () => signedWith(() => new Uint8Array(64)), jws(/bad signature/)],
    [
      'r beyond the order',
      () => signedWith((_, s) => Uint8Array.from([...bytesOf(order), ...bytesOf(s)])),
      jws(/bad signature/),
    ],
    [
      's beyond the order',
      () => signedWith(r => Uint8Array.from([...bytesOf(r), ...bytesOf(order)])),
      jws(/bad signature/),
    ],
    ['all bits set', () => signedWith(() => new Uint8Array(64).fill(255)), jws(/bad signature/)],
    ['63 bytes', () => signedWith(() => new Uint8Array(63).fill(1)), jws(/64 bytes/)],
    ['65 bytes', () => signedWith(() => new Uint8Array(65).fill(1)), jws(/64 bytes/)],
    ['96 bytes, as of ES384', () => signedWith(() => new Uint8Array(96).fill(1)), jws(/64 bytes/)],
    ['DER', () => signedWith((r, s) => new p256.Signature(r, s).toBytes('der')), jws(/64 bytes/)],
    ['alg none', () => headed({ ...usual, alg: 'none' }), jws(/expected alg/)],
    [
      'alg none and no signature',
      () =>
        split(
          ({ payload }) =>
            `${base64urlText(Buffer.from(canonicalText({ ...usual, alg: 'none' })))}.${payload}.`,
        ),
      jws(/expected alg/),
    ],
    ['alg HS256', () => headed({ ...usual, alg: 'HS256' }), jws(/expected alg/)],
    ['alg RS256', () => headed({ ...usual, alg: 'RS256' }), jws(/expected alg/)],
    ['alg EdDSA, the name before RFC 9864', () => headed({ ...usual, alg: 'EdDSA' }), jws(/expected alg/)],
    ['alg in lower case', () => headed({ ...usual, alg: 'es256' }), jws(/expected alg/)],
    ['alg missing', () => headed({ kid: key.kid, typ: 'custody-event+jws' }), jws(/expected alg/)],
    ['alg null', () => headed({ ...usual, alg: null }), jws(/expected alg/)],
    ['alg a list', () => headed({ ...usual, alg: ['ES256'] }), jws(/expected alg/)],
    [
      'alg of another key type',
      () => headed({ ...usual, alg: 'Ed25519' }),
      { check: 'key', found: /expected a key for Ed25519/ },
    ],
    [
      'kid unknown',
      async () => {
        const { text, disclosures } = await hostile.good();
        return joinSubmission({ jws: await forge({ payload: text, signer: other }), disclosures });
      },
      { check: 'key', found: /unknown kid/ },
    ],
    [
      'kid of somebody else',
      async () => headed({ ...usual, kid: hostile.test.stage.officer('DEMO-REG-1').key.kid }),
      jws(/bad signature/),
    ],
    ['kid no thumbprint', () => headed({ ...usual, kid: '../../etc/passwd' }), jws(/thumbprint/)],
    ['kid a number', () => headed({ ...usual, kid: 1 }), jws(/thumbprint/)],
    ['kid of SQL', () => headed({ ...usual, kid: "' or '1'='1" }), jws(/thumbprint/)],
    ['kid __proto__', () => headed({ ...usual, kid: '__proto__' }), jws(/thumbprint/)],
    ['kid missing', () => headed({ alg: 'ES256', typ: 'custody-event+jws' }), jws(/thumbprint/)],
    ['typ missing', () => headed({ alg: 'ES256', kid: key.kid }), jws(/expected typ/)],
    ['typ of a session', () => headed({ ...usual, typ: 'custody-session+jws' }), jws(/expected typ/)],
    ['typ of a proof of possession', () => headed({ ...usual, typ: 'custody-pop+jws' }), jws(/expected typ/)],
    ['typ JWT', () => headed({ ...usual, typ: 'JWT' }), jws(/expected typ/)],
    ['typ in capitals', () => headed({ ...usual, typ: 'CUSTODY-EVENT+JWS' }), jws(/expected typ/)],
    ['crit', plus({ crit: ['exp'] }), jws(/canonical form of alg, kid and typ alone/)],
    ['b64 false', plus({ b64: false, crit: ['b64'] }), jws(/alone/)],
    ['jwk of the attacker', plus({ jwk: { ...key.jwk } }), jws(/alone|at most/)],
    ['jku', plus({ jku: 'https://a.example/k' }), jws(/alone|at most/)],
    ['x5u', plus({ x5u: 'https://a.example/x' }), jws(/alone|at most/)],
    ['x5c', plus({ x5c: [''] }), jws(/alone/)],
    ['cty', plus({ cty: 'json' }), jws(/alone/)],
    [
      '__proto__ in the header',
      () => headed(`{"__proto__":{},${canonicalText(usual).slice(1)}`),
      jws(/alone/),
    ],
    ['a header beyond 256 characters', plus({ zip: 'x'.repeat(300) }), jws(/header of at most 256/)],
    [
      'header members in another order',
      () => headed({ kid: key.kid, alg: 'ES256', typ: usual.typ }),
      jws(/alone/),
    ],
    ['header with white space', () => headed(JSON.stringify(usual, null, 1)), jws(/alone/)],
    ['a header member twice', () => headed(`{"alg":"none",${canonicalText(usual).slice(1)}`), jws(/alone/)],
    ['header escaped', () => headed(canonicalText(usual).replace('ES256', '\\u0045S256')), jws(/alone/)],
    ['header no object', () => headed('[]'), jws(/not an object/)],
    ['header null', () => headed('null'), jws(/not an object/)],
    ['header no JSON', () => headed('{'), jws(/not JSON/)],
    [
      'header no UTF-8',
      async () => {
        const { text } = await hostile.good();
        return forge({ header: Uint8Array.of(0xff, 0xfe), payload: text, signer });
      },
      jws(/UTF-8/),
    ],
    ['header with a byte order mark', () => headed(`\ufeff${canonicalText(usual)}`), jws(/not JSON/)],
    [
      'JSON serialization',
      async () => JSON.stringify({ protected: '', payload: '', signature: '' }),
      jws(/three parts/),
    ],
  ];
  for (const [name, make, expected] of cases) {
    await t.test(name, async t => {
      expectProblem(t, await hostile.post([await make()]), expected);
      t.equal(await hostile.size(), size, 'nothing was written');
    });
  }

  await t.test('a high s is allowed: the statement is the same one, and the id does not change', async t => {
    const good = await hostile.good();
    const { header, payload, sig } = parts(good);
    const signature = p256.Signature.fromBytes(base64urlBytes(sig, 'jws'), 'compact');
    const flipped = new p256.Signature(signature.r, order - signature.s).toBytes('compact');
    const twin = joinSubmission({ ...good, jws: `${header}.${payload}.${base64urlText(flipped)}` });
    const [first, second] = [await hostile.post([good.submitted]), await hostile.post([twin])];
    t.equal(first.status, 201);
    t.equal(second.status, 201);
    t.match(second.document, { receipts: [{ index: size }] }, 'it is in the log already');
  });
  await hostile.checkWhole(t, size + 1);
});
