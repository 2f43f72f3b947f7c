import { hexText, utf8Bytes } from '../../log/index.js';
import { CheckFailure } from '../check-failure.js';
import { type Bag, MAX_FILES } from './bag.js';
import { requireBagPath } from './bag-path.js';
import { Contents } from './contents.js';
import { type Manifest, readManifest } from './manifest.js';
import { type CreateHash, createOwnSha256, requireHash, verifiedBytes } from './verified-bytes.js';

const DECLARATION = 'bagit.txt';
const PAYLOAD = 'manifest-sha256.txt';
const TAGS = 'tagmanifest-sha256.txt';
const REQUIRED = [DECLARATION, PAYLOAD, TAGS];
const OTHER_MANIFEST = /^(?:tag)?manifest-[^/]*$/;
const DECLARED = utf8Bytes('BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n');
const MAX_TAG_FILE_BYTES = 1_000_000;

export interface BagReading {
  /** The platform's SHA-256 where it is faster than the one in here. */
  readonly createSha256?: CreateHash;
  /** Bytes hashed so far, of all. */
  readonly onProgress?: (done: number, total: number) => void;
}

/**
 * Check *bag*: BagIt 1.0 (RFC 8493) as log-format section 11 narrows it. Every file is named in a manifest, is there
 * and has the hash that stands there.
 * @throws {CheckFailure} `bag`
 */
export async function checkBag(bag: Bag, reading: BagReading = {}): Promise<Contents> {
  const files = await listFiles(bag);
  requireFiles(files);
  const { createSha256 = createOwnSha256, onProgress } = reading;
  const hashOfPayload = createSha256();
  const payload = await readManifest(bag, PAYLOAD, files, hashOfPayload);
  const hashOfTags = createSha256();
  const tags = await readManifest(bag, TAGS, files, hashOfTags);
  requireListed(files, payload, tags);
  // The very bytes that were read as the list: read again, they could be others.
  requireHash(PAYLOAD, tags.get(PAYLOAD), hashOfPayload);
  await hashAll(bag, files, [...tags, ...payload], { createSha256, onProgress });
  return new Contents(bag, files, payload, createSha256, hexText(hashOfTags.digest()));
}

async function listFiles(bag: Bag): Promise<ReadonlyMap<string, number>> {
  const files = new Map<string, number>();
  const folded = new Set<string>();
  for await (const { path, size } of bag.list()) {
    requireBagPath(path);
    const name = path.toLowerCase();
    if (folded.has(name)) throw new CheckFailure('bag', path, 'two paths that are equal but for case');
    folded.add(name);
    files.set(path, size);
    if (files.size > MAX_FILES) throw new CheckFailure('bag', '.', `more than ${MAX_FILES} files`);
  }
  return files;
}

function requireFiles(files: ReadonlyMap<string, number>): void {
  for (const path of REQUIRED) {
    if (!files.has(path)) throw new CheckFailure('bag', path, 'the file is missing');
  }
  for (const [path, size] of files) {
    if (path === 'fetch.txt') throw new CheckFailure('bag', path, 'an export fetches nothing from elsewhere');
    if (OTHER_MANIFEST.test(path) && !REQUIRED.includes(path)) {
      throw new CheckFailure('bag', path, 'the manifests are those of SHA-256 alone');
    }
    const isTagFile = !path.startsWith('data/') && path !== PAYLOAD;
    if (isTagFile && size > MAX_TAG_FILE_BYTES) {
      throw new CheckFailure('bag', path, `expected at most ${MAX_TAG_FILE_BYTES} bytes`);
    }
  }
}

/** RFC 8493 section 3: complete, and beyond it: no tag file that nothing vouches for. */
function requireListed(files: ReadonlyMap<string, number>, payload: Manifest, tags: Manifest): void {
  for (const path of payload.keys()) {
    if (!path.startsWith('data/'))
      throw new CheckFailure('bag', path, `${PAYLOAD} lists a file outside data/`);
  }
  for (const path of tags.keys()) {
    if (path.startsWith('data/') || path === TAGS) {
      throw new CheckFailure('bag', path, `${TAGS} lists what it may not`);
    }
  }
  for (const path of files.keys()) {
    if (path !== TAGS && !payload.has(path) && !tags.has(path)) {
      throw new CheckFailure('bag', path, 'no manifest lists it');
    }
  }
}

async function hashAll(
  bag: Bag,
  files: ReadonlyMap<string, number>,
  expected: readonly (readonly [path: string, sha256: string])[],
  { createSha256, onProgress }: { createSha256: CreateHash; onProgress: BagReading['onProgress'] },
): Promise<void> {
  const total = [...files.values()].reduce((sum, size) => sum + size, 0);
  let done = 0;
  for (const [path, sha256] of expected) {
    if (path === PAYLOAD) continue;
    const declared = path === DECLARATION ? new Expected(DECLARED) : undefined;
    const size = files.get(path) ?? 0;
    for await (const part of verifiedBytes(bag.open(path), { path, sha256, size }, createSha256)) {
      declared?.take(part);
      done += part.length;
      onProgress?.(done, total);
    }
    if (declared?.differs()) throw new CheckFailure('bag', path, 'expected BagIt-Version 1.0 in UTF-8');
  }
  onProgress?.(total, total);
}

/** Compares parts as they come with the bytes that must be there. */
class Expected {
  readonly #bytes: Uint8Array;
  #taken = 0;
  #same = true;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  take(part: Uint8Array): void {
    this.#same &&= part.every((byte, i) => byte === this.#bytes[this.#taken + i]);
    this.#taken += part.length;
  }

  differs(): boolean {
    return !this.#same || this.#taken !== this.#bytes.length;
  }
}
