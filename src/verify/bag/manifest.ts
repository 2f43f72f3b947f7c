import { CheckFailure } from '../check-failure.js';
import type { Bag } from './bag.js';
import { requireBagPath } from './bag-path.js';
import { readLines } from './read-lines.js';
import type { Hash } from './verified-bytes.js';

const MAX_LINE_BYTES = 1200;
/** RFC 8493 section 2.1.3: hash, one or more spaces or tabs, path. */
const LINE = /^([0-9a-fA-F]{64})[ \t]+([^\s]+)\r?$/;

/** SHA-256 (hexadecimal, lower case) by path from the bag's folder. */
export type Manifest = ReadonlyMap<string, string>;

/**
 * Reads a manifest (RFC 8493 sections 2.1.3 and 2.2.1). It is not read beyond the first path that is no file of the
 * bag: never more names are held than there are files.
 * @param hash is given what was read
 * @throws {CheckFailure} `bag`
 */
export async function readManifest(
  bag: Bag,
  path: string,
  files: ReadonlyMap<string, number>,
  hash?: Hash,
): Promise<Manifest> {
  const manifest = new Map<string, string>();
  for await (const line of readLines(hashing(bag.open(path), hash), path, MAX_LINE_BYTES)) {
    const [, hash, file] = LINE.exec(line) ?? [];
    if (hash === undefined || file === undefined) {
      throw new CheckFailure('bag', path, 'expected lines of a SHA-256 and a path');
    }
    requireBagPath(file);
    if (!files.has(file)) throw new CheckFailure('bag', file, 'a manifest lists it, and it is missing');
    if (manifest.has(file)) throw new CheckFailure('bag', path, `${file} is listed twice`);
    manifest.set(file, hash.toLowerCase());
  }
  return manifest;
}

async function* hashing(parts: AsyncIterable<Uint8Array>, hash?: Hash): AsyncGenerator<Uint8Array> {
  for await (const part of parts) {
    hash?.update(part);
    yield part;
  }
}
