import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type FileLock, tryFileLock } from './file-lock.js';

const prefix = 'scelle-work-';
const lockName = 'lock';

/** A folder without a lock is being made, unless it is as old as this. */
const madeWithinMs = 60_000;

/**
 * Runs `work` with a folder of its own among the temporary ones, mode 700, and removes it when it ends, however it
 * ends. A crash leaves the folder; the lock in it ends with its process, so `removeAbandonedWork` knows it.
 */
export async function inWorkingFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const { folder, lock } = await makeLocked();
  try {
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
    lock.release();
  }
}

/** Whoever removes abandoned folders may be at this very one before its lock is held: then another one is made. */
async function makeLocked(): Promise<{ readonly folder: string; readonly lock: FileLock }> {
  for (;;) {
    const folder = await mkdtemp(join(tmpdir(), prefix));
    const lock = tryFileLock(join(folder, lockName));
    if (lock !== null) return { folder, lock };
  }
}

/** Removes the folders of processes that died at their work. May run in several processes at once. */
export async function removeAbandonedWork(): Promise<void> {
  for (const name of await readdir(tmpdir())) if (name.startsWith(prefix)) await removeAbandoned(name);
}

async function removeAbandoned(name: string): Promise<void> {
  const folder = join(tmpdir(), name);
  const made = await stat(folder).catch(() => null);
  const isLocked = await stat(join(folder, lockName)).catch(() => null);
  if (made === null || (isLocked === null && Date.now() - made.mtimeMs < madeWithinMs)) return;
  const lock = tryFileLock(join(folder, lockName));
  if (lock === null) return;
  await rm(folder, { recursive: true, force: true });
  lock.release();
}
