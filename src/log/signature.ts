import { ed25519 } from '@noble/curves/ed25519.js';
import { p256, p384 } from '@noble/curves/nist.js';
import { bytesToNumberBE, bytesToNumberLE } from '@noble/curves/utils.js';
import type { Algorithm } from './event.js';
import type { PublicKey } from './key.js';
import { type ImportedKey, importKey, WEB_CRYPTO_NAMES } from './web-crypto.js';

/** Length of a signature: r || s of ECDSA, R || S of Ed25519. */
export const SIGNATURE_BYTES: Record<Algorithm, number> = { ES256: 64, ES384: 96, Ed25519: 64 };

const EC_ORDER = { ES256: p256.Point.Fn.ORDER, ES384: p384.Point.Fn.ORDER } as const;
const ED25519_ORDER = ed25519.Point.Fn.ORDER;

/** Imported keys by their public bytes; the oldest leaves first, so that hostile input cannot fill memory. */
const MAX_IMPORTED_KEYS = 1024;
const importedKeys = new Map<string, Promise<ImportedKey>>();

function importPublicKey({ alg, jwk }: PublicKey): Promise<ImportedKey> {
  const name = jwk.crv === 'Ed25519' ? `${jwk.crv} ${jwk.x}` : `${jwk.crv} ${jwk.x} ${jwk.y}`;
  const known = importedKeys.get(name);
  if (known !== undefined) return known;
  const imported = importKey(alg, jwk, 'verify');
  if (importedKeys.size >= MAX_IMPORTED_KEYS) {
    for (const oldest of importedKeys.keys()) {
      importedKeys.delete(oldest);
      break;
    }
  }
  importedKeys.set(name, imported);
  return imported;
}

/**
 * Length; ECDSA: 0 < r < n and 0 < s < n, a high s is allowed; Ed25519: S < L (RFC 8032 section 5.1.7). Checked here
 * too, so that the verdict does not depend on the platform.
 */
export function isSignatureInRange(alg: Algorithm, signature: Uint8Array): boolean {
  if (signature.length !== SIGNATURE_BYTES[alg]) return false;
  const half = signature.length / 2;
  if (alg === 'Ed25519') return bytesToNumberLE(signature.subarray(half)) < ED25519_ORDER;
  const r = bytesToNumberBE(signature.subarray(0, half));
  const s = bytesToNumberBE(signature.subarray(half));
  const order = EC_ORDER[alg];
  return r > 0n && r < order && s > 0n && s < order;
}

/** Whether `signature` is one by `key` over `message`. Never throws for hostile input. */
export async function verifySignature(
  key: PublicKey,
  message: Uint8Array,
  signature: Uint8Array,
): Promise<boolean> {
  // Copies: a caller cannot change the bytes between the checks.
  const received = new Uint8Array(signature);
  const signed = new Uint8Array(message);
  if (!isSignatureInRange(key.alg, received)) return false;
  const imported = await importPublicKey(key);
  return globalThis.crypto.subtle.verify(WEB_CRYPTO_NAMES[key.alg].signature, imported, received, signed);
}
