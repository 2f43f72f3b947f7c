import type { LogSnapshot } from '../store/readers/snapshot/log-snapshot.js';
import { type CleanedCopy, copyOf, type ReadOriginal } from './copies/cleaned-copies.js';
import { type ReleasedFiles, readReleasedFiles } from './released-files.js';

/**
 * Why a file of a piece stays here: it can tell a withheld claim, a cleaned copy goes in its place, something of it is
 * taken out, nobody asked for it, no cleaned copy of it can be made.
 */
export type LeftReason = 'WITHHELD' | 'CLEANED' | 'NO_COPY' | 'REDACTED' | 'NOT_RELEASED';

/** Files that a piece names in the open, by what becomes of them; each sorted. */
export interface PieceFiles {
  readonly piece: string;
  /** They go along. */
  readonly given: readonly string[];
  /** Photographs among them that a decision lets go as the camera wrote them. */
  readonly originals: readonly string[];
  /** They stay out. */
  readonly left: readonly { readonly sha256: string; readonly why: LeftReason }[];
  /** Of pictures that stay out themselves. */
  readonly copies: readonly CleanedCopy[];
}

/**
 * What each piece's own events name. What only a withheld claim names stays out with the claim, unsaid.
 * @param release UUID of the release that says which of them go along
 * @param read for the pictures of which a cleaned copy goes
 */
export async function filesOfPieces(
  snapshot: LogSnapshot,
  { release, pieces }: { readonly release: string; readonly pieces: readonly string[] },
  read: ReadOriginal,
): Promise<readonly PieceFiles[]> {
  const released = await readReleasedFiles(snapshot, release, pieces);
  const found: PieceFiles[] = [];
  let made = 0;
  for (const piece of pieces) {
    const places = await snapshot.placesOf([piece]);
    const all = await snapshot.filesNamedAt(places.map(({ index }) => index));
    const open = all.filter(({ digest }) => digest === '');
    const keptBack = new Set(open.filter(file => file.keptBack).map(({ sha256 }) => sha256));
    const given: string[] = [];
    const left: { sha256: string; why: LeftReason }[] = [];
    const copies: CleanedCopy[] = [];
    for (const sha256 of [...new Set(open.map(file => file.sha256))].sort()) {
      const why = reasonOf(piece, sha256, keptBack.has(sha256), released);
      const copy = why === 'CLEANED' ? await copyOf(sha256, made + 1, read) : undefined;
      if (copy !== undefined) {
        copies.push(copy);
        made += 1;
      }
      if (why === null) given.push(sha256);
      else left.push({ sha256, why: why === 'CLEANED' && copy === undefined ? 'NO_COPY' : why });
    }
    const originals = given.filter(sha256 => released.originals.has(sha256));
    found.push({ piece, given, originals, left, copies });
  }
  return found;
}

/**
 * A scan shows what it tells; of a photograph it is what the camera wrote beside the picture. Whoever lists it, the original
 * of what is kept back stays: its bytes tell what is withheld (F-28).
 */
function reasonOf(
  piece: string,
  sha256: string,
  keptBack: boolean,
  { named, redacted, photographs, pictures, cleaned, originals }: ReleasedFiles,
): LeftReason | null {
  if (redacted.has(sha256)) return 'REDACTED';
  const asked = named.get(piece) ?? null;
  if (asked !== null && !asked.has(sha256)) return 'NOT_RELEASED';
  const isPhotograph = photographs.has(sha256);
  if (keptBack) return isPhotograph && asked !== null ? 'CLEANED' : 'WITHHELD';
  if (originals.has(sha256)) return null;
  return (isPhotograph || pictures.has(sha256)) && cleaned.has(piece) ? 'CLEANED' : null;
}

/** Files that may be in a dossier: those of its pieces, and the procedure that was in force, which is public. */
export async function permittedFiles(
  snapshot: LogSnapshot,
  files: readonly PieceFiles[],
): Promise<ReadonlySet<string>> {
  const places = await snapshot.placesOf([snapshot.logSubject]);
  const ofLog = await snapshot.filesNamedAt(places.map(({ index }) => index));
  const procedures = ofLog.filter(({ digest, keptBack }) => digest === '' && !keptBack);
  return new Set([...procedures.map(({ sha256 }) => sha256), ...files.flatMap(({ given }) => given)]);
}
