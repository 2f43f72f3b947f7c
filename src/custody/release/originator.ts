import { originatorsOwn } from '../evidence/record/classification.js';
import { refuseIf, type Violation } from '../violation.js';
import type { ReleasedPiece } from './piece.js';

/**
 * GATE-9: what its originator controls, or keeps from the host State, leaves with his consent or not at all. The
 * consent stands in the item's own history, as a file brought by the classification in force.
 */
export function checkOriginatorConsents(state: ReleasedPiece): readonly Violation[] {
  const { number, classification, originatorConsent } = state;
  if (classification === undefined) return [];
  const caveats = originatorsOwn(classification);
  return refuseIf(
    caveats.length > 0 && originatorConsent === undefined,
    'release.originator-consent-missing',
    '/subject',
    { number, caveats: caveats.join(', '), originator: classification.originator },
  );
}
