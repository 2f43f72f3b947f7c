import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Bag } from '../../src/verify/index.js';

/** A bag in memory: bytes by path from its folder. */
export type Files = Map<string, Uint8Array>;

export const bytesOf = (text: string) => new Uint8Array(Buffer.from(text, 'utf8'));
export const textOf = (bytes: Uint8Array | undefined) => Buffer.from(bytes ?? []).toString('utf8');

/** A bag on disk, read whole. */
export function loadBag(folder: string): Files {
  const files: Files = new Map();
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    if (entry.isFile()) files.set(path.slice(folder.length + 1), new Uint8Array(readFileSync(path)));
  }
  return files;
}

export function memoryBag(files: Files): Bag {
  return {
    async *list() {
      for (const [path, { length: size }] of files) yield { path, size };
    },
    async *open(path) {
      yield files.get(path) ?? new Uint8Array(0);
    },
  };
}

const hash = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

/** Makes the manifests those of the files: what a forger does last. */
export function sealBag(files: Files): Files {
  const write = (name: string, isListed: (path: string) => boolean) => {
    const lines = [...files]
      .filter(([path]) => isListed(path))
      .sort(([left], [right]) => (left < right ? -1 : 1))
      .map(([path, bytes]) => `${hash(bytes)}  ${path}\n`);
    files.set(name, bytesOf(lines.join('')));
  };
  write('manifest-sha256.txt', path => path.startsWith('data/'));
  write('tagmanifest-sha256.txt', path => !path.startsWith('data/') && path !== 'tagmanifest-sha256.txt');
  return files;
}

/** Changes a text file, and seals the bag again. */
export function edit(files: Files, path: string, change: (text: string) => string): Files {
  files.set(path, bytesOf(change(textOf(files.get(path)))));
  return sealBag(files);
}

/** Changes the lines of a file, each with its newline, and seals the bag again. */
export function editLines(files: Files, path: string, change: (lines: string[]) => readonly string[]): Files {
  return edit(files, path, text => change(text.split(/(?<=\n)/)).join(''));
}
