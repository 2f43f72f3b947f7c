import { FormatError, type PublicKey, parsePublicJwk } from '../../log/index.js';

/** The public key of a body, or what is wrong with it (log-format section 8, *key*). */
export function readKey(jwk: unknown): PublicKey | string {
  try {
    return parsePublicJwk(jwk);
  } catch (error) {
    if (error instanceof FormatError) return error.message;
    throw error;
  }
}
