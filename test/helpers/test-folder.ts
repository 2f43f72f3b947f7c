import { mkdir, mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Test } from 'tap';
import { acquireFileLock, type FileLock, tryFileLock } from '../../src/disk/file-lock.js';
import { stopEmbeddedPostgres } from '../../src/store/embedded/index.js';

const prefix = 'scelle-test-';
const user = process.getuid?.() ?? 0;
const patienceMs = 180_000;

/** A folder that the next run removes, with the server in it, should we be killed before we do. */
export interface OwnedFolder {
  readonly path: string;
  /** Removes the folder, unless another process owns it too. */
  remove(): Promise<void>;
}

/** A temporary folder for one test, removed at its end. */
export async function createTestFolder(t: Test): Promise<string> {
  const folder = await openOwnedFolder();
  t.teardown(() => folder.remove());
  return folder.path;
}

/** A fresh folder; or, with a name, one that processes share. */
export async function openOwnedFolder(sharedName?: string): Promise<OwnedFolder> {
  const guard = await guardFolders();
  try {
    await removeStaleFolders();
    const path =
      sharedName === undefined
        ? await mkdtemp(join(tmpdir(), prefix))
        : join(tmpdir(), `${prefix}${user}-${sharedName}`);
    await mkdir(path, { recursive: true });
    const owner = tryFileLock(join(path, 'owner.lock'), { shared: true });
    if (owner === null) throw new Error(`${path} is being removed`);
    return { path, remove: () => removeOwnedFolder(path, owner) };
  } finally {
    guard.release();
  }
}

async function removeOwnedFolder(path: string, owner: FileLock): Promise<void> {
  const guard = await guardFolders();
  try {
    owner.release();
    await removeFolderIfStale(path);
  } finally {
    guard.release();
  }
}

async function removeStaleFolders(): Promise<void> {
  for (const entry of await readdir(tmpdir(), { withFileTypes: true })) {
    if (entry.isDirectory() && entry.name.startsWith(prefix))
      await removeFolderIfStale(join(tmpdir(), entry.name));
  }
}

/** A folder is stale when nobody holds its lock: the kernel dropped it with the process. */
async function removeFolderIfStale(path: string): Promise<void> {
  const found = await stat(path).catch(() => null);
  if (found === null || found.uid !== user) return;
  const alone = tryFileLock(join(path, 'owner.lock'));
  if (alone === null) return;
  try {
    await stopEmbeddedPostgres(path);
    await rm(path, { recursive: true, force: true });
  } finally {
    alone.release();
  }
}

/** Folders are made and removed by one process at a time, so that none is seen between `mkdir` and its lock. */
function guardFolders(): Promise<FileLock> {
  return acquireFileLock(join(tmpdir(), `${prefix}${user}.lock`), patienceMs);
}
