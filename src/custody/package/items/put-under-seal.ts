import { groupBody } from '../../common/group-body.js';
import type { EvidenceState } from '../../evidence/state.js';
import type { Circumstances, PlacedAct } from '../../rule.js';
import { Exactly, type Static } from '../../schema/described.js';
import { groupMembers } from '../../schema/group.js';
import { quantityText } from '../../schema/quantity.js';
import type { ContentLine } from '../fields.js';

/** What the bodies of sealing and sealing again have in common. */
const sealedOver = Exactly(groupMembers);

/** The item under a new seal; the old one stays named, superseded (RQ-30), its wording kept (RQ-32). */
export function putUnderSeal(
  state: EvidenceState,
  {
    eventId,
    body,
  }: PlacedAct<{
    readonly package: string;
    readonly sealNumber: string;
    readonly content: Static<typeof ContentLine>;
  }>,
  circumstances: Circumstances,
): EvidenceState {
  const together = groupBody(sealedOver, circumstances).items.length;
  const { description, quantity } = body.content;
  return {
    ...state,
    seal: { package: body.package, number: body.sealNumber, status: 'APPLIED', event: eventId, together },
    formerSeals:
      state.seal === null
        ? state.formerSeals
        : [...state.formerSeals, { ...state.seal, status: 'SUPERSEDED' }],
    describedAs: [
      ...state.describedAs,
      { event: eventId, quantity: quantityText(quantity), text: description },
    ],
  };
}
