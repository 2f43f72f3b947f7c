import { createHash, randomBytes } from 'node:crypto';
import { type FileHandle, mkdir, open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { UsageError } from './usage-error.js';

/** How much of a file is in memory at once, in bytes. */
export const partBytes = 1024 ** 2;

/**
 * Written beside, synced, renamed over, the folder synced: a crash leaves the old file or the new one, and when this
 * returns a power cut undoes neither. Where it fails, a full disk gets its room back. Mode 600: it may hold keys or
 * what is still withheld.
 */
export async function writePartsDurably(
  path: string,
  parts: AsyncIterable<string | Uint8Array> | Iterable<string | Uint8Array>,
): Promise<void> {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  const beside = `${path}.${randomBytes(6).toString('hex')}.new`;
  try {
    const file = await open(beside, 'wx', 0o600);
    try {
      for await (const part of parts) await file.appendFile(part);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(beside, path);
  } catch (error) {
    await rm(beside, { force: true });
    throw namingPath(error, path);
  }
  await syncFolder(dirname(path));
}

/** What a write on an open file throws does not say which file it was. */
function namingPath(error: unknown, path: string): unknown {
  const isSystemFault = error instanceof Error && 'code' in error && !('path' in error);
  return isSystemFault ? Object.assign(error, { path }) : error;
}

/** Makes the rename last. Some systems, and some memory sticks, know no such thing for a folder. */
async function syncFolder(folder: string): Promise<void> {
  try {
    const handle = await open(folder, 'r');
    try {
      await handle.sync();
    } finally {
      await handle.close();
    }
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException;
    if (!['EACCES', 'EINVAL', 'EISDIR', 'ENOTSUP', 'EPERM'].includes(code)) throw error;
  }
}

/** The file in parts; after the last one its hash is checked. @throws UsageError where it is not the file meant */
export async function* readHashed(path: string, sha256: string): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  const hash = createHash('sha256');
  const file = await open(path, 'r');
  try {
    for (let start = 0; ; start += partBytes) {
      const part = await readPart(file, start, start + partBytes);
      hash.update(part);
      if (part.length > 0) yield part;
      if (part.length < partBytes) break;
    }
  } finally {
    await file.close();
  }
  const found = hash.digest('hex');
  if (found !== sha256) {
    throw new UsageError({
      en: `${path} is not the file that the act names: its SHA-256 is ${found}, not ${sha256}`,
      fr: `${path} n'est pas le fichier que l'acte désigne : son SHA-256 est ${found} et non ${sha256}`,
    });
  }
}

/** Bytes from `start` to before `end`; fewer where the file ends before. */
export async function readPart(
  file: FileHandle,
  start: number,
  end: number,
): Promise<Uint8Array<ArrayBuffer>> {
  const part = new Uint8Array(end - start);
  let filled = 0;
  while (filled < part.length) {
    const { bytesRead } = await file.read(part, filled, part.length - filled, start + filled);
    if (bytesRead === 0) break;
    filled += bytesRead;
  }
  return part.subarray(0, filled);
}
