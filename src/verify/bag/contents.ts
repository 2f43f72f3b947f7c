import { concatBytes } from '../../log/index.js';
import { CheckFailure } from '../check-failure.js';
import type { Bag } from './bag.js';
import type { Manifest } from './manifest.js';
import { type CreateHash, createOwnSha256, verifiedBytes } from './verified-bytes.js';

/**
 * A bag whose files are all named in its manifests and are what these say, at each reading. Paths are those under
 * `data/`.
 */
export class Contents {
  readonly #bag: Bag;
  readonly #files: ReadonlyMap<string, number>;
  readonly #payload: Manifest | null;
  readonly #createSha256: CreateHash;
  /** SHA-256 of the tag manifest that was verified, hexadecimal: the hash of the export (E60); empty where none was. */
  readonly exportHash: string;

  /**
   * @param files sizes by path from the bag's folder
   * @param payload what the files under `data/` are; null where that is not verified
   */
  constructor(
    bag: Bag,
    files: ReadonlyMap<string, number>,
    payload: Manifest | null,
    createSha256 = createOwnSha256,
    exportHash = '',
  ) {
    this.#bag = bag;
    this.#files = files;
    this.#payload = payload;
    this.#createSha256 = createSha256;
    this.exportHash = exportHash;
  }

  /** SHA-256, hexadecimal; undefined for a file that is not there. */
  hashOf(path: string): string | undefined {
    return this.#payload?.get(`data/${path}`);
  }

  has(path: string): boolean {
    return this.#files.has(`data/${path}`);
  }

  /** Bytes; 0 for a file that is not there. */
  sizeOf(path: string): number {
    return this.#files.get(`data/${path}`) ?? 0;
  }

  /** Paths below a folder of `data/`, from `data/`. */
  *below(folder: string): Generator<string> {
    const start = `data/${folder}`;
    for (const path of this.#files.keys()) if (path.startsWith(start)) yield path.slice('data/'.length);
  }

  /** @throws {CheckFailure} `bag` where it is missing; at its end, where it is not the file that was listed */
  open(path: string): AsyncIterable<Uint8Array> {
    if (!this.has(path)) throw new CheckFailure('bag', `data/${path}`, 'the file is missing');
    const parts = this.#bag.open(`data/${path}`);
    if (this.#payload === null) return parts;
    const sha256 = this.hashOf(path) ?? '';
    return verifiedBytes(
      parts,
      { path: `data/${path}`, sha256, size: this.sizeOf(path) },
      this.#createSha256,
    );
  }

  /**
   * A small file, whole.
   * @throws {CheckFailure} `bag` where it is missing or longer than `maxBytes`
   */
  async read(path: string, maxBytes: number): Promise<Uint8Array> {
    const bytes = this.open(path);
    const size = this.sizeOf(path);
    if (size > maxBytes) {
      throw new CheckFailure('bag', `data/${path}`, `expected at most ${maxBytes} bytes, found ${size}`);
    }
    const parts: Uint8Array[] = [];
    let length = 0;
    for await (const part of bytes) {
      length += part.length;
      // Where nothing verifies the file, nothing else holds it to its size.
      if (length > size) {
        throw new CheckFailure(
          'bag',
          `data/${path}`,
          `longer than the ${size} bytes that it was listed with`,
        );
      }
      parts.push(part.slice());
    }
    return concatBytes(...parts);
  }
}
