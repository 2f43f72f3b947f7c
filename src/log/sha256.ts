import { sha256 as hash } from '@noble/hashes/sha2.js';

/** Synchronous, so that tree code stays plain; 32 bytes. */
export function sha256(bytes: Uint8Array): Uint8Array {
  return hash(bytes);
}
