import { ed25519 } from '@noble/curves/ed25519.js';
import { p256, p384 } from '@noble/curves/nist.js';
import { base64urlBytes } from './base64.js';
import { concatBytes, equalBytes } from './bytes.js';
import { FormatError } from './error.js';
import type { Algorithm } from './event.js';
import { isJsonObject } from './json.js';
import { type PublicJwk, type PublicKey, parsePublicJwk } from './key.js';
import { importKey, WEB_CRYPTO_NAMES } from './web-crypto.js';

/** Whoever holds a private key: software, a card, a phone's key store. */
export interface Signer {
  readonly kid: string;
  readonly alg: Algorithm;
  /** Signs the bytes given; raw r || s for ECDSA. */
  sign(message: Uint8Array): Promise<Uint8Array>;
}

/** The public members and `d` (RFC 7518 section 6.2.2, RFC 8037 section 2). */
export type PrivateJwk = PublicJwk & { readonly d: string };

function derivePublicBytes(alg: Algorithm, secret: Uint8Array): Uint8Array {
  if (alg === 'ES256') return p256.getPublicKey(secret, false).subarray(1);
  if (alg === 'ES384') return p384.getPublicKey(secret, false).subarray(1);
  return ed25519.getPublicKey(secret);
}

function publicBytes(jwk: PublicJwk): Uint8Array {
  const x = base64urlBytes(jwk.x, 'key');
  return jwk.crv === 'Ed25519' ? x : concatBytes(x, base64urlBytes(jwk.y, 'key'));
}

/** A private part of another key would make signatures that nobody can verify. */
function requireMatch(key: PublicKey, d: string): void {
  let derived: Uint8Array;
  try {
    derived = derivePublicBytes(key.alg, base64urlBytes(d, 'key'));
  } catch (cause) {
    throw new FormatError('key', 'd is not a private key of this curve', { cause });
  }
  if (!equalBytes(derived, publicBytes(key.jwk))) throw new FormatError('key', 'd belongs to another key');
}

function parsePrivateJwk(value: unknown): { key: PublicKey; d: string } {
  if (!isJsonObject(value)) throw new FormatError('key', 'expected a JWK object');
  const { d, ...publicMembers } = value;
  if (typeof d !== 'string') throw new FormatError('key', 'expected d to be a string');
  const key = parsePublicJwk(publicMembers);
  requireMatch(key, d);
  return { key, d };
}

/**
 * @param privateJwk exactly the public members and `d`
 * @throws {FormatError} `key`
 */
export async function createSigner(privateJwk: unknown): Promise<Signer> {
  const { key, d } = parsePrivateJwk(privateJwk);
  const imported = await importKey(key.alg, { ...key.jwk, d }, 'sign');
  return {
    kid: key.kid,
    alg: key.alg,
    async sign(message) {
      const { signature } = WEB_CRYPTO_NAMES[key.alg];
      return new Uint8Array(
        await globalThis.crypto.subtle.sign(signature, imported, new Uint8Array(message)),
      );
    },
  };
}

/** Makes a new key with the platform's randomness. What comes back is secret: it is for a key store only. */
export async function generatePrivateJwk(alg: Algorithm): Promise<PrivateJwk> {
  const names = WEB_CRYPTO_NAMES[alg].key;
  const pair = await globalThis.crypto.subtle.generateKey(names, true, ['sign', 'verify']);
  if (!('privateKey' in pair)) throw new TypeError(`${alg} made no key pair`);
  // The export names its uses too: only the members of the thumbprint and `d` are kept.
  const { crv, kty, x, y, d } = await globalThis.crypto.subtle.exportKey('jwk', pair.privateKey);
  const { key, d: secret } = parsePrivateJwk(y === undefined ? { crv, kty, x, d } : { crv, kty, x, y, d });
  return { ...key.jwk, d: secret };
}
