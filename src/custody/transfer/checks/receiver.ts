import type { EvidenceState, Transit } from '../../evidence/state.js';
import type { OfficerState } from '../../officer/state.js';
import type { Act, Circumstances, LogWideFacts } from '../../rule.js';
import { refuse, refuseIf, type Violation } from '../../violation.js';

/** How the receiving side presents itself at a receipt or a refusal. */
export interface ReceivingSide {
  readonly standIn: { readonly reason: string } | null;
  readonly onPaper: object | null;
}

/**
 * RQ-20: the item goes to whom it was offered. Another officer may stand in, in the same role and unit and for
 * a stated reason; for a national receiver without a key HQC signs and brings his paper.
 */
export function checkReceiver(
  { number, transit }: EvidenceState,
  act: Act<unknown>,
  { standIn, onPaper }: ReceivingSide,
  circumstances: Circumstances,
): readonly Violation[] {
  if (transit === null) return [];
  const { officer, role } = act.actor;
  const onPaperFor = onPaper !== null && transit.receiver === null && role === 'HQC';
  const unit = circumstances.officer(officer)?.unit ?? null;
  const standsIn =
    standIn !== null &&
    role === transit.receiverRole &&
    (transit.receiverUnit === null || transit.receiverUnit === unit);
  const received = onPaper === null ? officer === transit.receiver || standsIn : onPaperFor;
  return received ? [] : [notTheReceiver(number, officer, transit)];
}

/** A consignment that comes back goes to who gave it, or to a stand-in in his role and unit. */
export function checkReturnedToGiver(
  { number, transit }: EvidenceState,
  act: Act<unknown>,
  { standIn, onPaper }: ReceivingSide,
  circumstances: Circumstances,
): readonly Violation[] {
  if (transit === null) return [];
  const { officer, role } = act.actor;
  const { giver, giverRole, giverUnit } = transit;
  const standsIn = officer !== giver && standIn !== null && role === giverRole;
  const returned = onPaper === null && transit.courier !== null && (officer === giver || standsIn);
  if (!returned) return [refuse('transfer.not-the-giver', '/actor/officer', { number, officer })];
  const unit = circumstances.officer(officer)?.unit ?? null;
  return refuseIf(standsIn && unit !== giverUnit, 'transfer.stand-in-of-other-unit', '/actor/officer', {
    number,
    officer,
    role: giverRole,
  });
}

/** Whose unit a stand-in's is compared with: the offer names him, what happens on arrival does not. */
export function namedReceiver(state: EvidenceState | undefined): readonly string[] {
  const receiver = state?.transit?.receiver ?? null;
  return receiver === null ? [] : [`officer/${receiver}`];
}

/**
 * Where the offer names an officer and no unit, it is to somebody of his that another stands in for him. He need not have
 * signed anything: so his unit is a fact of the whole log.
 */
export function checkUnitOfStandIn(
  { number, transit }: EvidenceState,
  { actor: { officer } }: Act<unknown>,
  facts: LogWideFacts,
): readonly Violation[] {
  if (transit === null) return [];
  const { receiver, receiverUnit, receiverRole } = transit;
  if (receiver === null || receiver === officer || receiverUnit !== null) return [];
  const unitOf = (id: string): string | null =>
    (facts.state(`officer/${id}`) as OfficerState | undefined)?.unit ?? null;
  return refuseIf(
    unitOf(receiver) !== unitOf(officer),
    'transfer.receiving-stand-in-of-other-unit',
    '/actor/officer',
    { number, officer, role: receiverRole },
  );
}

function notTheReceiver(number: string, officer: string, transit: Transit): Violation {
  return refuse('transfer.not-the-receiver', '/actor/officer', {
    number,
    officer,
    role: transit.receiverRole,
  });
}
