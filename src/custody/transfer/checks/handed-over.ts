import type { EvidenceState } from '../../evidence/state.js';
import { checkReleased } from '../../release/in-force.js';
import type { Act, Circumstances } from '../../rule.js';
import type { Occurrence } from '../../schema/occurrence.js';
import { refuse, refuseIf, type Violation } from '../../violation.js';
import type { HandoverRecordOf } from '../handover-record.js';
import { checkOriginalReleased } from './original-released.js';

/**
 * GATE-6, GATE-10, RQ-62: an item leaves our custody only under a release that covers it, this recipient and
 * the time it goes, with its conditions repeated.
 */
export function checkHandedOver(
  state: EvidenceState,
  act: Act<{ readonly occurred: Occurrence }>,
  handover: HandoverRecordOf | null,
  circumstances: Circumstances,
): readonly Violation[] {
  const { number, transit } = state;
  if (transit === null) return [];
  if (transit.kind !== 'HANDOVER') return checkNotHandedOver(state, handover);
  if (handover === null) return [refuse('transfer.handover-record-missing', '/subject', { number })];
  const unit = circumstances.officer(act.actor.officer)?.unit ?? null;
  return [
    ...refuseIf(
      handover.unit !== transit.receiverUnit || (handover.onPaper === null && unit !== handover.unit),
      'transfer.handover-to-other-unit',
      '/subject',
      { number, unit: handover.unit, offered: transit.receiverUnit ?? '–' },
    ),
    ...checkReleased(
      state,
      transit.release,
      { unit: transit.receiverUnit, purpose: null },
      { occurred: act.body.occurred, receivedAt: circumstances.receivedAt },
    ),
    ...checkOriginalReleased(state, transit.release),
    ...checkConditionsRepeated(state, handover),
  ];
}

/** E42: what goes to nobody of a national authority, or comes back to who gave it, is no handover. */
export function checkNotHandedOver(
  { number }: EvidenceState,
  handover: HandoverRecordOf | null,
): readonly Violation[] {
  return refuseIf(handover !== null, 'transfer.handover-record-unexpected', '/subject', { number });
}

function checkConditionsRepeated(
  { number, transit, legal }: EvidenceState,
  { conditions }: HandoverRecordOf,
): readonly Violation[] {
  const owed = legal[transit?.release ?? '']?.conditions ?? [];
  const missing = owed.filter(condition => !conditions.includes(condition));
  return refuseIf(missing.length > 0, 'transfer.conditions-not-repeated', '/subject', {
    number,
    conditions: missing.join(' / '),
  });
}
