import { openZipBag } from '../../src/verify/bag/zip-bag.js';
import { MemoryBag } from './memory-bag.js';

/** A bag in a ZIP, read whole. */
export async function unzip(bytes: Uint8Array): Promise<MemoryBag> {
  const zip = openZipBag({
    size: bytes.length,
    read: async (offset, length) => bytes.subarray(offset, offset + length),
  });
  const bag = new MemoryBag();
  for await (const { path } of zip.list()) await bag.write(path, zip.open(path));
  return bag;
}
