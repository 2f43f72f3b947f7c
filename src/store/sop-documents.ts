import { buffer } from 'node:stream/consumers';
import type { Sop } from '../custody/sop/document.js';
import { reconstruction } from '../custody/sop/reconstruction.js';
import { MAX_SOP_BYTES, readSopBytes, sopReference } from '../custody/sop/sop-bytes.js';
import type { FileStore } from './files/file-store.js';

/** SOP documents by the hash of their bytes (hexadecimal). */
export interface SopDocuments {
  /** Undefined where the bytes are not at hand, or are no SOP document. */
  load(sha256: string): Promise<Sop | undefined>;
}

/**
 * Documents that this release brings along, and whatever is among the files. A document never changes.
 * @param own those of this release
 */
export function sopDocumentsIn(files: FileStore, own: readonly Sop[] = [reconstruction]): SopDocuments {
  const known = new Map<string, Sop>(own.map(sop => [sopReference(sop).sha256, sop]));
  return {
    async load(sha256) {
      const found = known.get(sha256) ?? (await readDocument(files, sha256));
      if (found !== undefined) known.set(sha256, found);
      return found;
    },
  };
}

async function readDocument(files: FileStore, sha256: string): Promise<Sop | undefined> {
  const size = await files.sizeOf(sha256);
  if (size === undefined || size > MAX_SOP_BYTES) return undefined;
  return readSopBytes(new Uint8Array(await buffer(files.read(sha256))));
}
