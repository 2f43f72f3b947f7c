import type { BagWriter } from './bag/bag-writer.js';
import type { ExportContent } from './export-content.js';
import { indexesInside } from './indexes-inside.js';
import type { ExportCounts } from './write-export.js';

/**
 * `file/<sha256>`: what events inside name, in their bodies or in claims that are handed over, and the SOP documents
 * that were in force. What only a withheld claim names stays out with the claim.
 */
export async function writeFiles(
  bag: BagWriter,
  { snapshot, selection, withheld, files }: ExportContent,
): Promise<Pick<ExportCounts, 'files' | 'filesMissing'>> {
  const named = await snapshot.filesNamedAt(indexesInside(selection, snapshot.size));
  const wanted = new Set(named.filter(({ digest }) => digest === '' || withheld).map(({ sha256 }) => sha256));
  let inside = 0;
  for (const sha256 of [...wanted].sort()) {
    const bytes = await files.open(sha256);
    if (bytes === undefined) continue;
    await bag.add(`file/${sha256}`, bytes);
    inside++;
  }
  return { files: inside, filesMissing: wanted.size - inside };
}
