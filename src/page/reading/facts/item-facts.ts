import type { EvidenceState, ReleaseOnItem } from '../../../custody/evidence/state.js';
import { isRoleCode, roles } from '../../../custody/roles.js';
import type { Text } from '../../../custody/text.js';
import { holdScopes } from '../../../custody/vocabulary/holds.js';
import { legalStateWords } from '../../../custody/vocabulary/states.js';
import type { ItemRead } from '../contents-reading.js';
import { asWritten, type Fact, fact, joined, momentOf, wordsOf } from './fact.js';
import { redactionOf, validityOf } from './release-facts.js';
import { resultFacts } from './result-facts.js';

/** What a reader asks first of an item: what laboratories found, under which decision it goes, to whom it went. */
export function itemFacts({ acts, state }: ItemRead): readonly Fact[] {
  return [
    ...acts.flatMap(resultFacts),
    ...(state === null
      ? []
      : [...Object.values(state.legal).flatMap(decisionFacts), ...holdFacts(state), ...handoverFacts(state)]),
  ];
}

function decisionFacts(release: ReleaseOnItem): readonly Fact[] {
  const { status, recipientCapacity, validFrom, validUntil, conditions, redactions = [] } = release;
  return [
    ...fact(
      'Release',
      'Autorisation de remise',
      joined(
        ' – ',
        wordsOf(legalStateWords, status),
        asWritten(recipientCapacity),
        validityOf(validFrom, validUntil),
      ),
    ),
    ...fact('Conditions of the release', 'Conditions de la remise', ...conditions.map(asWritten)),
    ...fact('Taken out of this piece', 'Retranché de cette pièce', ...redactions.map(redactionOf)),
  ];
}

function holdFacts({ holds = {} }: EvidenceState): readonly Fact[] {
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

function handoverFacts({ handover }: EvidenceState): readonly Fact[] {
  if (handover === null) return [];
  const { capacity, at, nationalReference, nationalSeal, conditions } = handover;
  return [
    ...fact('Handed over to', 'Remise à', joined(' – ', asWritten(capacity), momentOf(at))),
    ...fact('National reference', 'Référence nationale', asWritten(nationalReference ?? '')),
    ...fact('National seal', 'Scellé national', asWritten(nationalSeal ?? '')),
    ...fact('Conditions accepted', 'Conditions acceptées', ...conditions.map(asWritten)),
  ];
}
