import { formatTime } from '../../../log/index.js';
import { type Act, type Circumstances, following } from '../../rule.js';
import { Code, Exactly, Line, Nullable, Prose, type Static } from '../../schema/described.js';
import { beforeItemsDigest, pieceGroupMembers } from '../../schema/group.js';
import { actMembers, Instant } from '../../schema/occurrence.js';
import { Withholdable } from '../../schema/withheld.js';
import { refuseIf, type Violation } from '../../violation.js';
import { releaseOutcomes } from '../../vocabulary/releases.js';
import { codesOf } from '../../vocabulary/vocabulary.js';
import { checkAssessmentNamed } from '../checks/assessment-named.js';
import { checkDeathPenalty } from '../checks/death-penalty.js';
import { checkDueDiligence } from '../checks/due-diligence.js';
import { checkInputs } from '../checks/inputs.js';
import { checkConsentsForOriginals, checkOriginalPhotographs } from '../checks/original-photographs.js';
import { checkPersonsConcerned } from '../checks/persons-concerned.js';
import { checkRecipientQuestions } from '../checks/recipient-questions.js';
import { checkRedactedMembers } from '../checks/redacted-members.js';
import { checkRedactions } from '../checks/redactions.js';
import { checkConsentsForGrant } from '../checks/source-consents.js';
import { checkValidity } from '../checks/validity.js';
import {
  ClassificationOfRelease,
  DeathPenalty,
  DueDiligence,
  Originators,
  Privileges,
  Redactions,
  RedactionsInWords,
  SourcesAtRisk,
  ThirdPersons,
  TortureRisk,
} from '../fields/assessments.js';
import { Conditions, wordsOf } from '../fields/conditions.js';
import { InputsConsidered } from '../fields/inputs.js';
import { OriginalPhotographs } from '../fields/original-photographs.js';
import { ReleaseQuestions } from '../fields/questions.js';
import { RecipientQuestions } from '../fields/recipient-questions.js';
import { checkGrantInBrief, type DecisionInBrief, decidedInBrief } from '../former/decided.js';
import { type DecisionInClear, decidedInClear } from '../former/decided-in-clear.js';
import { statusOfOutcome } from '../outcome.js';
import { pieceEventTypes } from '../piece.js';
import { checkRecipientOfGrant } from '../recipient-of-grant.js';
import { type ReleaseState, withStatus } from '../state.js';

const members = {
  ...actMembers,
  ...pieceGroupMembers,
  outcome: Code(codesOf(releaseOutcomes), 'Decision', 'Décision'),
  questions: ReleaseQuestions,
  privileges: Privileges,
  dueDiligence: DueDiligence,
  deathPenalty: DeathPenalty,
  torture: TortureRisk,
  sources: SourcesAtRisk,
  originators: Originators,
  thirdPersons: ThirdPersons,
  classification: ClassificationOfRelease,
};

const membersAfter = {
  conditions: Conditions,
  inputs: InputsConsidered,
  reasons: Withholdable(Prose('Reasons', 'Motifs'), 'Reasons', 'Motifs'),
  validFrom: Nullable(Instant('In force from', 'En vigueur à partir du')),
  validUntil: Nullable(Instant('In force until', "En vigueur jusqu'au")),
  capacity: Line('Capacity of who decides', 'Qualité de celui qui décide'),
};

export const decidedBody = Exactly({
  ...members,
  recipientQuestions: RecipientQuestions,
  redactions: Redactions,
  originalPhotographs: OriginalPhotographs,
  ...membersAfter,
});

/** Form 5: no photograph could go as an original. */
const decidedWithoutOriginals = Exactly({
  ...members,
  recipientQuestions: RecipientQuestions,
  redactions: Redactions,
  ...membersAfter,
});

/** Form 4: what the procedure asks with other recipients was not answered, and what is taken out of a record not named. */
const decidedForAnyRecipient = Exactly({ ...members, redactions: RedactionsInWords, ...membersAfter });

export type Decision = Act<Static<typeof decidedBody>>;

