import type { Algorithm } from './event.js';
import type { PublicJwk } from './key.js';

/** What WebCrypto calls an imported key; named by its own function, so that no platform's types are needed. */
export type ImportedKey = Awaited<ReturnType<typeof globalThis.crypto.subtle.importKey>>;

interface WebCryptoNames {
  readonly key: { readonly name: string; readonly namedCurve?: string };
  readonly signature: { readonly name: string; readonly hash?: string };
}

/** How WebCrypto names each algorithm when a key is imported and when it is used. */
export const WEB_CRYPTO_NAMES = {
  ES256: { key: { name: 'ECDSA', namedCurve: 'P-256' }, signature: { name: 'ECDSA', hash: 'SHA-256' } },
  ES384: { key: { name: 'ECDSA', namedCurve: 'P-384' }, signature: { name: 'ECDSA', hash: 'SHA-384' } },
  Ed25519: { key: { name: 'Ed25519' }, signature: { name: 'Ed25519' } },
} as const satisfies Record<Algorithm, WebCryptoNames>;

/** Imports a checked key for one use; with `d` it is a private key and cannot be exported again. */
export function importKey(
  alg: Algorithm,
  jwk: PublicJwk & { readonly d?: string },
  usage: 'sign' | 'verify',
): Promise<ImportedKey> {
  return globalThis.crypto.subtle.importKey('jwk', { ...jwk }, WEB_CRYPTO_NAMES[alg].key, false, [usage]);
}
