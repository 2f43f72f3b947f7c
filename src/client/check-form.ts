import { admitBody } from '../custody/judge/admit-body.js';
import { checkItemsDigest } from '../custody/judge/group.js';
import type { PlacedViolation } from '../custody/violation.js';
import { disclosedValues } from '../log/index.js';
import { type BatchFile, signedFormOf } from './batch-file.js';

/** The form of every body of a batch: needs nothing but the batch, so it is checked before anybody signs. */
export function checkForm(batch: BatchFile): readonly PlacedViolation[] {
  const events = signedFormOf(batch);
  return events.flatMap((event, position) => {
    const disclosures = batch.events[position]?.disclosures ?? [];
    const disclosed = disclosedValues(disclosures);
    // Who countersigns signs for the items by this digest: it is theirs, or nobody signs.
    const items = events.filter(({ body }) => body.group === event.eventId);
    return [...admitBody(event, disclosed), ...checkItemsDigest(event, { items })].map(violation => ({
      ...violation,
      event: position,
    }));
  });
}
