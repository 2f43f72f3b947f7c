import { groupBody, groupId } from '../../common/group-body.js';
import { checkIsCustodian, checkMayMove, checkPhysical } from '../../evidence/checks.js';
import type { EvidenceState, PhysicalState } from '../../evidence/state.js';
import { checkReleased } from '../../release/in-force.js';
import { type Circumstances, following } from '../../rule.js';
import { Exactly, Line, List, Nullable, Prose } from '../../schema/described.js';
import { itemMembers } from '../../schema/group.js';
import { IdOf } from '../../schema/identifiers.js';
import type { Occurrence } from '../../schema/occurrence.js';
import { QuantityOfLine, quantityText } from '../../schema/quantity.js';
import { SealNumber } from '../../sealstock/seal-number.js';
import { refuseIf, type Violation } from '../../violation.js';
import { checkTwoPersons } from '../checks/custodian.js';
import { checkDangerousGoods } from '../checks/dangerous-goods.js';
import { checkLineOfManifest } from '../checks/manifest-line.js';
import { checkOriginalReleased } from '../checks/original-released.js';
import { checkSealOfLine } from '../checks/sealed.js';
import { checkSiteTakesIn } from '../checks/stores.js';
import { offeredBody } from '../events/offered.js';
import { signerAsGiver } from '../giver.js';

const body = Exactly({
  ...itemMembers,
  description: Prose('Short description', 'Description sommaire', 500),
  quantity: QuantityOfLine,
  package: Nullable(IdOf('package', 'Package', 'Colis')),
  sealNumber: Nullable(SealNumber('Seal number', 'Numéro de scellé')),
  sealException: Nullable(
    Prose('Why it travels unsealed or under a damaged seal', 'Raison du transport sans scellé intact', 500),
  ),
  hazard: Nullable(Line('Hazard flag; null: none', 'Mention de danger ; null : aucun', 120)),
  certificates: List(
    Line('Certificate', 'Certificat', 100),
    'EOD and weapon-clear certificates',
    'Certificats NEDEX et de mise en sécurité',
    { max: 20 },
  ),
});

/** `evidence.offered` (E17, D4): one line of a manifest, in the item's own history. */
export const evidenceOffered = following<EvidenceState, typeof body>({
  type: 'evidence.offered',
  form: 1,
  source: 'E17, D4, GATE-2, GATE-3, GATE-6, RQ-23, RQ-24, RQ-29, RQ-44, SD-1, SD-9',
  title: { en: 'Offered for transfer', fr: 'Proposée au transfert' },
  body,
  decide(state, act, circumstances) {
    const offer = groupBody(offeredBody, circumstances);
    return [
      ...checkIsCustodian(state, act.actor.officer),
      ...checkTwoPersons(state, offer.receiver.officer, '/actor/officer'),
      ...checkPhysical(state, act.type, offerable),
      ...checkFree(state),
      ...checkMayMove(state, act.body.occurred),
      ...checkLineOfManifest(state, act.body),
      ...checkSealOfLine(state, act.body),
      ...checkDangerousGoods(state, offer),
      ...checkReleasedForHandover(state, act.body.occurred, circumstances),
    ];
  },
  decideLogWide(state, _act, facts) {
    const { kind, receiver } = groupBody(offeredBody, facts);
    return kind === 'HANDOVER' ? [] : checkSiteTakesIn(state, receiver, '/subject', facts);
  },
  evolve(state, act, circumstances) {
    const { kind, receiver, release } = groupBody(offeredBody, circumstances);
    const { quantity, description } = act.body;
    return {
      ...state,
      transit: {
        transfer: groupId(circumstances),
        kind,
        stage: 'OFFERED',
        ...signerAsGiver(act, circumstances),
        receiver: receiver.officer,
        receiverRole: receiver.role,
        receiverUnit: receiver.unit,
        courier: null,
        release,
        offered: act.eventId,
        offeredAt: act.body.occurred.at,
      },
      describedAs: [
        ...state.describedAs,
        { event: act.eventId, quantity: quantityText(quantity), text: description },
      ],
    };
  },
});

const offerable: readonly PhysicalState[] = ['COLLECTED', 'HELD', 'IN_TRANSIT'];

/** In no other transfer; a courier may offer on what was refused on arrival. */
function checkFree({ number, transit }: EvidenceState): readonly Violation[] {
  const free = transit === null || transit.stage === 'REFUSED';
  return refuseIf(!free, 'transfer.item-in-transfer', '/subject', {
    number,
    transfer: transit?.transfer ?? '',
  });
}

function checkReleasedForHandover(
  state: EvidenceState,
  occurred: Occurrence,
  circumstances: Circumstances,
): readonly Violation[] {
  const { kind, release, receiver, purpose } = groupBody(offeredBody, circumstances);
  const { receivedAt } = circumstances;
  if (kind !== 'HANDOVER') return [];
  return [
    ...checkReleased(state, release, { unit: receiver.unit, purpose }, { occurred, receivedAt }),
    ...checkOriginalReleased(state, release),
  ];
}
