import { createHash } from 'node:crypto';
import { openZipSink } from '../../audit/bag/zip-sink.js';
import { writeExport } from '../../audit/write-export.js';
import { filesOfCopies } from '../../dossier/copies/cleaned-copies.js';
import { DOSSIER_LAYOUT } from '../../dossier/layout.js';
import { describeDossier } from '../../dossier/linked-data/describe-dossier.js';
import { filesOfPieces, permittedFiles } from '../../dossier/piece-files.js';
import { piecesJson } from '../../dossier/pieces-json.js';
import { releasedClaims } from '../../dossier/released-claims.js';
import { selectDossier } from '../../dossier/select-dossier.js';
import { countDisclosures } from '../../store/dossiers/count-disclosures.js';
import type { DossierOrder } from '../../store/dossiers/order.js';
import { findKept, readKept } from '../../store/dossiers/parts.js';
import { LogKeyNotHeld } from '../../store/log-keys.js';
import type { OpenLog } from '../../store/open-log.js';
import { takeSnapshot } from '../../store/readers/snapshot/take-snapshot.js';
import { contentOf } from '../exports/content-of.js';
import { atReaderPace, usualReaderPace } from '../exports/reader-pace.js';
import type { StreamedExport } from '../exports/stream-export.js';
import { Problem } from '../problem/problem.js';
import { readOriginal } from './read-original.js';

/** Name of the folder inside the ZIP, and of the ZIP. */
export function nameOfDossier({ request, hash }: Pick<DossierOrder, 'request' | 'hash'>): string {
  return `dossier-v${request.version}-${hash.slice(0, 12)}`;
}

/**
 * Writes a dossier anew as it was built: the log at its size, the files, and what was kept for it to be read. What does
 * not come to the hash, and whoever reads too slowly, ends the ZIP before its end, so that nobody takes it for one.
 * @throws Problem `dossier-outdated`
 */
export async function streamDossier(log: OpenLog, order: DossierOrder): Promise<StreamedExport> {
  const { id, note, token, hash, missing, request, account } = order;
  if (request.layout !== DOSSIER_LAYOUT) throw new Problem('dossier-outdated');
  const snapshot = await takeSnapshot(log.db, { origin: log.origin, subject: log.subject, note, token });
  const selection = await selectDossier(snapshot, request);
  const claims = await releasedClaims(snapshot, request);
  const read = readOriginal(log, new Set(missing));
  const files = await filesOfPieces(snapshot, request, read);
  const listed = createHash('sha256')
    .update(await piecesJson(snapshot, files))
    .digest('hex');
  // A claim was erased, or a picture is gone, since: whoever asks is told before the first byte, not by a broken ZIP.
  if ((await countDisclosures(log.db, claims)) !== account.disclosed || listed !== order.piecesHash)
    throw new Problem('dossier-outdated');
  const permitted = await permittedFiles(snapshot, files);
  const kept = await findKept(log.db, id);
  const report = [
    ...kept.map(path => ({ path, open: () => readKept(log.db, id, path) })),
    ...filesOfCopies(
      files.flatMap(file => file.copies),
      read,
    ),
  ];
  const part = { permitted, claims, report, describe: describeDossier(snapshot, request) };
  const chosen = { snapshot, selection, withheld: false, since: [], missing, part };
  const content = await contentOf(log, chosen).catch((error: unknown) => {
    // Head statements of this size are by a key that a later rotation destroyed: nobody can make them again.
    throw error instanceof LogKeyNotHeld ? new Problem('dossier-outdated') : error;
  });
  const name = nameOfDossier(order);
  const sink = openZipSink(name, snapshot.receivedAt);
  const ended = writeExport(content, sink, { expected: hash }).then(
    () => undefined,
    (error: unknown) => {
      sink.output.destroy(error instanceof Error ? error : undefined);
      return error;
    },
  );
  return { name, output: atReaderPace(sink.output, usualReaderPace), ended };
}
