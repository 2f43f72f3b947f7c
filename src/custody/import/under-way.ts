import type { Act } from '../rule.js';
import { refuse, refuseIf, type Violation } from '../violation.js';
import type { ImportState } from './state.js';

/** An import is carried on and ended by the officer who opened it; nothing follows its end. */
export function checkUnderWay(
  { standing, openedBy, reference }: ImportState,
  { actor }: Act,
): readonly Violation[] {
  if (standing !== 'OPEN') return [refuse('import.not-open', '/subject', { reference, standing })];
  return refuseIf(openedBy !== actor.officer, 'import.of-another', '/actor/officer', { reference });
}
