import { refuseIf, type Violation } from '../violation.js';
import type { AccountState } from './state.js';

/** What was withdrawn is neither restated nor withdrawn again: another account is given. */
export function checkStanding({ withdrawn }: AccountState): readonly Violation[] {
  return refuseIf(withdrawn !== null, 'account.withdrawn-already', '/subject');
}
