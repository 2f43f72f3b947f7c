import { readFile } from 'node:fs/promises';
import type { ReadOriginal } from '../../dossier/copies/cleaned-copies.js';
import type { OpenLog } from '../../store/open-log.js';

/** Pictures of more bytes are not read whole: they stay here, and no copy of them goes. */
const mostBytes = 64 * 1_048_576;

/** The bytes of one file, whole in memory. */
export function readOriginal({ files }: Pick<OpenLog, 'files'>): ReadOriginal {
  return async sha256 => {
    const [path, size = 0] = [await files.pathOf(sha256), await files.sizeOf(sha256)];
    return path === null || size > mostBytes ? null : readFile(path);
  };
}
