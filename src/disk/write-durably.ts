import { randomBytes } from 'node:crypto';
import { mkdir, open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';

export interface DurableWriteOptions {
  /**
   * Fails where the system cannot make the folder's entry durable. Without it such a folder is tolerated: memory
   * sticks, and some systems, know no such thing.
   */
  readonly folderMustSync?: boolean;
}

/**
 * Written beside, synced, renamed over, the folder synced: a crash leaves the old file or the new one, and when this
 * returns a power cut undoes neither. Where it fails, a full disk gets its room back. Mode 600: it may hold keys or
 * what is still withheld. Missing folders are made, mode 700.
 */
export async function writePartsDurably(
  path: string,
  parts: AsyncIterable<string | Uint8Array> | Iterable<string | Uint8Array>,
  { folderMustSync = false }: DurableWriteOptions = {},
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
  await syncFolder(dirname(path)).catch((error: unknown) => {
    if (folderMustSync || !knowsNoFolderSync(error)) throw error;
  });
}

/** A file whole, as `writePartsDurably` writes it. */
export function writeFileDurably(
  path: string,
  content: string | Uint8Array,
  options?: DurableWriteOptions,
): Promise<void> {
  return writePartsDurably(path, [content], options);
}

/** What a write on an open file throws does not say which file it was. */
function namingPath(error: unknown, path: string): unknown {
  const isSystemFault = error instanceof Error && 'code' in error && !('path' in error);
  return isSystemFault ? Object.assign(error, { path }) : error;
}

/** Makes the rename last. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

function knowsNoFolderSync(error: unknown): boolean {
  const { code = '' } = error as NodeJS.ErrnoException;
  return ['EACCES', 'EINVAL', 'EISDIR', 'ENOTSUP', 'EPERM'].includes(code);
}
