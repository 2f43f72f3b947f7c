import { groupBody, groupId } from '../../common/group-body.js';
import { checkWeaponCleared } from '../../evidence/checks.js';
import { custodyOfSigner } from '../../evidence/custody.js';
import type { EvidenceState } from '../../evidence/state.js';
import { type Act, type Circumstances, following, type PlacedAct } from '../../rule.js';
import { Exactly, Flag, Line, Nullable, Prose, type Static, words } from '../../schema/described.js';
import { itemMembers } from '../../schema/group.js';
import { QuantityOfLine, quantityText } from '../../schema/quantity.js';
import type { Violation } from '../../violation.js';
import { checkHandedOver, checkNotHandedOver } from '../checks/handed-over.js';
import { checkHandsOver } from '../checks/hands-over.js';
import { checkInTransfer } from '../checks/in-transfer.js';
import {
  checkReceiver,
  checkReturnedToGiver,
  checkUnitOfStandIn,
  namedReceiver,
} from '../checks/receiver.js';
import { checkCounted, checkReserve } from '../checks/reserve.js';
import { checkSealsCompared } from '../checks/seals-compared.js';
import { checkSiteTakesIn } from '../checks/stores.js';
import { receivedBody } from '../events/received.js';
import { asFound, Reserve, SealsCompared } from '../finding.js';
import type { HandoverRecordOf } from '../handover-record.js';
import { handsSoFar } from '../hands.js';
import type { TransferState } from '../state.js';

const body = Exactly({
  ...itemMembers,
  quantity: Nullable(QuantityOfLine, words('Quantity counted', 'Quantité comptée')),
  seals: SealsCompared,
  condition: Prose('Condition', 'État', 1000),
  conditionAgrees: Flag('Is the condition as handed over?', "L'état est-il conforme ?"),
  description: Prose(
    'What the receiver sees, in his own words',
    'Ce que le destinataire constate, dans ses propres termes',
    1000,
  ),
  descriptionAgrees: Flag(
    'Is it, side by side, what the giver described?',
    'Est-ce, comparaison faite, ce que le remettant a décrit ?',
  ),
  reserve: Reserve,
  nationalReference: Nullable(Line('National reference of the item', 'Référence nationale de la pièce', 100)),
  nationalSeal: Nullable(Line('National seal number', 'Numéro du scellé national', 60)),
});

type Body = Static<typeof body>;

/**
 * `evidence.received` (E20, E42; D4): what the receiver found, beside what the giver wrote (RQ-32). From here on
 * he answers for the item; where a national authority receives it, nobody of ours does any more.
 */
export const evidenceReceived = following<EvidenceState, typeof body>({
  type: 'evidence.received',
  form: 1,
  source:
    'E20, E42, D4, GATE-3, GATE-4, GATE-6, GATE-10, RQ-20, RQ-21, RQ-23, RQ-29, RQ-31, RQ-32, RQ-44, RQ-62, SD-1',
  title: { en: 'Received', fr: 'Reçue' },
  body,
  decide(state, act, circumstances) {
    const { handover } = groupBody(receivedBody, circumstances);
    return [
      ...checkInTransfer(state, ['OFFERED', 'DEPARTED', 'REFUSED'], circumstances),
      ...checkSides(state, act, circumstances),
      ...checkHandsOver(state, act, handover?.onPaper ?? null, circumstances),
      ...checkAcceptedCleared(state, act, handover),
      ...checkSealsCompared(state, act.body.seals),
      ...checkCounted(state, act.body),
      ...checkReserve(state, act.body),
    ];
  },
  looksUp: (_act, before) => ({ subjects: namedReceiver(before) }),
  decideLogWide(state, act, facts) {
    const { handover, returns } = groupBody(receivedBody, facts);
    const transfer = facts.state(`transfer/${groupId(facts)}`) as TransferState | undefined;
    const side = returns ? transfer?.giver : transfer?.receiver;
    const { site } = act.body.place;
    const store = side?.site === site ? (side?.store ?? null) : null;
    return [
      ...(returns ? [] : checkUnitOfStandIn(state, act, facts)),
      ...(handover === null ? checkSiteTakesIn(state, { site, store }, '/subject', facts) : []),
    ];
  },
  evolve(state, act, circumstances) {
    const { handover, returns } = groupBody(receivedBody, circumstances);
    const { quantity, description } = act.body;
    const found: EvidenceState = {
      ...asFound(state, act),
      describedAs: [
        ...state.describedAs,
        { event: act.eventId, quantity: quantity && quantityText(quantity), text: description },
      ],
      transit: null,
    };
    const leaves = handover !== null && !returns && state.transit?.kind === 'HANDOVER';
    return leaves ? handedOver(found, state, act, handover) : held(found, state, act);
  },
});

function checkSides(
  state: EvidenceState,
  act: Act<Body>,
  circumstances: Circumstances,
): readonly Violation[] {
  const { returns, standIn, handover } = groupBody(receivedBody, circumstances);
  const side = { standIn, onPaper: handover?.onPaper ?? null };
  if (returns) {
    return [...checkReturnedToGiver(state, act, side, circumstances), ...checkNotHandedOver(state, handover)];
  }
  return [
    ...checkReceiver(state, act, side, circumstances),
    ...checkHandedOver(state, act, handover, circumstances),
  ];
}

/** GATE-3: a firearm not cleared, or no more, is accepted nowhere; of a quarantine the site knows (`checkTakenIn`). */
function checkAcceptedCleared(
  state: EvidenceState,
  { body }: Act<Body>,
  handover: HandoverRecordOf | null,
): readonly Violation[] {
  return body.place.site !== null && handover === null ? [] : checkWeaponCleared(state, '/subject');
}

function held(found: EvidenceState, before: EvidenceState, act: PlacedAct<Body>): EvidenceState {
  const reason = before.transit?.kind ?? 'STORAGE';
  return {
    ...found,
    physical: 'HELD',
    custody: { ...custodyOfSigner(act, reason), cameFrom: handsSoFar(before) },
  };
}

function handedOver(
  found: EvidenceState,
  before: EvidenceState,
  act: PlacedAct<Body>,
  { unit, capacity, conditions, onPaper }: HandoverRecordOf,
): EvidenceState {
  const { nationalReference, nationalSeal, occurred } = act.body;
  return {
    ...found,
    physical: 'HANDED_OVER',
    custody: null,
    handover: {
      transfer: before.transit?.transfer ?? '',
      release: before.transit?.release ?? null,
      unit,
      capacity,
      officer: onPaper === null ? act.actor.officer : null,
      nationalReference,
      nationalSeal,
      conditions,
      at: occurred.at,
      event: act.eventId,
      cameFrom: handsSoFar(before),
    },
  };
}
