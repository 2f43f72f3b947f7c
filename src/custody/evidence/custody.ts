import type { PlacedAct } from '../rule.js';
import type { Occurrence, PlaceOfAct } from '../schema/occurrence.js';
import type { Custody } from './state.js';

interface WhenAndWhere {
  readonly occurred: Occurrence;
  readonly place: PlaceOfAct;
}

/** Custody from this act on: the signer answers for the item, at the place of the act. */
export function custodyOfSigner(
  act: PlacedAct<WhenAndWhere>,
  reason: string,
  location: Custody['location'] = null,
): Custody {
  const { occurred, place } = act.body;
  return {
    officer: act.actor.officer,
    role: act.actor.role,
    site: place.site,
    location,
    place: place.description,
    reason,
    since: occurred.at,
    event: act.eventId,
  };
}
