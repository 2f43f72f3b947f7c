import { groupBody, groupId } from '../../common/group-body.js';
import type { EvidenceState } from '../../evidence/state.js';
import { type Circumstances, following } from '../../rule.js';
import { Exactly, Flag, Nullable, Prose, words } from '../../schema/described.js';
import { itemMembers } from '../../schema/group.js';
import { QuantityOfLine, quantityText } from '../../schema/quantity.js';
import { checkCounted, checkReserve } from '../../transfer/checks/reserve.js';
import { checkSealsCompared } from '../../transfer/checks/seals-compared.js';
import { asFound, Reserve, SealsCompared } from '../../transfer/finding.js';
import { refuseIf, type Violation } from '../../violation.js';
import { acceptedBody } from '../events/accepted.js';
import { checkExaminationStatus, examinationOnItem, withExamination } from '../on-item.js';

const body = Exactly({
  ...itemMembers,
  quantity: Nullable(QuantityOfLine, words('Quantity counted', 'Quantité comptée')),
  seals: SealsCompared,
  condition: Prose('Condition on receipt', 'État à la réception', 1000),
  conditionAgrees: Flag('Is the condition as on record?', "L'état est-il conforme à la fiche ?"),
  description: Prose(
    'What the laboratory sees, in its own words',
    'Ce que le laboratoire constate, dans ses propres termes',
    1000,
  ),
  descriptionAgrees: Flag(
    'Is it, side by side, what the record describes?',
    'Est-ce, comparaison faite, ce que la fiche décrit ?',
  ),
  reserve: Reserve,
});

/**
 * `evidence.examination-accepted` (E31, RQ-51): condition, seal and count as reception finds them, compared with the
 * record as at any receipt. The item is in the laboratory's custody: nobody receives what he has not got.
 */
export const evidenceExaminationAccepted = following<EvidenceState, typeof body>({
  type: 'evidence.examination-accepted',
  form: 1,
  source: 'E31, D5, V8, GATE-4, RQ-21, RQ-31, RQ-51',
  title: { en: 'Accepted by the laboratory', fr: 'Reçue au laboratoire' },
  body,
  decide: (state, act, circumstances) => [
    ...checkExaminationStatus(state, ['REQUESTED'], circumstances),
    ...checkInLaboratory(state, circumstances),
    ...checkSealsCompared(state, act.body.seals),
    ...checkCounted(state, act.body),
    ...checkReserve(state, act.body),
  ],
  /** Whose unit is compared: he need not have signed, nor be named. */
  looksUp: (_act, before) => ({ subjects: holderOf(before) }),
  evolve(state, act, circumstances) {
    const { laboratoryNumber, occurred } = groupBody(acceptedBody, circumstances);
    const { quantity, description } = act.body;
    const found: EvidenceState = {
      ...asFound(state, act),
      describedAs: [
        ...state.describedAs,
        { event: act.eventId, quantity: quantity && quantityText(quantity), text: description },
      ],
    };
    const accepted = {
      status: 'ACCEPTED' as const,
      laboratoryNumber,
      acceptedAt: occurred.at,
      event: act.eventId,
    };
    return withExamination(found, groupId(circumstances), accepted);
  },
});

function holderOf(state: EvidenceState | undefined): readonly string[] {
  const holder = state?.custody?.officer;
  return holder === undefined ? [] : [`officer/${holder}`];
}

/** E20 comes before E31: an officer of the laboratory answers for the item, and it is in no transfer. */
function checkInLaboratory(state: EvidenceState, circumstances: Circumstances): readonly Violation[] {
  const { number, custody, transit } = state;
  const laboratory = examinationOnItem(state, groupId(circumstances))?.laboratory;
  const unit = custody === null ? null : (circumstances.officer(custody.officer)?.unit ?? null);
  const elsewhere = custody === null || transit !== null || unit !== laboratory;
  return refuseIf(laboratory !== undefined && elsewhere, 'examination.not-in-laboratory', '/subject', {
    number,
  });
}
