import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { explainNoZipExport, type NoExport } from '../../verify/index.js';
import type { OpenedBag } from './open-bag.js';

const DECLARATION = 'bagit.txt';
/** Where the demonstration leaves an export. */
const INSIDE = 'audit';

/**
 * Of a folder or a ZIP without a declaration: the export inside it, if there is one. Null of what may be an export,
 * and of a ZIP whose list cannot be read.
 * @param opened what lies at the path
 */
export async function explainNoExport(path: string, { bag, file }: OpenedBag): Promise<NoExport | null> {
  if (file !== null) return explainNoZipExport(file, bag);
  if (await isThere(join(path, DECLARATION))) return null;
  const inside = join(path, INSIDE);
  return { kind: 'folder', inside: (await isThere(join(inside, DECLARATION))) ? inside : null };
}

async function isThere(path: string): Promise<boolean> {
  return (await stat(path).catch(() => undefined)) !== undefined;
}
