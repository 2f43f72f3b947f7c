import { createHash, randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { type FileHandle, mkdir, open, readdir, rename, rm, stat, statfs, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Readable } from 'node:stream';
import {
  type ByteRange,
  FileRefused,
  type FileStore,
  FileStoreUnavailable,
  type StagedFile,
} from './file-store.js';

const incoming = 'incoming';

/** Bytes that files leave free: where the database lies on the same disk, it shall not stop because of them. */
const reserve = 512 * 1024 ** 2;

/** Files in a folder: `ab/cd/<hash>`; in `incoming/` what is on its way, and an empty file for each unsettled hash. */
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
    this.#pathOf(sha256);
    const path = join(this.#folder, incoming, randomUUID());
    try {
      const size = await writeHashed(path, sha256, bytes, limit);
      return this.#stagedAt(path, sha256, size);
    } catch (error) {
      await rm(path, { force: true });
      throw error;
    }
  }

  async stageFile(sha256: string, path: string): Promise<StagedFile> {
    this.#pathOf(sha256);
    const hash = createHash('sha256');
    let size = 0;
    await onDisk(async () => {
      for await (const chunk of createReadStream(path)) {
        hash.update(chunk as Uint8Array);
        size += (chunk as Uint8Array).length;
      }
    });
    requireHash(sha256, hash.digest('hex'));
    await onDisk(() => syncPath(path));
    return { ...this.#stagedAt(path, sha256, size), discard: async () => {} };
  }

  async sizeOf(sha256: string): Promise<number | undefined> {
    try {
      return (await stat(this.#pathOf(sha256))).size;
    } catch (error) {
      return ifMissing(error);
    }
  }

  async pathOf(sha256: string): Promise<string | null> {
    return (await this.sizeOf(sha256)) === undefined ? null : this.#pathOf(sha256);
  }

  read(sha256: string, range?: ByteRange): Readable {
    return createReadStream(this.#pathOf(sha256), range ?? {});
  }

  async remove(sha256: string): Promise<void> {
    await rm(this.#pathOf(sha256), { force: true });
  }

  async requireRoom(bytes: number): Promise<void> {
    const { bavail, bsize } = await onDisk(() => statfs(this.#folder));
    if (bavail * bsize < bytes + reserve) throw new FileStoreUnavailable('the disk is nearly full');
  }

  async *stored(): AsyncGenerator<string> {
    for (const first of await namesIn(this.#folder, /^[0-9a-f]{2}$/)) {
      for (const second of await namesIn(join(this.#folder, first), /^[0-9a-f]{2}$/)) {
        const below = new RegExp(`^${first}${second}[0-9a-f]{60}$`);
        yield* await namesIn(join(this.#folder, first, second), below);
      }
    }
  }

  async unsettle(sha256: string): Promise<void> {
    await onDisk(async () => {
      await writeFile(this.#markOf(sha256), '', { mode: 0o600 });
      await syncPath(join(this.#folder, incoming));
    });
  }

  async settle(sha256: string): Promise<void> {
    await rm(this.#markOf(sha256), { force: true });
  }

  async unsettled(before: number): Promise<readonly string[]> {
    return (await this.#incomingBefore(before)).filter(isHash);
  }

  async removeAbandoned(before: number): Promise<void> {
    for (const name of await this.#incomingBefore(before)) {
      if (!isHash(name)) await rm(join(this.#folder, incoming, name), { force: true });
    }
  }

  async #incomingBefore(before: number): Promise<readonly string[]> {
    const folder = join(this.#folder, incoming);
    const names: string[] = [];
    for (const name of await readdir(folder)) {
      const found = await stat(join(folder, name)).catch(ifMissing);
      if (found !== undefined && found.mtimeMs < before) names.push(name);
    }
    return names;
  }

  /**
   * A crash before the rename leaves bytes nobody reads; after it, before the folder is synced, the rename may be
   * undone by a power cut: only then is `commit` over, and only then does anybody hear of the file. The mark comes
   * first: whatever of this a crash lets stand, `unsettled` names the hash.
   */
  #stagedAt(path: string, sha256: string, size: number): StagedFile {
    const target = this.#pathOf(sha256);
    let committed = false;
    return {
      size,
      commit: async () => {
        await this.unsettle(sha256);
        await onDisk(() => moveDurably(path, target));
        committed = true;
      },
      async discard() {
        if (!committed) await rm(path, { force: true });
      },
    };
  }

  #markOf(sha256: string): string {
    this.#pathOf(sha256);
    return join(this.#folder, incoming, sha256);
  }

  /** Two levels of folders keep each short at millions of files. */
  #pathOf(sha256: string): string {
    // The hash becomes a path: nothing else may.
    if (!isHash(sha256)) throw new TypeError('expected a SHA-256 in hexadecimal');
    return join(this.#folder, sha256.slice(0, 2), sha256.slice(2, 4), sha256);
  }
}

async function namesIn(folder: string, form: RegExp): Promise<readonly string[]> {
  return (await readdir(folder)).filter(name => form.test(name)).sort();
}

function isHash(name: string): boolean {
  return /^[0-9a-f]{64}$/.test(name);
}

async function writeHashed(
  path: string,
  sha256: string,
  bytes: AsyncIterable<Uint8Array>,
  limit: number,
): Promise<number> {
  const file = await onDisk(() => open(path, 'wx', 0o600));
  try {
    const hash = createHash('sha256');
    let size = 0;
    for await (const chunk of bytes) {
      size += chunk.length;
      if (size > limit) throw new FileRefused('size', `expected at most ${limit} bytes`);
      hash.update(chunk);
      await onDisk(() => writeAll(file, chunk));
    }
    requireHash(sha256, hash.digest('hex'));
    await onDisk(() => file.sync());
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

async function moveDurably(path: string, target: string): Promise<void> {
  const folder = dirname(target);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  await rename(path, target);
  for (const changed of [folder, dirname(folder), dirname(dirname(folder))]) await syncPath(changed);
}

async function syncPath(path: string): Promise<void> {
  const opened = await open(path, 'r');
  try {
    await opened.sync();
  } finally {
    await opened.close();
  }
}

/** Tells a disk that fails from a sender whose connection broke: both come up in the middle of one loop. */
async function onDisk<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (cause) {
    throw new FileStoreUnavailable('the disk does not take or give what it should', { cause });
  }
}

function ifMissing(error: unknown): undefined {
  if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
  throw error;
}
