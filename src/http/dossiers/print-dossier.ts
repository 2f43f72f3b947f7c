import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import type { ReportFile } from '../../audit/export-content.js';
import type { DossierDocument } from '../../dossier/paper/document.js';
import { renderDossier } from '../../dossier/paper/render/render-dossier.js';
import type { OpenLog } from '../../store/open-log.js';
import { readPage } from './verifier-page.js';

/**
 * Prints a dossier by processes of their own, a PDF a volume, and puts the page that verifies beside.
 * @param folder an empty one of the caller: the PDFs lie there as long as he reads them
 */
export async function printDossier(
  { files }: Pick<OpenLog, 'files'>,
  document: DossierDocument,
  folder: string,
  signal: AbortSignal,
): Promise<readonly ReportFile[]> {
  const printed = await renderDossier(document, {
    folder: join(folder, 'print'),
    findFile: sha256 => files.pathOf(sha256),
    signal,
  });
  const volumes = printed.volumes.map(({ number, path }) => ({
    path: printed.volumes.length === 1 ? 'dossier.pdf' : `dossier-${number}.pdf`,
    open: () => createReadStream(path),
  }));
  const page = await readPage();
  if (page === null) return volumes;
  return [...volumes, { path: 'scelle-page.html', open: () => [page.bytes] }];
}
