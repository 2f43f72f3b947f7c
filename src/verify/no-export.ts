import type { Bag } from './bag/bag.js';
import type { RandomAccess } from './bag/zip-bag.js';
import { CheckFailure } from './check-failure.js';

const DECLARATION = 'bagit.txt';
/** A ZIP begins with a file, or with its end where it is empty (APPNOTE.TXT 4.3.7, 4.3.16). */
const ZIP_BEGINNINGS = ['PK\u0003\u0004', 'PK\u0005\u0006'];

/** What was named instead of an export. */
export interface NoExport {
  readonly kind: 'folder' | 'zip' | 'file';
  /** Where an export lies inside it; null where none was found. */
  readonly inside: string | null;
}

/**
 * Of a file without a declaration of a bag in it: the export inside it, if there is one. Null of what may be an export,
 * and of a ZIP whose list cannot be read.
 * @param bag what lies in the file
 */
export async function explainNoZipExport(file: RandomAccess, bag: Bag): Promise<NoExport | null> {
  const beginning = new TextDecoder('latin1').decode(await file.read(0, 4));
  if (!ZIP_BEGINNINGS.includes(beginning)) return { kind: 'file', inside: null };
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
