import type { Act } from '../rule.js';
import { refuseIf, type Violation } from '../violation.js';
import type { SourceState } from './state.js';

const keepers: readonly string[] = ['HR', 'LEG'];

/** Whoever registered a source keeps it, beside human rights and the legal office. */
export function checkKeeper(
  { registeredBy }: SourceState,
  { actor }: Pick<Act, 'actor'>,
): readonly Violation[] {
  return refuseIf(
    actor.officer !== registeredBy && !keepers.includes(actor.role),
    'source.not-keeper',
    '/actor/officer',
  );
}
