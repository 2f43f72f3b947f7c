import { createHash } from 'node:crypto';
import type { Bag } from '../../verify/index.js';

const TAG_MANIFEST = 'tagmanifest-sha256.txt';

/**
 * The hash by which an export is ordered and recorded (E60), folder and ZIP alike: hex, SHA-256 of its tag manifest.
 * @param bag after its files were listed
 */
export async function hashExport(bag: Bag): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of bag.open(TAG_MANIFEST)) hash.update(chunk);
  return hash.digest('hex');
}
