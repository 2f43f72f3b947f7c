import type { Dirent } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';

export interface HomeFile {
  /** Below the home folder, with forward slashes. */
  readonly path: string;
  /** Permission bits. */
  readonly mode: number;
}

/** Kept another way (database, files, vault), or of no use elsewhere. */
const leftOut = ['postgres', 'files', 'vault', 'fsck.json', 'restoring.json'];

/** Locks hold nothing; what is being written is not there yet. */
const passing = /\.(lock|new)$/;

/** Whether a backup can hold a file of this name: one that says so of another was not made by `scelle backup`. */
export function isHomeFile(path: string): boolean {
  const names = path.split('/').map(name => name.toLowerCase());
  return !leftOut.includes(names[0] ?? '') && !passing.test(path) && !path.includes('\\');
}

/** Everything in a home folder that is neither database, files nor vault: keys, policy, settings, outboxes. */
export async function* listHomeFiles(home: string): AsyncGenerator<HomeFile> {
  for (const entry of await entriesOf(home)) {
    if (!leftOut.includes(entry.name)) yield* walk(home, entry.name, entry);
  }
}

async function* walk(home: string, path: string, entry: Dirent): AsyncGenerator<HomeFile> {
  if (entry.isDirectory()) {
    for (const below of await entriesOf(join(home, path))) yield* walk(home, `${path}/${below.name}`, below);
    return;
  }
  if (!entry.isFile() || passing.test(entry.name)) return;
  yield { path, mode: (await stat(join(home, path))).mode & 0o777 };
}

async function entriesOf(folder: string): Promise<readonly Dirent[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  return entries.sort((one, other) => (one.name < other.name ? -1 : 1));
}
