import { Code, Exactly } from '../schema/described.js';
import { EventId } from '../schema/identifiers.js';
import { capacities } from '../vocabulary/capacities.js';
import { codesOf } from '../vocabulary/vocabulary.js';

/** The words of a countersignature, which has no rule of its own (log-format section 10). */
export const countersignedBody = Exactly({
  eventId: EventId('Statement countersigned', 'Déclaration contresignée'),
  as: Code(codesOf(capacities), 'Capacity', 'Qualité'),
});
