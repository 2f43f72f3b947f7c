import type { Custody, EvidenceState, Transit } from '../evidence/state.js';
import type { PlacedAct } from '../rule.js';
import type { Occurrence, PlaceOfAct } from '../schema/occurrence.js';

interface WhenAndWhere {
  readonly occurred: Occurrence;
  readonly place: PlaceOfAct;
}

/** Custody set wholly by an act: the signer answers for the item from now on, at this place. */
export function custodyOfSigner(act: PlacedAct<WhenAndWhere>, reason: string, site: string | null): Custody {
  const { occurred, place } = act.body;
  return {
    officer: act.actor.officer,
    role: act.actor.role,
    site,
    location: null,
    place: place.description,
    reason,
    since: occurred.at,
    event: act.eventId,
  };
}

/** The item in the hands of a courier: in transit, at no site. */
export function toCourier(
  state: EvidenceState,
  act: PlacedAct<WhenAndWhere>,
  stage: Transit['stage'],
): EvidenceState {
  const { transit } = state;
  return {
    ...state,
    physical: 'IN_TRANSIT',
    custody: custodyOfSigner(act, 'IN_TRANSIT', null),
    transit: transit === null ? null : { ...transit, stage, courier: act.actor.officer },
  };
}
