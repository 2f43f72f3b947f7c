import type { ReleasedPiece } from './piece.js';
import { bearsSource } from './source-caveat.js';

/**
 * GATE-8, V6: a dossier holds, or may hold, a photograph of this piece as the camera wrote it, and the piece has borne the
 * caveat SOURCE since: under the decision in force, or under one that let it go when the dossier was made.
 * @param size leaves of the tree that it is made of; undefined: it is not made yet
 */
export function hasOriginalOfSource(piece: ReleasedPiece, release: string, size?: number): boolean {
  const { legal = {} } = piece;
  const found = Object.hasOwn(legal, release) ? legal[release] : undefined;
  const { originalPhotographs = [], originalsTakenBack } = found ?? {};
  const isBefore = size !== undefined && originalsTakenBack !== undefined && size <= originalsTakenBack;
  return (originalPhotographs.length > 0 || isBefore) && bearsSource(piece);
}
