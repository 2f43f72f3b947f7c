import { holdGrounds, holdScopes } from '../../../custody/vocabulary/holds.js';
import type { ActRead } from '../contents-reading.js';
import { dayOf, type Fact, fact } from './fact.js';
import { lastOf } from './release-facts.js';

/** A hold (E57): what it stops, on what ground. Its reason is withheld for most readers. */
export function holdFacts(acts: readonly ActRead[]): readonly Fact[] {
  const placed = lastOf(acts, 'hold.placed');
  if (placed === null) return [];
  const lifted = lastOf(acts, 'hold.lifted');
  return [
    ...fact('Stops', 'Suspend', placed.text('scope', holdScopes)),
    ...fact('Ground', 'Fondement', placed.text('ground', holdGrounds)),
    ...fact('Authority', 'Autorité', placed.text('authority')),
    ...fact('Reason', 'Motif', placed.text('reason')),
    ...fact('To be looked at again on', 'À réexaminer le', dayOf(placed.raw('reviewOn'))),
    ...fact('Lifted for', 'Levée', lifted?.text('authority') ?? null),
    ...fact('Reason for lifting', 'Motif de la levée', lifted?.text('reason') ?? null),
  ];
}
