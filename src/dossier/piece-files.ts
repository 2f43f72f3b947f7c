import type { LogSnapshot } from '../store/readers/snapshot/log-snapshot.js';
import { type ReleasedFiles, readReleasedFiles } from './released-files.js';

/** Why a file of a piece stays here: it can tell a withheld claim, something of it is taken out, nobody asked for it. */
export type LeftReason = 'WITHHELD' | 'REDACTED' | 'NOT_RELEASED';

/** Files that a piece names in the open, by what becomes of them; each sorted. */
export interface PieceFiles {
  readonly piece: string;
  /** They go along. */
  readonly given: readonly string[];
  /** They stay out. */
  readonly left: readonly { readonly sha256: string; readonly why: LeftReason }[];
}

/**
 * What each piece's own events name. What only a withheld claim names stays out with the claim, unsaid.
 * @param release UUID of the release that says which of them go along
 */
export async function filesOfPieces(
  snapshot: LogSnapshot,
  { release, pieces }: { readonly release: string; readonly pieces: readonly string[] },
): Promise<readonly PieceFiles[]> {
  const released = await readReleasedFiles(snapshot, release, pieces);
  const found: PieceFiles[] = [];
  for (const piece of pieces) {
    const places = await snapshot.placesOf([piece]);
    const all = await snapshot.filesNamedAt(places.map(({ index }) => index));
    const open = all.filter(({ digest }) => digest === '');
    const keptBack = new Set(open.filter(file => file.keptBack).map(({ sha256 }) => sha256));
    const judged = [...new Set(open.map(({ sha256 }) => sha256))].sort().map(sha256 => ({
      sha256,
      why: keptBack.has(sha256) ? ('WITHHELD' as const) : reasonOf(piece, sha256, released),
    }));
    found.push({
      piece,
      given: judged.filter(({ why }) => why === null).map(({ sha256 }) => sha256),
      left: judged.flatMap(({ sha256, why }) => (why === null ? [] : [{ sha256, why }])),
    });
  }
  return found;
}

function reasonOf(piece: string, sha256: string, { named, redacted }: ReleasedFiles): LeftReason | null {
  if (redacted.has(sha256)) return 'REDACTED';
  const asked = named.get(piece) ?? null;
  return asked === null || asked.has(sha256) ? null : 'NOT_RELEASED';
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
