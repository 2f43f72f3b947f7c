import type { LogWideFacts } from '../rule.js';
import type { ReleaseOnItem } from './on-piece.js';
import type { ReleasedPiece } from './piece.js';
import { bearsSource } from './source-caveat.js';

/**
 * GATE-8, V6: a dossier holds, or may hold, a photograph of this piece as the camera wrote it, under the decision in force or
 * under one that let it go when the dossier was made, and the piece bears the caveat SOURCE as things stand.
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
 * GATE-8, V6: a dossier holds, or may hold, a photograph of this piece as the camera wrote it, and the piece, or something else
 * in the log that names the same file, was given the caveat SOURCE after the dossier's tree, though it was taken off again. What
 * bore it in that tree had the cleaned copy made. Where the log is not seen whole, nothing is claimed of what else names it.
 */
export function hasOriginalMarkedSince(
  piece: ReleasedPiece,
  dossier: MadeDossier,
  facts: Pick<LogWideFacts, 'state' | 'subjectsNaming'>,
): boolean {
  const { release, pieces, size } = dossier;
  return originalsIn(piece, release, size).some(({ file, decided }) => {
    // Who decided later to let it go knew that the caveat had been there.
    if ((piece.sourceGiven ?? []).some(given => given >= size && given > decided)) return true;
    return (facts.subjectsNaming(file) ?? []).some(({ subject, index }) => {
      const other = facts.state(subject) as Partial<ReleasedPiece> | undefined;
      // Of a piece that was asked for with the file, its own caveat is asked about.
      if (pieces.includes(subject) && wasAskedWith(other, release, file)) return false;
      const [since] = other?.sourceGiven ?? [];
      return since !== undefined && Math.max(index, since) >= size;
    });
  });
}

/** A photograph that goes as the camera wrote it, or did when a dossier was made. */
interface Original {
  /** By hash. */
  readonly file: string;
  /** Leaf of the decision in force that lets it go; -1: none does. */
  readonly decided: number;
}

/** Photographs of a piece that go as originals, and those that did when a dossier of that tree was made. */
function originalsIn(piece: ReleasedPiece, release: string, size?: number): readonly Original[] {
  const {
    originalPhotographs = [],
    originalsDecided: decided = -1,
    originalsBefore = [],
  } = releaseOn(piece, release) ?? {};
  const listed = originalPhotographs.map(({ file }) => ({ file, decided }));
  const before = originalsBefore
    .filter(
      ({ file, until }) => size !== undefined && size <= until && !listed.some(one => one.file === file),
    )
    .map(({ file }) => ({ file, decided: -1 }));
  return [...listed, ...before];
}

function wasAskedWith(piece: Partial<ReleasedPiece> | undefined, release: string, sha256: string): boolean {
  const { files } = releaseOn(piece ?? {}, release) ?? {};
  return files === undefined || files.some(file => file.sha256 === sha256);
}

function releaseOn({ legal = {} }: Pick<ReleasedPiece, 'legal'>, release: string): ReleaseOnItem | undefined {
  return Object.hasOwn(legal, release) ? legal[release] : undefined;
}
