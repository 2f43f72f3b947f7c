import { createReadStream } from 'node:fs';
import { lstat, opendir } from 'node:fs/promises';
import { join } from 'node:path';
import { type Bag, type BagFile, CheckFailure, requireBagPath, toldPath } from '../../verify/index.js';

/** Folders inside one another at most: an export has seven. */
const MAX_DEPTH = 20;
/** Read at once: a list of events is long, and each part is a round trip. */
const PART_BYTES = 512 * 1024;

/** A bag in a folder. Links and devices are refused, not followed. */
export function openFolderBag(folder: string): Bag {
  const sizes = new Map<string, number>();
  return {
    async *list() {
      for await (const file of walk(folder, '', 0)) {
        sizes.set(file.path, file.size);
        yield file;
      }
    },
    async *open(path) {
      const size = sizes.get(path);
      if (size === undefined || size === 0) return;
      // A file that grows meanwhile is read as it was listed; one that shrinks fails by its hash.
      yield* createReadStream(join(folder, path), { end: size - 1, highWaterMark: PART_BYTES });
    },
  };
}

async function* walk(root: string, below: string, depth: number): AsyncGenerator<BagFile> {
  if (depth > MAX_DEPTH)
    throw new CheckFailure('bag', toldPath(below), 'folders too deep inside one another');
  for await (const entry of await opendir(join(root, below))) {
    const path = below === '' ? entry.name : `${below}/${entry.name}`;
    // Before it is looked at: a name that is no UTF-8 would not even be found.
    requireBagPath(path);
    if (entry.isDirectory()) {
      yield* walk(root, path, depth + 1);
    } else if (entry.isFile()) {
      yield { path, size: (await lstat(join(root, path))).size };
    } else {
      throw new CheckFailure('bag', toldPath(path), 'a link or a device: an export has files alone');
    }
  }
}
