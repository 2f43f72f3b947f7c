import type { Readable } from 'node:stream';
import { sopBytes } from '../../../custody/sop/sop-bytes.js';
import type { FileStore } from '../../files/file-store.js';
import type { SopDocuments } from '../../sop-documents.js';

/**
 * Bytes of files by their hash, and of SOP documents, also of those that came with this release and were never
 * uploaded. Undefined where they are not at hand.
 */
export function filesAndSopDocuments(
  files: FileStore,
  documents: SopDocuments,
): (sha256: string) => Promise<Readable | readonly Uint8Array[] | undefined> {
  return async sha256 => {
    if ((await files.sizeOf(sha256)) !== undefined) return files.read(sha256);
    const document = await documents.load(sha256);
    return document && [sopBytes(document)];
  };
}
