import type { DossierDocument } from '../../dossier/paper/document.js';
import type { DossierReading } from '../../dossier/reading/dossier-reading.js';
import { readDocument } from '../../dossier/reading/read-document.js';
import { formatVerifierKey } from '../../log/index.js';
import { signersAt } from '../../store/log-keys.js';
import type { OpenLog } from '../../store/open-log.js';
import { readLogStanding } from '../../store/read-log-standing.js';
import { readCustody } from '../../store/readers/custody/read-custody.js';
import { type SnapshotOfLog, withSnapshot } from '../../store/readers/snapshot/take-snapshot.js';
import { Problem } from '../problem/problem.js';
import { readStates } from './state-dossier.js';
import { readPage } from './verifier-page.js';

type Known = Pick<DossierReading, 'request' | 'piecesHash' | 'files' | 'missing' | 'redactions' | 'claims'>;

/**
 * What the dossier prints, read from one state of the database in which its pieces stand as they do at the checkpoint.
 * @throws Problem `stale` where one of them has moved on since
 */
export async function readPrinted(log: OpenLog, at: SnapshotOfLog, known: Known): Promise<DossierDocument> {
  const { document: sop } = await log.sop();
  const { state } = await readLogStanding(log);
  const page = await readPage();
  return withSnapshot(log.db, at, async (snapshot, db) => {
    const later = await db
      .selectFrom('event')
      .select('log_index')
      .where('log_index', '>=', snapshot.size)
      .where('subject', 'in', [`release/${known.request.release}`, ...known.request.pieces])
      .limit(1)
      .executeTakeFirst();
    if (later !== undefined) throw new Problem('stale');
    const { inForce } = await signersAt(log.logKeys, state, snapshot.size);
    return readDocument({
      ...known,
      snapshot,
      logKey: formatVerifierKey(inForce.key),
      pageHash: page?.sha256 ?? null,
      states: subjects => readStates({ db }, subjects),
      custody: item =>
        readCustody(db, item, {
          at: null,
          known: snapshot.receivedAt,
          gapMinutes: sop.deadlines.custodyGapMinutes.value,
        }),
    });
  });
}
