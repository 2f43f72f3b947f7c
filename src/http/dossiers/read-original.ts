import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { ReadOriginal } from '../../dossier/copies/cleaned-copies.js';
import type { OpenLog } from '../../store/open-log.js';

/** Pictures of more bytes are not read whole: they stay here, and no copy of them goes. */
const mostBytes = 64 * 1_048_576;

/**
 * The bytes of one file, whole in memory; of others than its hash says no copy is made.
 * @param missing files that count as not at hand, to which those are added that are not: what arrives while a dossier is made
 * is no more in one place of it than in another
 */
export function readOriginal(
  { files }: Pick<OpenLog, 'files'>,
  missing: Set<string> = new Set(),
): ReadOriginal {
  return async sha256 => {
    if (missing.has(sha256)) return null;
    const [path, size = 0] = [await files.pathOf(sha256), await files.sizeOf(sha256)];
    if (path !== null && size > mostBytes) return null;
    const bytes = path === null ? null : await readFile(path);
    if (bytes !== null && createHash('sha256').update(bytes).digest('hex') === sha256) return bytes;
    missing.add(sha256);
    return null;
  };
}
