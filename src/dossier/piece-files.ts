import type { LogSnapshot } from '../store/readers/snapshot/log-snapshot.js';

/** Files that a piece names in the open, by what becomes of them; each sorted. */
export interface PieceFiles {
  readonly piece: string;
  /** They go along. */
  readonly given: readonly string[];
  /** They stay out: their bytes can tell what is withheld. */
  readonly left: readonly string[];
}

/** What each piece's own events name. What only a withheld claim names stays out with the claim, unsaid. */
export async function filesOfPieces(
  snapshot: LogSnapshot,
  pieces: readonly string[],
): Promise<readonly PieceFiles[]> {
  const found: PieceFiles[] = [];
  for (const piece of pieces) {
    const places = await snapshot.placesOf([piece]);
    const named = await snapshot.filesNamedAt(places.map(({ index }) => index));
    const open = named.filter(({ digest }) => digest === '');
    const left = sorted(open.filter(({ keptBack }) => keptBack).map(({ sha256 }) => sha256));
    const given = sorted(open.map(({ sha256 }) => sha256)).filter(sha256 => !left.includes(sha256));
    found.push({ piece, given, left });
  }
  return found;
}

function sorted(hashes: readonly string[]): readonly string[] {
  return [...new Set(hashes)].sort();
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
