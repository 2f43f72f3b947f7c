import { admitBody } from '../custody/judge/admit-body.js';
import type { PlacedViolation } from '../custody/violation.js';
import { disclosureDigest, readDisclosure } from '../log/index.js';
import { type BatchFile, signedFormOf } from './batch-file.js';

/** The form of every body of a batch: needs nothing but the batch, so it is checked before anybody signs. */
export function checkForm(batch: BatchFile): readonly PlacedViolation[] {
  return signedFormOf(batch).flatMap((event, position) => {
    const disclosures = batch.events[position]?.disclosures ?? [];
    const disclosed = new Map(disclosures.map(text => [disclosureDigest(text), readDisclosure(text).value]));
    return admitBody(event, disclosed).map(violation => ({ ...violation, event: position }));
  });
}
