import { createPublicKey, type KeyObject, verify } from 'node:crypto';
import { isSignatureInRange, type PublicKey } from '../../log/index.js';

const HASHES = { ES256: 'sha256', ES384: 'sha384', Ed25519: null } as const;
const MAX_KEYS = 1024;

/** Checks signatures on the thread that it is called on: a worker is a core by itself. */
export function createSignatureVerifier(): (
  key: PublicKey,
  message: Uint8Array,
  signature: Uint8Array,
) => boolean {
  const keys = new Map<string, KeyObject>();
  const keyOf = ({ kid, jwk }: PublicKey): KeyObject => {
    const known = keys.get(kid);
    if (known !== undefined) return known;
    // Thrown away rather than kept for ever: a hostile log may name any number.
    if (keys.size >= MAX_KEYS) keys.clear();
    const key = createPublicKey({ key: { ...jwk }, format: 'jwk' });
    keys.set(kid, key);
    return key;
  };
  return (key, message, signature) =>
    isSignatureInRange(key.alg, signature) &&
    verify(HASHES[key.alg], message, { key: keyOf(key), dsaEncoding: 'ieee-p1363' }, signature);
}
