import type { EventRule } from '../../rule.js';
import type { ReleasedKind, ReleasedPiece } from '../piece.js';
import { pieceReleaseDecided } from './decided.js';
import { pieceCopyDisclosed } from './disclosed.js';
import { pieceReleaseSuspended, pieceReleaseWithdrawn } from './halted.js';
import { pieceReleaseRequested } from './requested.js';

/** What a release says of each of its pieces, in the history of a piece of this kind. */
export function releaseItemRules<State extends ReleasedPiece>(
  kind: ReleasedKind,
): readonly EventRule<State>[] {
  return [
    pieceReleaseRequested(kind),
    pieceReleaseDecided(kind),
    pieceReleaseSuspended(kind),
    pieceReleaseWithdrawn(kind),
    pieceCopyDisclosed(kind),
  ];
}
