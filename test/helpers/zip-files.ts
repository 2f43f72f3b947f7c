import { Uint8ArrayReader, Uint8ArrayWriter, ZipWriter } from '@zip.js/zip.js';
import type { RandomAccess } from '../../src/verify/index.js';
import type { Files } from './bag-files.js';

/**
 * A ZIP of the files under one top folder.
 * @param level 0: stored, as the service writes it; 6: deflated, as others do
 */
export async function zipFiles(files: Files, level: 0 | 6, top = 'export'): Promise<Uint8Array> {
  const writer = new ZipWriter(new Uint8ArrayWriter(), {
    level,
    useWebWorkers: false,
    extendedTimestamp: false,
  });
  for (const [path, bytes] of files) {
    await writer.add(`${top}/${path}`, new Uint8ArrayReader(bytes), { lastModDate: new Date(2021, 3, 2) });
  }
  return writer.close();
}

export function accessTo(bytes: Uint8Array): RandomAccess {
  return {
    size: bytes.length,
    read: async (offset, length) => bytes.slice(offset, offset + length),
  };
}
