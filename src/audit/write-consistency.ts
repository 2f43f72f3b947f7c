import { base64Text, consistencyProofFromTiles } from '../log/index.js';
import type { BagWriter } from './bag/bag-writer.js';
import type { ExportContent } from './export-content.js';

/**
 * `consistency/<old size>` (log-format section 11; RFC 9162 section 2.1.4): one b64 hash a line, so that who holds the
 * checkpoint of an earlier tree sees that this one is its continuation, in a part of the log too.
 * @throws RangeError unless each size is above 0 and not above that of the export
 */
export async function writeConsistency(
  bag: BagWriter,
  { snapshot: { size, tiles }, since }: ExportContent,
): Promise<void> {
  for (const old of since) {
    const proof = await consistencyProofFromTiles(old, size, tiles);
    await bag.addText(`consistency/${old}`, proof.map(hash => `${base64Text(hash)}\n`).join(''));
  }
}
