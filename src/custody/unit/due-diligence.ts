import { formatTime } from '../../log/index.js';
import type { LogWideFacts } from '../rule.js';
import { refuseIf, type Violation } from '../violation.js';
import type { UnitState } from './state.js';

/**
 * RQ-63: a unit that is suspended, or whose assessment is past the day it was to be reviewed, is granted and handed
 * over nothing. That there is an assessment at all is asked of each decision (`release.risk-assessment-missing`). The
 * day of the review still counts; days are UTC, which is the time of Mali.
 */
export function checkDueDiligence(
  unit: string,
  pointer: string,
  facts: Pick<LogWideFacts, 'state' | 'receivedAt'>,
): readonly Violation[] {
  const state = facts.state(`unit/${unit}`) as UnitState | undefined;
  if (state === undefined) return [];
  const { name, assessment, suspension = null } = state;
  const today = formatTime(facts.receivedAt).slice(0, 'YYYY-MM-DD'.length);
  return [
    ...refuseIf(suspension !== null, 'unit.is-suspended', pointer, {
      unit: name,
      since: suspension?.since ?? '',
    }),
    ...refuseIf(
      assessment !== undefined && assessment.reviewOn < today,
      'unit.assessment-outdated',
      pointer,
      { unit: name, reference: assessment?.reference ?? '', reviewOn: assessment?.reviewOn ?? '' },
    ),
  ];
}
