import { custodyOfSigner } from '../evidence/custody.js';
import type { EvidenceState, Transit } from '../evidence/state.js';
import type { PlacedAct } from '../rule.js';
import type { Occurrence, PlaceOfAct } from '../schema/occurrence.js';
import { handsSoFar } from './hands.js';

/** The item in the hands of the courier who signs: in transit, at no site, whatever site he took it from. */
export function toCourier(
  state: EvidenceState,
  act: PlacedAct<{ readonly occurred: Occurrence; readonly place: PlaceOfAct }>,
  stage: Transit['stage'],
): EvidenceState {
  const { transit } = state;
  return {
    ...state,
    physical: 'IN_TRANSIT',
    custody: { ...custodyOfSigner(act, 'IN_TRANSIT'), site: null },
    transit: transit && { ...transit, stage, courier: act.actor.officer, hands: handsSoFar(state) },
  };
}
