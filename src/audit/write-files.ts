import type { BagWriter } from './bag/bag-writer.js';
import type { ExportContent } from './export-content.js';
import { indexesInside } from './indexes-inside.js';

/**
 * `file/<sha256>`: what events inside name, in their bodies or in claims that are handed over, and the SOP documents
 * that were in force. What only a withheld claim names stays out with the claim.
 */
export async function writeFiles(
  bag: BagWriter,
  { snapshot, selection, withheld, files }: ExportContent,
): Promise<{ readonly files: number; readonly missing: readonly string[] }> {
  const named = await snapshot.filesNamedAt(indexesInside(selection, snapshot.size));
  const wanted = new Set(named.filter(({ digest }) => digest === '' || withheld).map(({ sha256 }) => sha256));
  const missing: string[] = [];
  for (const sha256 of [...wanted].sort()) {
    const file = await files.find(sha256);
    if (file === undefined) missing.push(sha256);
    else await bag.addHashed(`file/${sha256}`, { sha256, ...file });
  }
  return { files: wanted.size - missing.length, missing };
}
