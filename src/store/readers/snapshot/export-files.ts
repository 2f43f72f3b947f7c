import type { Readable } from 'node:stream';
import { sopBytes } from '../../../custody/sop/sop-bytes.js';
import type { FileStore } from '../../files/file-store.js';
import type { SopDocuments } from '../../sop-documents.js';

interface FoundFile {
  readonly size: number;
  open(): Readable | readonly Uint8Array[];
}

/**
 * Files by their hash, and SOP documents, also those that came with this release and were never uploaded.
 * @param missing files that count as not at hand: they were owed when the export was ordered
 */
export function filesAndSopDocuments(
  files: FileStore,
  documents: SopDocuments,
  missing: readonly string[] = [],
): (sha256: string) => Promise<FoundFile | undefined> {
  const left = new Set(missing);
  return async sha256 => {
    if (left.has(sha256)) return undefined;
    const size = await files.sizeOf(sha256);
    if (size !== undefined) return { size, open: () => files.read(sha256) };
    const document = await documents.load(sha256);
    if (document === undefined) return undefined;
    const bytes = sopBytes(document);
    return { size: bytes.length, open: () => [bytes] };
  };
}
