import { formatTime, parseTime } from '../../../log/index.js';
import { type Act, type Circumstances, following } from '../../rule.js';
import { Code, Exactly, Line, List, Nullable, Prose, type Static } from '../../schema/described.js';
import { beforeItemsDigest, groupMembers } from '../../schema/group.js';
import { actMembers, Instant } from '../../schema/occurrence.js';
import { refuseIf, type Violation } from '../../violation.js';
import { releaseOutcomes } from '../../vocabulary/releases.js';
import { codesOf } from '../../vocabulary/vocabulary.js';
import { statusOfOutcome } from '../outcome.js';
import { pieceEventTypes } from '../piece.js';
import { DeathPenaltyAssurance, ReleaseQuestions, RiskAssessment } from '../questions.js';
import { checkRecipientOfGrant } from '../recipient-of-grant.js';
import { type ReleaseState, withStatus } from '../state.js';

const day = 86_400_000;

export const decidedBody = Exactly({
  ...actMembers,
  ...groupMembers,
  outcome: Code(codesOf(releaseOutcomes), 'Decision', 'Décision'),
  questions: ReleaseQuestions,
  assurance: DeathPenaltyAssurance,
  riskAssessment: RiskAssessment,
  reasons: Prose('Reasons', 'Motifs'),
  conditions: List(Prose('Condition', 'Condition', 500), 'Conditions', 'Conditions', { max: 30 }),
  validFrom: Nullable(Instant('In force from', 'En vigueur à partir du')),
  validUntil: Nullable(Instant('In force until', "En vigueur jusqu'au")),
  capacity: Line('Capacity of who decides', 'Qualité de celui qui décide'),
});

type Decision = Act<Static<typeof decidedBody>>;

/**
 * `release.decided` (E39, D6): a person's decision over exactly the items listed, which may be fewer than were
 * asked for. The rules see that the questions are answered and that the decision fits together; they never
 * decide (RQ-61).
 */
export const releaseDecided = following<ReleaseState, typeof decidedBody>({
  type: 'release.decided',
  form: 2,
  source: 'E39, D6, RQ-60, RQ-61, RQ-63, RQ-64, GATE-6, GATE-7',
  title: { en: 'Release decided', fr: "Décision sur l'autorisation de remise" },
  body: decidedBody,
  former: [beforeItemsDigest(decidedBody)],
  itemTypes: pieceEventTypes('release-decided'),
  decide(_state, act, circumstances) {
    const { outcome } = act.body;
    return [
      ...checkAnswered(act),
      ...checkConditions(act),
      ...(outcome === 'REFUSED' ? checkNotValid(act) : checkGrant(act, circumstances)),
    ];
  },
  looksUp: (_act, before) => ({ subjects: before === undefined ? [] : [`unit/${before.recipientUnit}`] }),
  decideLogWide: (state, act, facts) =>
    act.body.outcome === 'REFUSED' ? [] : checkRecipientOfGrant(state.recipientUnit, act.actor.role, facts),
  evolve(state, act) {
    const { outcome, conditions, validFrom, validUntil, capacity, occurred, items } = act.body;
    const { officer, role } = act.actor;
    const decision = {
      event: act.eventId,
      officer,
      role,
      capacity,
      outcome,
      conditions,
      validFrom,
      validUntil,
      at: occurred.at,
    };
    const decided = withStatus(state, items, statusOfOutcome[outcome]);
    return { ...decided, decisions: [...state.decisions, decision] };
  },
});

/**
 * GATE-7, GATE-8: whether the death penalty is excluded, and whether consent is respected, always applies. The
 * vocabulary of answers is the same for all four questions, so it is the rule that takes this one out.
 */
function checkAnswered({ body: { questions } }: Decision): readonly Violation[] {
  const { noDeathPenalty, consent } = questions;
  return [
    ...refuseIf(
      noDeathPenalty.answer === 'NOT_APPLICABLE',
      'release.death-penalty-not-answered',
      '/body/questions/noDeathPenalty/answer',
    ),
    ...refuseIf(
      consent.answer === 'NOT_APPLICABLE',
      'release.consent-not-answered',
      '/body/questions/consent/answer',
    ),
  ];
}

function checkConditions({ body: { outcome, conditions } }: Decision): readonly Violation[] {
  const owed = outcome === 'GRANTED_WITH_CONDITIONS';
  return refuseIf(owed !== conditions.length > 0, 'release.conditions-do-not-fit', '/body/conditions', {
    outcome,
  });
}

function checkNotValid({ body: { validFrom, validUntil } }: Decision): readonly Violation[] {
  return refuseIf(
    validFrom !== null || validUntil !== null,
    'release.refusal-with-validity',
    '/body/validUntil',
  );
}

function checkGrant(act: Decision, circumstances: Circumstances): readonly Violation[] {
  const { questions, riskAssessment } = act.body;
  const today = formatTime(circumstances.receivedAt).slice(0, 10);
  return [
    ...checkValidity(act, circumstances),
    ...checkDeathPenalty(act),
    ...refuseIf(questions.consent.answer === 'NO', 'release.without-consent', '/body/questions/consent'),
    ...refuseIf(riskAssessment === null, 'release.risk-assessment-missing', '/body/riskAssessment'),
    ...refuseIf(
      riskAssessment !== null && riskAssessment.reviewOn < today,
      'release.risk-assessment-outdated',
      '/body/riskAssessment/reviewOn',
      { reviewOn: riskAssessment?.reviewOn ?? '' },
    ),
  ];
}

/** D6: in force for a stated time, no longer than the SOP allows. */
function checkValidity({ body }: Decision, { sop }: Circumstances): readonly Violation[] {
  const { validFrom, validUntil } = body;
  const days = sop.deadlines.releaseMaximumDays.value;
  if (validFrom === null || validUntil === null) {
    return refuseIf(true, 'release.validity-missing', '/body/validUntil');
  }
  const length = parseTime(validUntil) - parseTime(validFrom);
  return [
    ...refuseIf(length <= 0, 'release.validity-backwards', '/body/validUntil'),
    ...refuseIf(length > days * day, 'release.validity-too-long', '/body/validUntil', { days: String(days) }),
  ];
}

/** GATE-7: where there is exposure to the death penalty, an assurance or a decision of the Head of Mission. */
function checkDeathPenalty({ body, actor }: Decision): readonly Violation[] {
  const exposed = body.questions.noDeathPenalty.answer === 'NO';
  return refuseIf(
    exposed && body.assurance === null && actor.role !== 'HOM',
    'release.death-penalty-exposure',
    '/body/assurance',
  );
}
