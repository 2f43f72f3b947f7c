import { checkRecipientInForce } from '../../release/recipient.js';
import type { LogWideFacts } from '../../rule.js';
import type { UnitState } from '../../unit/state.js';
import { refuseIf, type Violation } from '../../violation.js';

/** GATE-10, E42: who receives for good is an authority of the host State that exists today. */
export function checkNationalRecipient(
  unit: string | null,
  pointer: string,
  facts: LogWideFacts,
): readonly Violation[] {
  if (unit === null) return [];
  const state = facts.state(`unit/${unit}`) as UnitState | undefined;
  return [
    ...refuseIf(state?.national === false, 'transfer.recipient-not-national', pointer, {
      unit: state?.name ?? unit,
    }),
    ...checkRecipientInForce(unit, pointer, facts),
  ];
}
