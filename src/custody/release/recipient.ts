import type { LogWideFacts } from '../rule.js';
import { isUnitInForce, type UnitState } from '../unit/state.js';
import { refuseIf, type Violation } from '../violation.js';

/** GATE-10, V12: the recipient's authority is in force at the time received. A unit that is unknown is refused before. */
export function checkRecipientInForce(
  unit: string,
  pointer: string,
  facts: Pick<LogWideFacts, 'state' | 'receivedAt'>,
): readonly Violation[] {
  const state = facts.state(`unit/${unit}`) as UnitState | undefined;
  return refuseIf(
    state !== undefined && !isUnitInForce(state, facts.receivedAt),
    'release.recipient-not-in-force',
    pointer,
    { unit: state?.name ?? unit },
  );
}
