import type { EvidenceState } from '../../evidence/state.js';
import { following, type LogWideFacts } from '../../rule.js';
import { Exactly, Line } from '../../schema/described.js';
import { beforeItemsDigest, groupMembers } from '../../schema/group.js';
import { actMembers } from '../../schema/occurrence.js';
import { SealNumber } from '../../sealstock/seal-number.js';
import { refuseIf, type Violation } from '../../violation.js';
import { unbrokenStatuses } from '../../vocabulary/seals.js';
import { checkAllContents, itemsListed } from '../contents.js';
import { HeldClass, Label, SealApplied } from '../fields.js';
import { checkSealFromStock } from '../seal-check.js';
import { checkSealNamed } from '../seal-recorded.js';
import { appliedSeal, type PackageState } from '../state.js';

export const resealedBody = Exactly({
  ...actMembers,
  ...groupMembers,
  sealNumber: SealNumber('Number of the old seal', "Numéro de l'ancien scellé"),
  condition: Line('Condition of the package', 'État du colis', 400),
  holds: HeldClass,
  seal: SealApplied,
  label: Label,
});

/**
 * `package.resealed` (E25, RQ-30): a new seal, linked to the old one, over what is inside now. More items may
 * go in than were in before, and fewer, where it was opened before (E24).
 */
export const packageResealed = following<PackageState, typeof resealedBody>({
  type: 'package.resealed',
  form: 2,
  source: 'E25, RQ-30, D3',
  title: { en: 'Sealed again', fr: 'Reconstitution du scellé' },
  body: resealedBody,
  former: [beforeItemsDigest(resealedBody)],
  itemTypes: ['evidence.resealed'],
  decide(state, act) {
    const { number, status } = state.seal;
    return [
      ...refuseIf(unbrokenStatuses.includes(status), 'package.not-open', '/type', { number }),
      ...checkSealNamed(state, act.body.sealNumber),
      // What was not opened on record is closed again over what it holds, no less and no more.
      ...(status === 'OPENED_AUTHORISED' ? [] : checkAllContents(state, act.body)),
    ];
  },
  decideLogWide: (_state, act, facts) => [
    ...checkSealFromStock(act.body.seal, act.actor.officer, facts),
    ...checkOneConsignment(facts),
  ],
  claims: act => [{ set: 'seal-number', key: act.body.seal.number }],
  evolve(state, act) {
    return {
      ...state,
      seal: appliedSeal(act),
      formerSeals: [...state.formerSeals, { ...state.seal, status: 'SUPERSEDED', event: act.eventId }],
      holds: act.body.holds,
      contents: itemsListed(act.body),
    };
  },
});

/** On the way a package may be closed again (E26), but nothing of another consignment goes in. */
function checkOneConsignment({ items, state }: LogWideFacts): readonly Violation[] {
  const transfers = items.map(item => (state(item.subject) as EvidenceState | undefined)?.transit?.transfer);
  return refuseIf(new Set(transfers).size > 1, 'package.items-in-two-transfers', '/body/items');
}
