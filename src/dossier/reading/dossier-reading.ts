import type { DossierRequest } from '../../store/dossiers/order.js';
import type { CustodyRecord } from '../../store/readers/custody/read-custody.js';
import type { LogSnapshot } from '../../store/readers/snapshot/log-snapshot.js';
import type { PieceFiles } from '../piece-files.js';

/**
 * What the printed dossier is read from: the log at the size of the snapshot. No event of its pieces, of its release or
 * of the officers who signed is beyond that size.
 */
export interface DossierReading {
  readonly snapshot: LogSnapshot;
  readonly request: Omit<DossierRequest, 'layout'>;
  /** SHA-256 of the list of pieces, hexadecimal. */
  readonly piecesHash: string;
  readonly files: readonly PieceFiles[];
  /** Digests of the withheld claims that are handed over: what released reports found (GATE-6). */
  readonly claims: ReadonlySet<string>;
  /** Files that may be inside and are owed, gone or altered, by SHA-256. */
  readonly missing: ReadonlySet<string>;
  /** How much of each piece does not leave. */
  readonly redactions: readonly {
    readonly piece: string | null;
    readonly claims: number;
    readonly files: number;
  }[];
  /** Verifier key of the log. */
  readonly logKey: string;
  /** SHA-256 of the page that verifies and travels inside, hexadecimal; null: none is inside. */
  readonly pageHash: string | null;
  /** Folds of the histories of these subjects; those that are not in the log are left out. */
  states(subjects: readonly string[]): Promise<ReadonlyMap<string, unknown>>;
  /** Who had an item, by its UUID (RQ-04). */
  custody(item: string): Promise<CustodyRecord>;
}
