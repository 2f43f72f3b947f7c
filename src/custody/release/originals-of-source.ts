import type { LogWideFacts } from '../rule.js';
import type { ReleaseOnItem } from './on-piece.js';
import type { ReleasedPiece } from './piece.js';
import { bearsSource } from './source-caveat.js';

/**
 * GATE-8, V6: a dossier holds, or may hold, a photograph of this piece as the camera wrote it, and the piece has borne the
 * caveat SOURCE since: under the decision in force, or under one that let it go when the dossier was made.
 * @param size leaves of the tree that it is made of; undefined: it is not made yet
 */
export function hasOriginalOfSource(piece: ReleasedPiece, release: string, size?: number): boolean {
  return originalsIn(piece, release, size).length > 0 && bearsSource(piece);
}

/** A dossier that was made: of what, and when. */
interface MadeDossier {
  /** UUID. */
  readonly release: string;
  /** `<kind>/<UUID>`. */
  readonly pieces: readonly string[];
  /** Leaves of the tree that it is made of. */
  readonly size: number;
}

/**
 * GATE-8, V6: a dossier holds, or may hold, a photograph of this piece as the camera wrote it, and something else in the log
 * that names the same file came to bear the caveat SOURCE after the dossier's tree. What bore it in that tree had the cleaned
 * copy made. Where the log is not seen whole, nothing is claimed.
 */
export function hasOriginalMarkedElsewhere(
  piece: ReleasedPiece,
  dossier: MadeDossier,
  facts: Pick<LogWideFacts, 'state' | 'subjectsNaming'>,
): boolean {
  const { release, pieces, size } = dossier;
  return originalsIn(piece, release, size).some(sha256 =>
    (facts.subjectsNaming(sha256) ?? []).some(({ subject, index }) => {
      const other = facts.state(subject) as Partial<ReleasedPiece> | undefined;
      // Of a piece that was asked for with the file, its own caveat is asked about.
      if (pieces.includes(subject) && wasAskedWith(other, release, sha256)) return false;
      return other?.sourceSince !== undefined && Math.max(index, other.sourceSince) >= size;
    }),
  );
}

/** Hashes of the photographs of a piece that go as originals, and of those that did when a dossier of that tree was made. */
function originalsIn(piece: ReleasedPiece, release: string, size?: number): readonly string[] {
  const { originalPhotographs = [], originalsBefore = [] } = releaseOn(piece, release) ?? {};
  const before = originalsBefore.filter(({ until }) => size !== undefined && size <= until);
  return [...originalPhotographs, ...before].map(({ file }) => file);
}

function wasAskedWith(piece: Partial<ReleasedPiece> | undefined, release: string, sha256: string): boolean {
  const { files } = releaseOn(piece ?? {}, release) ?? {};
  return files === undefined || files.some(file => file.sha256 === sha256);
}

function releaseOn({ legal = {} }: Pick<ReleasedPiece, 'legal'>, release: string): ReleaseOnItem | undefined {
  return Object.hasOwn(legal, release) ? legal[release] : undefined;
}
