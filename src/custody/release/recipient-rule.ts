import type { Sop } from '../sop/document.js';
import type { Text } from '../text.js';
import type { UnitState } from '../unit/state.js';

/** RQ-68: the rule of the procedure for recipients of this class; undefined where it has none of their own. */
export function recipientRule(
  { recipients }: Sop,
  unit: UnitState | undefined,
): NonNullable<Sop['recipients']>[number] | undefined {
  return recipients?.find(({ classes }) => unit !== undefined && classes.includes(unit.class));
}

/** What the procedure asks with this recipient beside the four questions. */
export function questionsForRecipient(sop: Sop, unit: UnitState | undefined): readonly Text[] {
  return recipientRule(sop, unit)?.questions ?? [];
}
