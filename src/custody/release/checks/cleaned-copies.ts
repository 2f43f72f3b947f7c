import { refuse, type Violation } from '../../violation.js';
import type { ReleaseOnItem } from '../on-piece.js';
import type { ReleasedPiece } from '../piece.js';
import { bearsSource } from '../source-caveat.js';

/**
 * GATE-8, E45: of a photograph that no decision lets go as an original, the cleaned copy is given: the hash is the original's,
 * and software does not see what was handed over, so the act says it. Of a piece that bears the caveat SOURCE no original
 * goes, whatever was decided before it did.
 */
export function checkCleanedCopies(
  piece: ReleasedPiece,
  { files: along = [], originalPhotographs = [], ...found }: ReleaseOnItem,
  { files, cleaned }: { readonly files: readonly string[]; readonly cleaned: readonly string[] },
): readonly Violation[] {
  const { photographs = along.map(({ sha256 }) => sha256) } = found;
  const { number } = piece;
  const letGo = bearsSource(piece) ? [] : originalPhotographs.map(({ file }) => file);
  const given = files.filter(sha256 => photographs.includes(sha256));
  return [
    ...given
      .filter(sha256 => !cleaned.includes(sha256) && !letGo.includes(sha256))
      .map(sha256 => refuse('release.original-not-released', '/body/cleaned', { number, sha256 })),
    ...cleaned
      .filter(sha256 => !given.includes(sha256))
      .map(sha256 => refuse('release.cleaned-not-photograph', '/body/cleaned', { number, sha256 })),
  ];
}
