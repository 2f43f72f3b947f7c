import { createHash, randomBytes } from 'node:crypto';
import { writeExport } from '../../audit/write-export.js';
import type { Violation } from '../../custody/violation.js';
import { countRedactions } from '../../dossier/count-redactions.js';
import { DOSSIER_LAYOUT } from '../../dossier/layout.js';
import { filesOfPieces, permittedFiles } from '../../dossier/piece-files.js';
import { piecesJson } from '../../dossier/pieces-json.js';
import { selectDossier } from '../../dossier/select-dossier.js';
import { newId } from '../../log/index.js';
import { type DossierOrder, type DossierRequest, keepDossier } from '../../store/dossiers/order.js';
import type { OpenLog } from '../../store/open-log.js';
import { withSnapshot } from '../../store/readers/snapshot/take-snapshot.js';
import { awaitQuorum } from '../exports/await-quorum.js';
import { contentOf } from '../exports/content-of.js';
import { type Stamping, tokenOfOrder } from '../exports/stamp-order.js';
import { judgeDossier } from './state-dossier.js';

/** The release changed while the dossier was being built: nothing of it is kept. */
export class DossierOvertaken extends Error {
  override readonly name = 'DossierOvertaken';
  readonly violations: readonly Violation[];

  constructor(violations: readonly Violation[]) {
    super('the release changed while the dossier was being built');
    this.violations = violations;
  }
}

/**
 * Builds a dossier at the last checkpoint, with the cosignatures that it has or that come soon and a time-stamp, and
 * computes its hash: what an officer then answers for. Nothing of it leaves. It is judged again once it is built.
 * A crash on the way leaves nothing.
 * @throws DossierOvertaken
 */
export async function buildDossier(
  log: OpenLog,
  orderedBy: string,
  stated: Omit<DossierRequest, 'layout'>,
  stamping: Stamping,
): Promise<DossierOrder> {
  const request = { ...stated, layout: DOSSIER_LAYOUT };
  const checkpoint = await awaitQuorum(log);
  const { note } = checkpoint;
  const token = await tokenOfOrder(log, checkpoint, stamping);
  const { report, ...built } = await withSnapshot(
    log.db,
    { origin: log.origin, subject: log.subject, note, token },
    async snapshot => {
      const selection = await selectDossier(snapshot, request);
      const files = await filesOfPieces(snapshot, request.pieces);
      const permitted = await permittedFiles(snapshot, files);
      const pieces = await piecesJson(snapshot, files);
      const piecesHash = createHash('sha256').update(pieces).digest('hex');
      const report = [{ path: 'pieces.json', open: () => [pieces] }];
      const part = { permitted, report };
      const chosen = { snapshot, selection, withheld: false, since: [], missing: [], part };
      const { hash, bytes, counts, missing } = await writeExport(await contentOf(log, chosen), null);
      const { disclosed: _, ...counted } = counts;
      const redactions = await countRedactions(snapshot, selection, files, permitted);
      const account = { counts: { ...counted, bytes }, redactions };
      return { size: snapshot.size, hash, piecesHash, account, missing, report };
    },
  );
  const violations = await judgeDossier(log, stated);
  if (violations.length > 0) throw new DossierOvertaken(violations);
  const order = { id: newId(log.now(), randomBytes(16)), orderedBy, request, note, token, ...built };
  await keepDossier(log.db, order, report, log.now());
  return order;
}
