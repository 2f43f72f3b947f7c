import type { ReleaseOnItem } from '../../../custody/evidence/state.js';
import type { ReleasedPiece } from '../../../custody/release/piece.js';
import { isRoleCode, roles } from '../../../custody/roles.js';
import type { Text } from '../../../custody/text.js';
import { holdScopes } from '../../../custody/vocabulary/holds.js';
import { pieceForms } from '../../../custody/vocabulary/releases.js';
import { legalStateWords } from '../../../custody/vocabulary/states.js';
import { asWritten, type Fact, fact, joined, momentOf, wordsOf } from './fact.js';
import { originalOf, originalsTitle, redactionOf, validityOf } from './release-facts.js';

/** What every piece says of itself, whatever kind it is of: under which decision it goes, and what holds it back. */
export function pieceFacts(state: Pick<ReleasedPiece, 'legal' | 'holds'>): readonly Fact[] {
  return [...Object.values(state.legal ?? {}).flatMap(decisionFacts), ...holdFacts(state)];
}

function decisionFacts(release: ReleaseOnItem): readonly Fact[] {
  const {
    status,
    as,
    recipientCapacity,
    validFrom,
    validUntil,
    conditions,
    redactions = [],
    originalPhotographs = [],
  } = release;
  return [
    ...fact(
      'Release',
      'Autorisation de remise',
      joined(
        ' – ',
        wordsOf(legalStateWords, status),
        as === undefined ? null : wordsOf(pieceForms, as),
        asWritten(recipientCapacity),
        validityOf(validFrom, validUntil),
      ),
    ),
    ...fact('Conditions of the release', 'Conditions de la remise', ...conditions.map(asWritten)),
    ...fact('Taken out of this piece', 'Retranché de cette pièce', ...redactions.map(redactionOf)),
    ...fact(...originalsTitle, ...originalPhotographs.map(originalOf)),
  ];
}

function holdFacts({ holds = {} }: Pick<ReleasedPiece, 'holds'>): readonly Fact[] {
  const told = Object.values(holds).map(({ function: role, scope, since, lifted }) =>
    joined(
      ' – ',
      wordsOf(holdScopes, scope),
      roleTitle(role),
      momentOf(since),
      lifted === null ? standing : isLifted,
    ),
  );
  return fact('Holds', 'Mesures de conservation', ...told);
}

const standing: Text = { en: 'stands', fr: 'en vigueur' };
const isLifted: Text = { en: 'lifted', fr: 'levée' };

function roleTitle(role: string): Text | null {
  return isRoleCode(role) ? roles[role].title : asWritten(role);
}
