import { equalBytes, FormatError, rootFromTiles } from '../../log/index.js';
import type { OpenLog } from '../../store/open-log.js';
import { readSignedCheckpoint } from '../../store/read-signed-checkpoint.js';
import { storedTiles } from '../../store/tiles.js';
import { Problem } from '../problem/problem.js';

/** An earlier size of the tree, or the signed note of an earlier checkpoint. */
export type Since = number | string;

/**
 * The sizes from which an export proves its consistency, rising, none twice.
 * @param size of the tree of the export
 * @throws Problem `export-since` for what is later than the export, or no checkpoint of this log; `export-since-differs`
 *   for a checkpoint whose root is not the one that this log had at that size
 */
export async function readSince(
  { db, origin }: Pick<OpenLog, 'db' | 'origin'>,
  asked: readonly Since[],
  size: number,
): Promise<readonly number[]> {
  const sizes = new Set<number>();
  for (const one of asked) {
    const { size: old, root } = typeof one === 'number' ? { size: one, root: null } : readNote(one, origin);
    if (old < 1 || old > size) throw new Problem('export-since');
    if (root !== null && !equalBytes(root, await rootFromTiles(old, storedTiles(db)))) {
      throw new Problem('export-since-differs');
    }
    sizes.add(old);
  }
  return [...sizes].sort((one, other) => one - other);
}

/** Its signature is for who holds it: what counts here is that its tree was one of this log's. */
function readNote(note: string, origin: string) {
  try {
    return readSignedCheckpoint(note, origin);
  } catch (cause) {
    if (!(cause instanceof FormatError)) throw cause;
    throw new Problem('export-since', {}, { cause });
  }
}
