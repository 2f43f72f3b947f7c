import { originatorsOwn } from '../evidence/record/classification.js';
import { classificationsLeaving } from '../evidence/record/classified-parts.js';
import type { ReleaseOnItem } from '../evidence/state.js';
import { refuseIf, type Violation } from '../violation.js';
import type { ReleasedPiece } from './piece.js';

/**
 * GATE-9: what its originator controls, or keeps from the host State, leaves with his consent or not at all. The
 * consent stands in the item's own history, as a file brought by the classification in force: of the piece, and of each part
 * that goes along.
 */
export function checkOriginatorConsents(
  state: ReleasedPiece,
  release: ReleaseOnItem | undefined,
): readonly Violation[] {
  return classificationsLeaving(state, release).flatMap(({ named, classification, originatorConsent }) => {
    const caveats = originatorsOwn(classification);
    return refuseIf(
      caveats.length > 0 && originatorConsent === undefined,
      'release.originator-consent-missing',
      '/subject',
      { number: named, caveats: caveats.join(', '), originator: classification.originator },
    );
  });
}
