import { Code, Exactly, Line, List, Nullable, Prose, type Static } from '../../schema/described.js';
import { groupMembers } from '../../schema/group.js';
import { actMembers, Instant } from '../../schema/occurrence.js';
import { refuseIf, type Violation } from '../../violation.js';
import { releaseOutcomes } from '../../vocabulary/releases.js';
import { codesOf } from '../../vocabulary/vocabulary.js';
import { DeathPenaltyAssurance, ReleaseQuestionsInClear, RiskAssessment } from '../fields/questions.js';

/** Form 2 of `release.decided`: the four answers, and less of D6 than is asked for now. */
export const decidedInBrief = Exactly({
  ...actMembers,
  ...groupMembers,
  outcome: Code(codesOf(releaseOutcomes), 'Decision', 'Décision'),
  questions: ReleaseQuestionsInClear,
  assurance: DeathPenaltyAssurance,
  riskAssessment: RiskAssessment,
  reasons: Prose('Reasons', 'Motifs'),
  conditions: List(Prose('Condition', 'Condition', 500), 'Conditions', 'Conditions', { max: 30 }),
  validFrom: Nullable(Instant('In force from', 'En vigueur à partir du')),
  validUntil: Nullable(Instant('In force until', "En vigueur jusqu'au")),
  capacity: Line('Capacity of who decides', 'Qualité de celui qui décide'),
});

export type DecisionInBrief = Static<typeof decidedInBrief>;

/** GATE-7, RQ-63 as form 2 says them. @param today `YYYY-MM-DD` */
export function checkGrantInBrief(
  { assurance, questions, riskAssessment }: DecisionInBrief,
  role: string,
  today: string,
): readonly Violation[] {
  return [
    ...refuseIf(
      questions.noDeathPenalty.answer === 'NO' && assurance === null && role !== 'HOM',
      'release.death-penalty-exposure',
      '/body/assurance',
    ),
    ...refuseIf(riskAssessment === null, 'release.risk-assessment-missing', '/body/riskAssessment'),
    ...refuseIf(
      riskAssessment !== null && riskAssessment.reviewOn < today,
      'release.risk-assessment-outdated',
      '/body/riskAssessment/reviewOn',
      { reviewOn: riskAssessment?.reviewOn ?? '' },
    ),
  ];
}
