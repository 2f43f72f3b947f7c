import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import type { ReportFile } from '../../audit/export-content.js';
import type { DossierDocument } from '../../dossier/paper/document.js';
import {
  type PrintedDossier,
  type Printing,
  renderDossier,
} from '../../dossier/paper/render/render-dossier.js';
import type { OpenLog } from '../../store/open-log.js';
import { Problem } from '../problem/problem.js';
import { readPage } from './verifier-page.js';

/**
 * Prints a dossier by processes of their own, a PDF a volume, and puts the page that verifies beside.
 * @param folder of the caller: the PDFs lie there as long as he reads them
 * @throws Problem `dossier-unprinted` with its cause; what `signal` carries
 */
export async function printDossier(
  { files }: Pick<OpenLog, 'files'>,
  document: DossierDocument,
  folder: string,
  { signal, onProgress }: Pick<Printing, 'onProgress'> & { readonly signal: AbortSignal },
): Promise<readonly ReportFile[]> {
  const printed = await print();
  const volumes = printed.volumes.map(({ number, path }) => ({
    path: printed.volumes.length === 1 ? 'dossier.pdf' : `dossier-${number}.pdf`,
    open: () => createReadStream(path),
  }));
  const page = await readPage();
  if (page === null) return volumes;
  return [...volumes, { path: 'scelle-page.html', open: () => [page.bytes] }];

  async function print(): Promise<PrintedDossier> {
    try {
      const findFile = (sha256: string) => files.pathOf(sha256);
      return await renderDossier(document, { folder: join(folder, 'print'), findFile, signal, onProgress });
    } catch (cause) {
      signal.throwIfAborted();
      throw new Problem('dossier-unprinted', {}, { cause });
    }
  }
}
