import type { LogWideFacts } from '../../rule.js';
import { type GoingPiece, piecesWithoutConsent } from '../../source/check-consents.js';
import { refuse, type Violation } from '../../violation.js';
import type { Decision } from '../events/decided.js';
import type { ReleasedPiece } from '../piece.js';
import type { ReleaseState } from '../state.js';

/**
 * GATE-8, RQ-64: no piece is granted in which a source could be identified whose consent does not cover this recipient,
 * but where the decision takes out of it what has to be taken out for the protection of persons, and lists that.
 */
export function checkConsentsForGrant(
  { recipientUnit }: ReleaseState,
  { body: { items, redactions = [] } }: Decision,
  facts: LogWideFacts,
): readonly Violation[] {
  const going = items.map(
    ({ subject }): GoingPiece => ({
      piece: subject,
      redactions: redactions.filter(({ piece }) => piece === subject),
    }),
  );
  return piecesWithoutConsent(going, recipientUnit, facts).map(piece => {
    const { number = piece } = (facts.state(piece) ?? {}) as Partial<ReleasedPiece>;
    const position = items.findIndex(({ subject }) => subject === piece);
    return refuse('release.source-consent-missing', `/body/items/${position}/subject`, { number });
  });
}
