import { createHash, randomBytes } from 'node:crypto';
import { writeExport } from '../../audit/write-export.js';
import type { Violation } from '../../custody/violation.js';
import { inWorkingFolder, removeAbandonedWork } from '../../disk/working-folder.js';
import { filesOfCopies } from '../../dossier/copies/cleaned-copies.js';
import { contentOfDossier } from '../../dossier/dossier-content.js';
import { DOSSIER_LAYOUT } from '../../dossier/layout.js';
import { describeDossier } from '../../dossier/linked-data/describe-dossier.js';
import { graphOfDossier } from '../../dossier/linked-data/graph-of-dossier.js';
import { newId } from '../../log/index.js';
import { countDisclosures } from '../../store/dossiers/count-disclosures.js';
import { type DossierOrder, type DossierRequest, keepDossier } from '../../store/dossiers/order.js';
import type { OpenLog } from '../../store/open-log.js';
import { takeSnapshot } from '../../store/readers/snapshot/take-snapshot.js';
import type { SignedCheckpoint } from '../../store/vault.js';
import { contentOf } from '../exports/content-of.js';
import { type Stamping, tokenOfOrder } from '../exports/stamp-order.js';
import { checkpointOver } from './checkpoint-over.js';
import { printDossier } from './print-dossier.js';
import { readOriginal } from './read-original.js';
import { readPrinted } from './read-printed.js';
import { judgeDossier } from './state-dossier.js';
import type { TellProgress } from './tell-building.js';
import { findUnusable } from './unusable-files.js';

/** The release changed while the dossier was being built: nothing of it is kept. */
export class DossierOvertaken extends Error {
  override readonly name = 'DossierOvertaken';
  readonly violations: readonly Violation[];

  constructor(violations: readonly Violation[]) {
    super('the release changed while the dossier was being built');
    this.violations = violations;
  }
}

interface Waiting {
  readonly signal: AbortSignal;
  readonly onProgress: TellProgress;
}

/**
 * Builds a dossier at the last checkpoint, with the cosignatures that it has or that come soon and a time-stamp, prints
 * it, and computes its hash: what an officer then answers for. Nothing of it leaves. It is judged again once it is
 * built. A crash on the way leaves nothing but a working folder, which whoever builds next removes.
 * @param waiting whoever waits for it: told how far it is, and it ends where nobody waits any more
 * @throws DossierOvertaken; Problem `stale` where its pieces do not stand still; what `signal` carries
 */
export async function buildDossier(
  log: OpenLog,
  orderedBy: string,
  stated: Omit<DossierRequest, 'layout'>,
  stamping: Stamping,
  waiting: Waiting,
): Promise<DossierOrder> {
  const checkpoint = await checkpointOver(log, [`release/${stated.release}`, ...stated.pieces]);
  const token = await tokenOfOrder(log, checkpoint, stamping);
  await removeAbandonedWork();
  return inWorkingFolder(async folder => {
    const request = { ...stated, layout: DOSSIER_LAYOUT };
    const { report, ...built } = await makeDossier(log, request, { ...checkpoint, token }, folder, waiting);
    const violations = await judgeDossier(log, { ...stated, size: built.size });
    if (violations.length > 0) throw new DossierOvertaken(violations);
    const { note } = checkpoint;
    const order = { id: newId(log.now(), randomBytes(16)), orderedBy, request, note, token, ...built };
    await keepDossier(log.db, order, report, log.now());
    return order;
  });
}

/** @param folder an empty one, for what is printed */
async function makeDossier(
  log: OpenLog,
  request: DossierRequest,
  { note, token }: Pick<SignedCheckpoint, 'note'> & { readonly token: Uint8Array | null },
  folder: string,
  waiting: Waiting,
) {
  const at = { origin: log.origin, subject: log.subject, note, token };
  const snapshot = await takeSnapshot(log.db, at);
  const absent = new Set<string>();
  const read = readOriginal(log, absent);
  const content = await contentOfDossier(snapshot, request, read);
  const { selection, claims, files, permitted, redactions, pieces } = content;
  const unusable = new Set([...absent, ...(await findUnusable(log.files, files, waiting.signal))]);
  const piecesHash = createHash('sha256').update(pieces).digest('hex');
  const document = await readPrinted(log, at, {
    request,
    piecesHash,
    files,
    missing: unusable,
    redactions,
    claims,
  });
  const printed = await printDossier(log, document, folder, waiting);
  const graph = await graphOfDossier(snapshot, selection, request, permitted);
  const report = [
    { path: 'pieces.json', open: () => [pieces] },
    ...printed,
    { path: 'case.jsonld', open: () => [graph] },
  ];
  const copies = filesOfCopies(
    files.flatMap(file => file.copies),
    read,
  );
  const chosen = {
    snapshot,
    selection,
    withheld: false,
    since: [],
    missing: [...unusable].sort(),
    part: { permitted, claims, report: [...report, ...copies], describe: describeDossier(snapshot, request) },
  };
  // Before they are written: one that is erased meanwhile makes a dossier that is built anew, never a ZIP that breaks.
  const disclosed = await countDisclosures(log.db, claims);
  const { hash, bytes, counts, ...written } = await writeExport(await contentOf(log, chosen), null);
  const missing = [...new Set([...written.missing, ...unusable])].sort();
  const { disclosed: _, ...counted } = counts;
  const account = { counts: { ...counted, bytes }, redactions, disclosed };
  return { size: snapshot.size, hash, piecesHash, account, missing, report };
}
