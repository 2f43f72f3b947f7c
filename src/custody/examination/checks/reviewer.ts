import type { Act, Circumstances } from '../../rule.js';
import { refuse, refuseIf, type Violation } from '../../violation.js';
import type { ExaminationState } from '../state.js';
import { checkLevel } from './laboratory.js';

/** SD-3: who examined, at whatever time, does not review. */
export function checkNotExaminer(
  reviewer: string,
  examiners: readonly string[],
  pointer: string,
): readonly Violation[] {
  return refuseIf(examiners.includes(reviewer), 'examination.examiner-reviews', pointer, { reviewer });
}

/**
 * E33, E34, SD-3: a result is signed by the examiner whom it was assigned to, and by its reviewer, who is another; both at
 * the level of the examination.
 */
export function checkExaminerAndReviewer(
  state: ExaminationState,
  { actor }: Act<unknown>,
  { countersigners }: Circumstances,
): readonly Violation[] {
  const { examiner, reviewer, number, level, examiners } = state;
  if (examiner === null) return [refuse('examination.not-assigned', '/type', { number })];
  const reviewing = countersigners.filter(({ as }) => as === 'reviewer');
  return [
    ...refuseIf(actor.officer !== examiner, 'examination.not-examiner', '/actor/officer', {
      number,
      examiner,
    }),
    ...reviewing.flatMap(({ officer, role }) => [
      ...checkNotExaminer(officer, [...examiners, actor.officer], ''),
      ...checkLevel(level, role, ''),
      ...refuseIf(officer !== reviewer, 'examination.not-reviewer', '', { number, reviewer: reviewer ?? '' }),
    ]),
  ];
}
