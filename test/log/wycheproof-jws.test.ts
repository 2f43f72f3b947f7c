import t from 'tap';
import {
  base64urlBytes,
  FormatError,
  type JsonObject,
  parsePublicJwk,
  splitJws,
  utf8Bytes,
  verifySignature,
} from '../../src/log/index.js';
import { throwsCheck } from '../helpers/assert-format-error.js';
import { readVectors, skipWithoutVectors } from '../helpers/vectors.js';

interface JwsVectors {
  readonly testGroups: readonly {
    readonly comment: string;
    readonly public?: JsonObject;
    readonly tests: readonly {
      readonly tcId: number;
      readonly comment: string;
      /** An object where the vector uses the JSON serialization. */
      readonly jws: unknown;
      readonly result: 'valid' | 'invalid';
    }[];
  }[];
}

/**
 * The vectors know no `typ` and no thumbprint as `kid`: as statements of this format all of them are refused,
 * good signature or not.
 */
t.test('Wycheproof JWS: no vector has a header of this format', { skip: skipWithoutVectors }, async t => {
  for (const { comment: group, tests } of readVectors<JwsVectors>('wycheproof-jws.json').testGroups) {
    for (const { tcId, comment, jws } of tests) {
      if (typeof jws !== 'string') continue;
      throwsCheck(t, () => splitJws(jws, 'custody-event+jws'), 'jws', `${group} ${tcId} ${comment}`);
    }
  }
});

/** What is left of a vector without the header: the signature over its first two parts. */
async function verifyParts(jwk: JsonObject, jws: string): Promise<boolean> {
  const [header, payload, signature, ...rest] = jws.split('.');
  if (signature === undefined || rest.length > 0) return false;
  const { crv, kty, x, y } = jwk;
  const key = parsePublicJwk({ crv, kty, x, y });
  try {
    return await verifySignature(key, utf8Bytes(`${header}.${payload}`), base64urlBytes(signature, 'jws'));
  } catch (error) {
    if (error instanceof FormatError) return false;
    throw error;
  }
}

/** The criterion: the group has a P-256 key whose own `alg` is ES256. Groups of other curves, RSA and HMAC are out. */
t.test('Wycheproof JWS: the signatures of the ES256 groups', { skip: skipWithoutVectors }, async t => {
  const { testGroups } = readVectors<JwsVectors>('wycheproof-jws.json');
  let count = 0;
  for (const { comment: group, public: jwk, tests } of testGroups) {
    if (jwk?.crv !== 'P-256' || jwk.alg !== 'ES256') continue;
    for (const { tcId, comment, jws, result } of tests) {
      if (typeof jws !== 'string') continue;
      count += 1;
      t.equal(await verifyParts(jwk, jws), result === 'valid', `${group} ${tcId} ${comment}`);
    }
  }
  t.equal(count, 39);
});

/** A key marked for another use has members that a key of this format does not have. */
t.test('Wycheproof JWS: keys for encryption are no keys here', { skip: skipWithoutVectors }, async t => {
  const { testGroups } = readVectors<JwsVectors>('wycheproof-jws.json');
  for (const { comment, public: jwk } of testGroups) {
    if (jwk?.crv !== 'P-256') continue;
    throwsCheck(t, () => parsePublicJwk(jwk), 'key', comment);
  }
});
