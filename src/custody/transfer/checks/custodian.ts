import type { EvidenceState } from '../../evidence/state.js';
import type { Circumstances } from '../../rule.js';
import { refuseIf, type Violation } from '../../violation.js';

/** RQ-20: both sides sign. Who answers for the item countersigns that he lets it go. */
export function checkCustodianCountersigned(
  state: EvidenceState,
  as: string,
  { countersigners }: Circumstances,
): readonly Violation[] {
  const signed = countersigners.some(signer => signer.as === as && signer.officer === state.custody?.officer);
  return refuseIf(!signed, 'transfer.custodian-not-countersigned', '', { number: state.number, as });
}

/** SD-1, SD-9, RQ-23: nobody is on both sides, in whatever role. */
export function checkTwoPersons(
  state: EvidenceState,
  receiver: string | null,
  pointer: string,
): readonly Violation[] {
  return refuseIf(receiver !== null && state.custody?.officer === receiver, 'transfer.to-oneself', pointer, {
    number: state.number,
    officer: receiver ?? '',
  });
}
