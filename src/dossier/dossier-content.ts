import type { Selection } from '../audit/selection.js';
import type { Redaction } from '../store/dossiers/order.js';
import type { LogSnapshot } from '../store/readers/snapshot/log-snapshot.js';
import type { ReadOriginal } from './copies/cleaned-copies.js';
import { countRedactions } from './count-redactions.js';
import { filesOfPieces, type PieceFiles, permittedFiles } from './piece-files.js';
import { piecesJson } from './pieces-json.js';
import { releasedClaims } from './released-claims.js';
import { selectDossier } from './select-dossier.js';

/** What leaves with a dossier, and what does not. */
export interface DossierContent {
  readonly selection: Selection;
  /** Withheld claims that go along, because they are released. */
  readonly claims: ReadonlySet<string>;
  readonly files: readonly PieceFiles[];
  /** SHA-256 of every file that may be inside. */
  readonly permitted: ReadonlySet<string>;
  readonly redactions: readonly Redaction[];
  /** `report/pieces.json`. */
  readonly pieces: Uint8Array;
}

/**
 * The content of the dossier of a release, by the one code that builds it and that shows it before it is decided: what is
 * shown is what would leave.
 * @param read for the pictures of which a cleaned copy goes
 * @throws NothingSelected
 */
export async function contentOfDossier(
  snapshot: LogSnapshot,
  asked: { readonly release: string; readonly pieces: readonly string[] },
  read: ReadOriginal,
): Promise<DossierContent> {
  const selection = await selectDossier(snapshot, asked);
  const claims = await releasedClaims(snapshot, asked);
  const files = await filesOfPieces(snapshot, asked, read);
  const permitted = await permittedFiles(snapshot, files);
  const redactions = await countRedactions(snapshot, selection, files, permitted, claims);
  return { selection, claims, files, permitted, redactions, pieces: await piecesJson(snapshot, files) };
}
