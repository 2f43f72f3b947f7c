import { createHash, randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { type FileHandle, mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Readable } from 'node:stream';
import { type ByteRange, FileRefused, type FileStore, type StagedFile } from './file-store.js';

const incoming = 'incoming';

/** Files in a folder: `ab/cd/<hash>`, and `incoming/` for what is on its way. */
export class FolderFileStore implements FileStore {
  readonly #folder: string;

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** Makes the folder where it is missing. */
  static async open(folder: string): Promise<FolderFileStore> {
    await mkdir(join(folder, incoming), { recursive: true, mode: 0o700 });
    return new FolderFileStore(folder);
  }

  async stage(sha256: string, bytes: AsyncIterable<Uint8Array>, limit: number): Promise<StagedFile> {
    const target = this.#pathOf(sha256);
    const path = join(this.#folder, incoming, randomUUID());
    try {
      const size = await writeHashed(path, sha256, bytes, limit);
      return stagedAt(path, target, size);
    } catch (error) {
      await rm(path, { force: true });
      throw error;
    }
  }

  async stageFile(sha256: string, path: string): Promise<StagedFile> {
    const target = this.#pathOf(sha256);
    const hash = createHash('sha256');
    let size = 0;
    for await (const chunk of createReadStream(path)) {
      hash.update(chunk as Uint8Array);
      size += (chunk as Uint8Array).length;
    }
    requireHash(sha256, hash.digest('hex'));
    await syncPath(path);
    return stagedAt(path, target, size);
  }

  async sizeOf(sha256: string): Promise<number | undefined> {
    try {
      return (await stat(this.#pathOf(sha256))).size;
    } catch (error) {
      return ifMissing(error);
    }
  }

  read(sha256: string, range?: ByteRange): Readable {
    return createReadStream(this.#pathOf(sha256), range ?? {});
  }

  async remove(sha256: string): Promise<void> {
    await rm(this.#pathOf(sha256), { force: true });
  }

  async removeAbandoned(before: number): Promise<void> {
    const folder = join(this.#folder, incoming);
    for (const name of await readdir(folder)) {
      const path = join(folder, name);
      const found = await stat(path).catch(ifMissing);
      if (found !== undefined && found.mtimeMs < before) await rm(path, { force: true });
    }
  }

  /** Two levels of folders keep each short at millions of files. */
  #pathOf(sha256: string): string {
    // The hash becomes a path: nothing else may.
    if (!/^[0-9a-f]{64}$/.test(sha256)) throw new TypeError('expected a SHA-256 in hexadecimal');
    return join(this.#folder, sha256.slice(0, 2), sha256.slice(2, 4), sha256);
  }
}

async function writeHashed(
  path: string,
  sha256: string,
  bytes: AsyncIterable<Uint8Array>,
  limit: number,
): Promise<number> {
  const file = await open(path, 'wx', 0o600);
  try {
    const hash = createHash('sha256');
    let size = 0;
    for await (const chunk of bytes) {
      size += chunk.length;
      if (size > limit) throw new FileRefused('size', `expected at most ${limit} bytes`);
      hash.update(chunk);
      await writeAll(file, chunk);
    }
    requireHash(sha256, hash.digest('hex'));
    await file.sync();
    return size;
  } finally {
    await file.close();
  }
}

/** A write may take less than it was given. */
async function writeAll(file: FileHandle, chunk: Uint8Array): Promise<void> {
  let written = 0;
  while (written < chunk.length) {
    written += (await file.write(chunk, written, chunk.length - written)).bytesWritten;
  }
}

function requireHash(expected: string, received: string): void {
  if (expected !== received) {
    throw new FileRefused('hash', `expected bytes of SHA-256 ${expected}, received ${received}`);
  }
}

/**
 * A crash before the rename leaves bytes nobody reads; after it, before the folder is synced, the rename may be
 * undone by a power cut: only then is `commit` over, and only then does anybody hear of the file.
 */
function stagedAt(path: string, target: string, size: number): StagedFile {
  let committed = false;
  return {
    size,
    async commit() {
      const folder = dirname(target);
      await mkdir(folder, { recursive: true, mode: 0o700 });
      await rename(path, target);
      for (const changed of [folder, dirname(folder), dirname(dirname(folder))]) await syncPath(changed);
      committed = true;
    },
    async discard() {
      if (!committed) await rm(path, { force: true });
    },
  };
}

async function syncPath(path: string): Promise<void> {
  const opened = await open(path, 'r');
  try {
    await opened.sync();
  } finally {
    await opened.close();
  }
}

function ifMissing(error: unknown): undefined {
  if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
  throw error;
}
