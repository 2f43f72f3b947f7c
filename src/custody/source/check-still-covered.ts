import type { LogWideFacts } from '../rule.js';
import { refuse, type Violation } from '../violation.js';
import { piecesWithoutConsentUnder } from './check-consents.js';

/**
 * GATE-8, RQ-64: what was granted does not go any more where the consent of a source was revoked or has run out since.
 * Couriers, custodians and the recipient hear this: that there is a source is not said to them.
 * @param pieces `<kind>/<UUID>`, where each stands in the body
 */
export function checkStillCovered(
  release: string,
  pieces: readonly { readonly piece: string; readonly pointer: string }[],
  unit: string,
  facts: Pick<LogWideFacts, 'state' | 'sourcesOf' | 'receivedAt'>,
): readonly Violation[] {
  const names = pieces.map(({ piece }) => piece);
  const uncovered = new Set(piecesWithoutConsentUnder(release, names, unit, facts));
  return pieces
    .filter(({ piece }) => uncovered.has(piece))
    .map(({ piece, pointer }) => {
      const { number = piece } = (facts.state(piece) ?? {}) as { readonly number?: string };
      return refuse('release.not-as-things-stand', pointer, { number });
    });
}
