import { sha256 as Sha256 } from '@noble/hashes/sha2.js';
import { hexText } from '../../log/index.js';
import { CheckFailure } from '../check-failure.js';

/** Hashes a file part by part. */
export interface Hash {
  update(part: Uint8Array): unknown;
  digest(): Uint8Array;
}

export type CreateHash = () => Hash;

export const createOwnSha256: CreateHash = () => Sha256.create();

/** What a file of a bag must be. */
export interface Expected {
  /** From the bag's folder. */
  readonly path: string;
  /** Hexadecimal. */
  readonly sha256: string;
  /** As it was listed, in bytes. */
  readonly size: number;
}

/**
 * The parts of a file, hashed as they go by. Each reading is hashed anew: a medium that answers otherwise the second
 * time is found by it, and what was made of the parts before their end counts for nothing. Never more than `size` is given.
 * @throws {CheckFailure} `bag` after the last part, where they are not what the manifest says; at the first beyond `size`
 */
export async function* verifiedBytes(
  parts: AsyncIterable<Uint8Array>,
  { path, sha256, size }: Expected,
  createSha256: CreateHash,
): AsyncGenerator<Uint8Array> {
  const hash = createSha256();
  let length = 0;
  for await (const part of parts) {
    length += part.length;
    if (length > size)
      throw new CheckFailure('bag', path, `longer than the ${size} bytes that it was listed with`);
    hash.update(part);
    yield part;
  }
  requireHash(path, sha256, hash);
  if (length !== size) throw new CheckFailure('bag', path, `listed with ${size} bytes, and has ${length}`);
}

/** @throws {CheckFailure} `bag` */
export function requireHash(path: string, expected: string | undefined, hash: Hash): void {
  const found = hexText(hash.digest());
  if (found === expected) return;
  throw new CheckFailure('bag', path, `expected SHA-256 ${expected}, found ${found}`);
}
