import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { ReadOriginal } from '../../dossier/copies/cleaned-copies.js';
import type { OpenLog } from '../../store/open-log.js';

/** Pictures of more bytes are not read whole: they stay here, and no copy of them goes. */
const mostBytes = 64 * 1_048_576;

/**
 * The bytes of one file, whole in memory; of others than its hash says no copy is made.
 * @param missing files that count as not at hand: they were owed when the dossier was built
 */
export function readOriginal(
  { files }: Pick<OpenLog, 'files'>,
  missing: readonly string[] = [],
): ReadOriginal {
  const left = new Set(missing);
  return async sha256 => {
    if (left.has(sha256)) return null;
    const [path, size = 0] = [await files.pathOf(sha256), await files.sizeOf(sha256)];
    if (path === null || size > mostBytes) return null;
    const bytes = await readFile(path);
    return createHash('sha256').update(bytes).digest('hex') === sha256 ? bytes : null;
  };
}
