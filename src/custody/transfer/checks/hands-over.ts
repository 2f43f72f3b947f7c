import type { EvidenceState } from '../../evidence/state.js';
import type { Act, Circumstances } from '../../rule.js';
import type { Violation } from '../../violation.js';
import { checkCustodianCountersigned, checkTwoPersons } from './custodian.js';

/**
 * RQ-20, RQ-23: the receipt or refusal is signed by the receiving side and countersigned by who brings the item.
 * On paper the receiver is somebody else than the signer, who may then be the custodian himself.
 */
export function checkHandsOver(
  state: EvidenceState,
  act: Act<unknown>,
  onPaper: object | null,
  circumstances: Circumstances,
): readonly Violation[] {
  const custodianSigns = state.custody?.officer === act.actor.officer;
  if (onPaper !== null && custodianSigns) return [];
  return [
    ...checkTwoPersons(state, act.actor.officer, '/actor/officer'),
    ...checkCustodianCountersigned(state, 'hands-over', circumstances),
  ];
}
