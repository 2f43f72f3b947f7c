import { stat } from 'node:fs/promises';
import { join } from 'node:path';

const DECLARATION = 'bagit.txt';
/** Where the demonstration leaves an export. */
const INSIDE = 'audit';

/** Of a folder without a declaration: the export inside it, if there is one. Null of what may be an export. */
export async function explainNoExport(path: string): Promise<{ readonly inside: string | null } | null> {
  if (!(await stat(path)).isDirectory() || (await isThere(join(path, DECLARATION)))) return null;
  const inside = join(path, INSIDE);
  return { inside: (await isThere(join(inside, DECLARATION))) ? inside : null };
}

async function isThere(path: string): Promise<boolean> {
  return (await stat(path).catch(() => undefined)) !== undefined;
}
