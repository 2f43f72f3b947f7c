import type { BagWriter } from './bag/bag-writer.js';
import type { ExportContent } from './export-content.js';
import { indexesInside } from './indexes-inside.js';

/** Files that events inside name, each by its SHA-256, hexadecimal. */
export interface ChosenFiles {
  /** Those that go along, sorted. */
  readonly wanted: readonly string[];
  /**
   * Those that the events name in the open and that stay out, because their bytes tell what is withheld or because they
   * may not go to whom a part is made for.
   */
  readonly keptBack: ReadonlySet<string>;
}

/**
 * What events inside name, in their bodies or in claims that are handed over, and the SOP documents that were in
 * force. What only a withheld claim names stays out with the claim, and so does what tells one (`filesKeptBack`), but in a
 * part that permits it by its hash: a person decided so.
 */
export async function chooseFiles({
  snapshot,
  selection,
  withheld,
  part,
}: ExportContent): Promise<ChosenFiles> {
  const named = await snapshot.filesNamedAt(indexesInside(selection, snapshot.size));
  const wanted = new Set<string>();
  const keptBack = new Set<string>();
  for (const file of named) {
    const permitted = part === undefined || part.permitted.has(file.sha256);
    if (!permitted) keptBack.add(file.sha256);
    else if (withheld) wanted.add(file.sha256);
    else if (file.digest === '') (file.keptBack && part === undefined ? keptBack : wanted).add(file.sha256);
  }
  return { wanted: [...wanted].sort(), keptBack };
}

/** Writes `file/<sha256>`. */
export async function writeFiles(
  bag: BagWriter,
  { files }: ExportContent,
  { wanted }: ChosenFiles,
): Promise<{ readonly files: number; readonly missing: readonly string[] }> {
  const missing: string[] = [];
  for (const sha256 of wanted) {
    const file = await files.find(sha256);
    if (file === undefined) missing.push(sha256);
    else await bag.addHashed(`file/${sha256}`, { sha256, ...file });
  }
  return { files: wanted.length - missing.length, missing };
}
