import { acquireFileLock } from './file-lock.js';

/** How long a command waits for another one that is just writing. */
const patienceMs = 30_000;

/** Runs `work` while no other process holds the lock at `path`. Not to be nested. */
export async function whileLocked<T>(path: string, work: () => Promise<T>): Promise<T> {
  const lock = await acquireFileLock(path, patienceMs);
  try {
    return await work();
  } finally {
    lock.release();
  }
}