/**
 * `release.decided` (E39, D6): a person's decision over exactly the pieces listed, which may be fewer than were
 * asked for. It goes whole into the recipient's dossier: his reasons, and what is said of risks and sources, are withheld. The rules see that the questions are answered and that the decision fits together; they never
 * decide (RQ-61).
 */
export const releaseDecided = following<ReleaseState, typeof decidedBody>({
  type: 'release.decided',
  form: 6,
  source: 'E39, D6, RQ-60, RQ-61, RQ-63, RQ-64, RQ-68, GATE-6, GATE-7, GATE-8, GATE-9',
  title: { en: 'Release decided', fr: "Décision sur l'autorisation de remise" },
  body: decidedBody,
  former: [
    beforeItemsDigest(decidedInBrief),
    { form: 2, body: decidedInBrief, supersededIn: 3 },
    { form: 3, body: decidedInClear, supersededIn: 4 },
    { form: 4, body: decidedForAnyRecipient, supersededIn: 5 },
    { form: 5, body: decidedWithoutOriginals, supersededIn: 6 },
  ],
  itemTypes: pieceEventTypes('release-decided'),
  decide(state, act, circumstances) {
    const { outcome } = act.body;
    return [
      ...checkAnswered(act),
      ...checkConditions(act),
      ...(isInBrief(act)
        ? []
        : [...checkInputs(state, act), ...checkRedactions(act), ...checkRedactedMembers(act, circumstances)]),
      ...checkOriginalPhotographs(act, circumstances),
      ...(outcome === 'REFUSED' ? checkNotValid(act) : checkGrant(act, circumstances)),
    ];
  },
  looksUp: ({ body }, before) => ({
    subjects: before === undefined ? [] : [`unit/${before.recipientUnit}`],
    linkedTo: body.items.map(({ subject }) => subject),
  }),
  decideLogWide: (state, act, facts) =>
    act.body.outcome === 'REFUSED'
      ? []
      : [
          ...checkRecipientOfGrant(state.recipientUnit, act.actor.role, facts),
          ...checkRecipientQuestions(state.recipientUnit, act, facts),
          ...checkAssessmentNamed(state.recipientUnit, act, facts),
          ...checkConsentsForGrant(state, act, facts),
          ...checkConsentsForOriginals(state, act, facts),
        ],
  evolve(state, act) {
    const { outcome, conditions, validFrom, validUntil, capacity, occurred, items } = act.body;
    const { officer, role } = act.actor;
    const decision = {
      event: act.eventId,
      officer,
      role,
      capacity,
      outcome,
      conditions: wordsOf(conditions),
      validFrom,
      validUntil,
      at: occurred.at,
      ...(isInBrief(act) ? {} : whatIsNew(act)),
    };
    const decided = withStatus(state, items, statusOfOutcome[outcome]);
    return { ...decided, decisions: [...state.decisions, decision] };
  },
});

/** Forms 1 and 2 held less of D6. */
function isInBrief({ form }: Act): boolean {
  return form < 3;
}

function whatIsNew({ body }: Decision) {
  const { items, redactions, originalPhotographs = [], dueDiligence, classification } = body;
  return {
    pieces: items.map(({ subject }) => subject),
    redactions,
    ...(originalPhotographs.length === 0 ? {} : { originalPhotographs }),
    assessment: dueDiligence?.assessment ?? null,
    reviewOn: dueDiligence?.reviewOn ?? null,
    classification: classification.after,
  };
}

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
  const today = formatTime(circumstances.receivedAt).slice(0, 10);
  const { questions } = act.body;
  return [
    ...checkValidity(act.body, circumstances),
    ...refuseIf(questions.consent.answer === 'NO', 'release.without-consent', '/body/questions/consent'),
    ...(isInBrief(act)
      ? checkGrantInBrief(act.body as unknown as DecisionInBrief, act.actor.role, today)
      : [
          ...checkDueDiligence(act.body, today),
          ...checkDeathPenalty(act),
          ...checkPersonsConcerned(act.body as unknown as DecisionInClear),
        ]),
  ];
}
