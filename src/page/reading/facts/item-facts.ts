import type { EvidenceState } from '../../../custody/evidence/state.js';
import type { ItemRead } from '../contents-reading.js';
import { asWritten, type Fact, fact, joined, momentOf } from './fact.js';
import { pieceFacts } from './piece-facts.js';
import { resultFacts } from './result-facts.js';

/** What a reader asks first of an item: what laboratories found, under which decision it goes, to whom it went. */
export function itemFacts({ acts, state }: ItemRead): readonly Fact[] {
  return [
    ...acts.flatMap(resultFacts),
    ...(state === null ? [] : [...pieceFacts(state), ...handoverFacts(state)]),
  ];
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
