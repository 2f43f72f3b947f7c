import { createHash } from 'node:crypto';
import { formatTime, utf8Bytes } from '../../log/index.js';
import type { BagSink } from './bag-sink.js';

export interface WrittenBag {
  /**
   * SHA-256 of `tagmanifest-sha256.txt`, hexadecimal: through the manifests it is a hash of every byte of the bag,
   * the same for a folder and a ZIP.
   */
  readonly hash: string;
  /** Files under `data/`, and their bytes. */
  readonly files: number;
  readonly bytes: number;
}

/** A file under `data/` as it was written. */
export interface WrittenFile {
  /** Below `data/`. */
  readonly path: string;
  /** Hexadecimal. */
  readonly sha256: string;
  readonly size: number;
}

/** A file that is known by its hash before it is read. */
export interface HashedFile {
  /** Hexadecimal. */
  readonly sha256: string;
  readonly size: number;
  open(): AsyncIterable<Uint8Array> | Iterable<Uint8Array>;
}

/** Paths that log-format section 11 allows. */
const allowed = /^[A-Za-z0-9._-]+(\/[A-Za-z0-9._-]+)*$/;

/** Writes a BagIt 1.0 bag (RFC 8493; log-format section 11): hashes what passes, and ends with the manifests. */
export class BagWriter {
  readonly #sink: BagSink | null;
  readonly #date: string;
  readonly #payload = new Map<string, string>();
  readonly #sizes = new Map<string, number>();
  readonly #tags = new Map<string, string>();
  #bytes = 0;

  /**
   * @param sink null: nothing is kept, the hash alone is wanted
   * @param receivedAt time received of the last leaf, ms since 1970: what the bag is dated by
   */
  constructor(sink: BagSink | null, receivedAt: number) {
    this.#sink = sink;
    this.#date = formatTime(receivedAt).slice(0, 10);
  }

  /** Files under `data/` that were written so far, by their paths below it. */
  written(): readonly WrittenFile[] {
    return [...this.#payload].map(([path, sha256]) => ({
      path: path.slice('data/'.length),
      sha256,
      size: this.#sizes.get(path) ?? 0,
    }));
  }

  /** Writes a file under `data/`. */
  async add(path: string, parts: AsyncIterable<Uint8Array> | Iterable<Uint8Array>): Promise<void> {
    const size = await this.#write(`data/${path}`, parts, this.#payload);
    this.#sizes.set(`data/${path}`, size);
    this.#bytes += size;
  }

  /**
   * Writes a file under `data/` whose hash is known; it is read only where its bytes are kept.
   * @throws Error where its bytes do not have that hash
   */
  async addHashed(path: string, { sha256, size, open }: HashedFile): Promise<void> {
    if (this.#sink === null) {
      this.#name(`data/${path}`, sha256, this.#payload);
      this.#sizes.set(`data/${path}`, size);
      this.#bytes += size;
      return;
    }
    await this.add(path, open());
    if (this.#payload.get(`data/${path}`) !== sha256)
      throw new Error(`the bytes of file ${sha256} are others`);
  }

  addText(path: string, text: string): Promise<void> {
    return this.add(path, [utf8Bytes(text)]);
  }

  /**
   * @param expected the hash that it must come to; null: whatever it is
   * @throws Error where it comes to another; the sink is then not closed
   */
  async close(expected: string | null = null): Promise<WrittenBag> {
    await this.#addTag('bagit.txt', 'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n');
    const oxum = `${this.#bytes}.${this.#payload.size}`;
    await this.#addTag('bag-info.txt', `Bagging-Date: ${this.#date}\nPayload-Oxum: ${oxum}\n`);
    await this.#addTag('manifest-sha256.txt', manifestOf(this.#payload));
    const tagManifest = utf8Bytes(manifestOf(this.#tags));
    const hash = createHash('sha256').update(tagManifest).digest('hex');
    if (expected !== null && hash !== expected)
      throw new Error(`the export comes to ${hash}, not ${expected}`);
    await this.#sink?.write('tagmanifest-sha256.txt', [tagManifest]);
    await this.#sink?.close();
    return { hash, files: this.#payload.size, bytes: this.#bytes };
  }

  async #addTag(path: string, text: string): Promise<void> {
    await this.#write(path, [utf8Bytes(text)], this.#tags);
  }

  /** @returns the bytes of the file */
  async #write(
    path: string,
    parts: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
    manifest: Map<string, string>,
  ): Promise<number> {
    const hash = createHash('sha256');
    let bytes = 0;
    async function* hashed(): AsyncGenerator<Uint8Array> {
      for await (const part of parts) {
        hash.update(part);
        bytes += part.length;
        yield part;
      }
    }
    requirePath(path);
    if (this.#sink === null) await drain(hashed());
    else await this.#sink.write(path, hashed());
    this.#name(path, hash.digest('hex'), manifest);
    return bytes;
  }

  #name(path: string, hash: string, manifest: Map<string, string>): void {
    requirePath(path);
    if (manifest.has(path)) throw new Error(`${path} is written twice`);
    manifest.set(path, hash);
  }
}

function requirePath(path: string): void {
  if (!allowed.test(path) || path.includes('..')) throw new Error(`${path} has no place in a bag`);
}

async function drain(parts: AsyncIterable<Uint8Array>): Promise<void> {
  for await (const _part of parts);
}

function manifestOf(hashes: ReadonlyMap<string, string>): string {
  return [...hashes.keys()]
    .sort()
    .map(path => `${hashes.get(path)}  ${path}\n`)
    .join('');
}
