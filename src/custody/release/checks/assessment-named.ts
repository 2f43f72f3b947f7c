import type { LogWideFacts } from '../../rule.js';
import type { UnitState } from '../../unit/state.js';
import { refuseIf, type Violation } from '../../violation.js';
import type { Decision } from '../events/decided.js';

/**
 * RQ-63: where the register holds an assessment of the recipient unit, a grant rests on the one in force and no other.
 * @param unit UUID of the recipient
 */
export function checkAssessmentNamed(
  unit: string,
  { body: { dueDiligence } }: Pick<Decision, 'body'>,
  facts: LogWideFacts,
): readonly Violation[] {
  const state = facts.state(`unit/${unit}`) as UnitState | undefined;
  // Before form 3 a decision named none; that it names due diligence at all is asked elsewhere.
  if (state === undefined || dueDiligence === null || dueDiligence === undefined) return [];
  return refuseIf(
    dueDiligence.assessment !== (state.assessment?.event ?? null),
    'release.assessment-not-in-force',
    '/body/dueDiligence/assessment',
    { unit: state.name },
  );
}
