import type { LogWideFacts } from '../rule.js';
import { checkDueDiligence } from '../unit/due-diligence.js';
import type { UnitState } from '../unit/state.js';
import { refuseIf, type Violation } from '../violation.js';
import { recipientRule } from './recipient-rule.js';

/**
 * RQ-63, RQ-68: what is granted goes to a unit that may receive, by a decision on the level that the procedure asks for
 * with this class of recipient. Whether it may be granted, a person decides.
 * @param role of who grants
 */
export function checkRecipientOfGrant(unit: string, role: string, facts: LogWideFacts): readonly Violation[] {
  const state = facts.state(`unit/${unit}`) as UnitState | undefined;
  const deciders: readonly string[] | undefined = recipientRule(facts.sop, state)?.deciders;
  return [
    ...checkDueDiligence(unit, '/subject', facts),
    ...refuseIf(
      deciders !== undefined && !deciders.includes(role),
      'release.recipient-decided-elsewhere',
      '/actor/role',
      {
        role,
        deciders: deciders?.join(', ') ?? '',
        class: state?.class ?? '',
      },
    ),
  ];
}
