import type { EvidenceState } from '../../evidence/state.js';
import type { Act } from '../../rule.js';
import { refuseIf, type Violation } from '../../violation.js';

/** SD-1, RQ-23: a courier who is the giver or the receiver would hand over to himself. */
export function checkCourier({ number, transit }: EvidenceState, act: Act<unknown>): readonly Violation[] {
  const { officer } = act.actor;
  const isSide = transit !== null && (officer === transit.receiver || officer === transit.giver);
  return refuseIf(isSide, 'transfer.courier-is-a-side', '/actor/officer', { number, officer });
}
