import { open, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { type Bag, CheckFailure } from '../../verify/index.js';
import { readPart } from '../read-hashed.js';

const DECLARATION = 'bagit.txt';
/** Where the demonstration leaves an export. */
const INSIDE = 'audit';
/** A ZIP begins with a file, or with its end where it is empty (APPNOTE.TXT 4.3.7, 4.3.16). */
const ZIP_BEGINNINGS = ['PK\u0003\u0004', 'PK\u0005\u0006'];

/** What was named instead of an export. */
export interface NoExport {
  readonly kind: 'folder' | 'zip' | 'file';
  /** Where an export lies inside it; null where none was found. */
  readonly inside: string | null;
}

/**
 * Of a folder or a ZIP without a declaration: the export inside it, if there is one. Null of what may be an export,
 * and of a ZIP whose list cannot be read.
 * @param bag what lies at the path
 */
export async function explainNoExport(path: string, bag: Bag): Promise<NoExport | null> {
  if ((await stat(path)).isDirectory()) {
    if (await isThere(join(path, DECLARATION))) return null;
    const inside = join(path, INSIDE);
    return { kind: 'folder', inside: (await isThere(join(inside, DECLARATION))) ? inside : null };
  }
  if (!(await beginsLikeZip(path))) return { kind: 'file', inside: null };
  return explainZip(bag);
}

async function explainZip(bag: Bag): Promise<NoExport | null> {
  let inside: string | null = null;
  try {
    for await (const { path } of bag.list()) {
      if (path === DECLARATION) return null;
      if (path.endsWith(`/${DECLARATION}`)) inside ??= path.slice(0, -DECLARATION.length - 1);
    }
  } catch (error) {
    if (error instanceof CheckFailure) return null;
    throw error;
  }
  return { kind: 'zip', inside };
}

async function beginsLikeZip(path: string): Promise<boolean> {
  const file = await open(path, 'r');
  try {
    const beginning = Buffer.from(await readPart(file, 0, 4)).toString('latin1');
    return ZIP_BEGINNINGS.includes(beginning);
  } finally {
    await file.close();
  }
}

async function isThere(path: string): Promise<boolean> {
  return (await stat(path).catch(() => undefined)) !== undefined;
}
