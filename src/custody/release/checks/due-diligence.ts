import type { Static } from '../../schema/described.js';
import { refuseIf, type Violation } from '../../violation.js';
import type { DueDiligence } from '../fields/assessments.js';

/** RQ-63: the unit was assessed, and the assessment is not due again. @param today `YYYY-MM-DD` */
export function checkDueDiligence(
  { dueDiligence }: { readonly dueDiligence: Static<typeof DueDiligence> },
  today: string,
): readonly Violation[] {
  return [
    ...refuseIf(dueDiligence === null, 'release.risk-assessment-missing', '/body/dueDiligence'),
    ...refuseIf(
      dueDiligence !== null && dueDiligence.reviewOn < today,
      'release.risk-assessment-outdated',
      '/body/dueDiligence/reviewOn',
      { reviewOn: dueDiligence?.reviewOn ?? '' },
    ),
  ];
}
