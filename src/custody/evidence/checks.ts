import { parseTime } from '../../log/index.js';
import { endOf, type MomentKnown } from '../common/time-order.js';
import { refuse, refuseIf, type Violation } from '../violation.js';
import { unbrokenStatuses } from '../vocabulary/seals.js';
import { type EvidenceState, type PhysicalState, terminalStates } from './state.js';

/** Checks that several acts over an item share. Each says no with every fault it finds. */

/**
 * May the item travel, be accepted or be taken up? Explosive content needs an EOD certificate valid when the
 * act occurred, class 1 goods their division and group (GATE-2, RQ-40), a firearm two persons (GATE-3).
 * @param occurred when the act took place, not when it was received
 */
export function checkMayMove(
  state: EvidenceState,
  occurred: MomentKnown,
  pointer = '/body',
): readonly Violation[] {
  return [
    ...checkNotHazardous(state, pointer),
    ...checkCertificate(state, occurred, pointer),
    ...checkWeaponCleared(state, pointer),
  ];
}

/** E08: what a person called hazardous stays where it is (GATE-2; RQ-41: sample, photograph, destroy in place). */
export function checkNotHazardous(state: EvidenceState, pointer = '/body'): readonly Violation[] {
  return refuseIf(state.safety.status === 'HAZARDOUS_DO_NOT_MOVE', 'evidence.hazardous', pointer, {
    number: state.number,
  });
}

/** GATE-3: no firearm is accepted anywhere before two persons cleared it. */
export function checkWeaponCleared(state: EvidenceState, pointer = '/body'): readonly Violation[] {
  return refuseIf(state.firearm && !state.safety.weaponCleared, 'evidence.weapon-not-cleared', pointer, {
    number: state.number,
  });
}

/**
 * GATE-2, RQ-40: of what may hold explosive, the certificate and the class of goods. A time known only to the day
 * lies in the validity with the whole of the day: a gate is shown to be met.
 */
export function checkCertificate(
  state: EvidenceState,
  occurred: MomentKnown,
  pointer: string,
): readonly Violation[] {
  const { number, safety, explosivePossible } = state;
  if (!explosivePossible || safety.status === 'HAZARDOUS_DO_NOT_MOVE') return [];
  const explosive = safety.status === 'EXPLOSIVE_CERTIFIED_FOR_TRANSPORT';
  if ((!explosive && safety.status !== 'CERTIFIED_FREE_FROM_EXPLOSIVES') || safety.validUntil === null) {
    return [refuse('evidence.certificate-missing', pointer, { number })];
  }
  return [
    ...refuseIf(parseTime(safety.validUntil) < endOf(occurred), 'evidence.certificate-expired', pointer, {
      number,
      validUntil: safety.validUntil,
      at: occurred.at,
    }),
    ...refuseIf(
      explosive && (safety.hazardDivision === null || safety.compatibilityGroup === null),
      'evidence.certificate-class',
      pointer,
      { number },
    ),
  ];
}

/** The officer answers for the item now: nobody else gives it away, splits it or moves it. */
export function checkIsCustodian(
  state: EvidenceState,
  officer: string,
  pointer = '/actor/officer',
): readonly Violation[] {
  return refuseIf(state.custody?.officer !== officer, 'evidence.not-custodian', pointer, {
    number: state.number,
    officer,
  });
}

/**
 * The act fits the item's physical state (domain.md C.1). Of an item whose custody has ended `decideAlways`
 * speaks already.
 */
export function checkPhysical(
  state: EvidenceState,
  type: string,
  allowed: readonly PhysicalState[],
): readonly Violation[] {
  const { physical, number } = state;
  const refused = !allowed.includes(physical) && !terminalStates.includes(physical);
  return refuseIf(refused, 'evidence.not-in-state', '/type', {
    number,
    physical,
    type,
    allowed: allowed.join(', '),
  });
}

/** An item that is somewhere, in place or in somebody's hands: it can be looked at. */
export const inHand: readonly PhysicalState[] = [
  'RECORDED',
  'COLLECTED',
  'HELD',
  'IN_TRANSIT',
  'CHECKED_OUT',
];

/** Between offer and receipt an item is the manifest's: nothing else may change it. */
export function checkNotInTransfer(state: EvidenceState): readonly Violation[] {
  return refuseIf(state.transit !== null, 'evidence.in-transfer', '/type', {
    number: state.number,
    transfer: state.transit?.transfer ?? '',
  });
}

/** Nobody takes one item out of a closed package that holds more: it is opened first, with authority (E24). */
export function checkAloneUnderSeal({ seal, number }: EvidenceState): readonly Violation[] {
  const shared = seal !== null && unbrokenStatuses.includes(seal.status) && seal.together > 1;
  return refuseIf(shared, 'evidence.not-alone-under-seal', '/subject', {
    number,
    seal: seal?.number ?? '',
    count: String(seal?.together ?? 0),
  });
}

/** What can be done to the object itself only: the hand is not in a closed package. */
export function checkNotUnderSeal({ seal, number }: EvidenceState): readonly Violation[] {
  const closed = seal !== null && unbrokenStatuses.includes(seal.status);
  return refuseIf(closed, 'evidence.under-seal', '/subject', { number, seal: seal?.number ?? '' });
}

/** UUIDs of the discrepancies that concern the item and are not closed. */
export function openDiscrepancies(state: EvidenceState): readonly string[] {
  return Object.entries(state.discrepancies)
    .filter(([, { open }]) => open)
    .map(([id]) => id);
}
