import { closeSync, openSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { tryLock } from 'fs-native-extensions';

/** A held lock. It ends with `release`, or with the process however that dies: nothing stale can stay. */
export interface FileLock {
  release(): void;
}

export interface FileLockOptions {
  /** Several holders may share; an exclusive lock is refused while one of them lives. */
  readonly shared?: boolean;
}

/**
 * Takes a kernel lock on `path` (made when missing, never removed: removing a lock file lets two holders
 * in). Null when somebody else holds it. Node opens files close-on-exec, so children do not inherit it.
 */
export function tryFileLock(path: string, options: FileLockOptions = {}): FileLock | null {
  const fd = openSync(path, 'a+', 0o600);
  let granted = false;
  try {
    granted = tryLock(fd, 0, 0, { shared: options.shared === true });
  } finally {
    if (!granted) closeSync(fd);
  }
  if (!granted) return null;
  let held = true;
  return {
    release() {
      if (held) closeSync(fd);
      held = false;
    },
  };
}

/** As `tryFileLock`, waiting up to `timeoutMs` for the holder. Throws an `Error` naming the file after that. */
export async function acquireFileLock(
  path: string,
  timeoutMs: number,
  options: FileLockOptions = {},
): Promise<FileLock> {
  const deadline = performance.now() + timeoutMs;
  for (;;) {
    const lock = tryFileLock(path, options);
    if (lock !== null) return lock;
    if (performance.now() > deadline)
      throw new Error(`${path} was locked by another process for ${timeoutMs} ms`);
    await sleep(25);
  }
}
