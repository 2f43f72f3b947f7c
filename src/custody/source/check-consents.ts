import type { RedactionOfPiece } from '../release/on-piece.js';
import type { ReleasedPiece } from '../release/piece.js';
import type { LogWideFacts } from '../rule.js';
import type { UnitState } from '../unit/state.js';
import { consentCovers } from './consent.js';
import type { SourceState } from './state.js';

/** A piece that is to go, and what is taken out of it before. */
export interface GoingPiece {
  /** `<kind>/<UUID>`. */
  readonly piece: string;
  readonly redactions: readonly Pick<RedactionOfPiece, 'ground'>[];
}

type ConsentFacts = Pick<LogWideFacts, 'state' | 'sourcesOf' | 'receivedAt'>;

/**
 * GATE-8, RQ-64: the pieces in which a source could be identified whose consent does not cover this unit now, and of
 * which nothing is taken out for the protection of persons. Which source it is, is told to nobody here. Where the links
 * are not known, as to a device and to who verifies an export without them, none is named: nothing is claimed then.
 * @param unit UUID of who would receive them
 */
export function piecesWithoutConsent(
  pieces: readonly GoingPiece[],
  unit: string,
  facts: ConsentFacts,
): readonly string[] {
  return pieces
    .filter(({ piece, redactions }) => {
      const sources = facts.sourcesOf(piece) ?? [];
      return (
        sources.length > 0 &&
        !isProtected(redactions) &&
        !sources.every(source => covered(source, unit, facts))
      );
    })
    .map(({ piece }) => piece);
}

/**
 * The same under a decision that was taken: what it takes out stands in the history of the piece, and counts for nothing
 * where a photograph of it goes as an original.
 */
export function piecesWithoutConsentUnder(
  release: string,
  pieces: readonly string[],
  unit: string,
  facts: ConsentFacts,
): readonly string[] {
  const going = pieces.map(piece => {
    const { legal = {} } = (facts.state(piece) ?? {}) as Partial<ReleasedPiece>;
    const found = Object.hasOwn(legal, release) ? legal[release] : undefined;
    const { redactions = [], originalPhotographs = [] } = found ?? {};
    return { piece, redactions: originalPhotographs.length > 0 ? [] : redactions };
  });
  return piecesWithoutConsent(going, unit, facts);
}

function isProtected(redactions: GoingPiece['redactions']): boolean {
  return redactions.some(({ ground }) => ground === 'PROTECTION_OF_PERSONS');
}

function covered(source: string, unit: string, { state, receivedAt }: ConsentFacts): boolean {
  const known = state(source) as SourceState | undefined;
  const recipient = state(`unit/${unit}`) as UnitState | undefined;
  // What is not known is no violation; what names it is refused where it does not exist.
  if (known === undefined || recipient === undefined) return true;
  const use = { unit, class: recipient.class, national: recipient.national };
  return consentCovers(known, use, receivedAt) !== null;
}
