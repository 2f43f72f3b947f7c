import {
  Code,
  Exactly,
  Flag,
  Line,
  List,
  Nullable,
  Prose,
  type Static,
  words,
} from '../../schema/described.js';
import { pieceGroupMembers } from '../../schema/group.js';
import { EventId, File } from '../../schema/identifiers.js';
import { actMembers, Day, Instant } from '../../schema/occurrence.js';
import {
  deathPenaltyStates,
  decisionLevels,
  inputKinds,
  releaseOutcomes,
  tortureRisks,
} from '../../vocabulary/releases.js';
import { codesOf } from '../../vocabulary/vocabulary.js';
import {
  ClassificationOfRelease,
  DueDiligence,
  Kept,
  Originators,
  Privileges,
  RedactionsInWords,
  ThirdPersons,
} from '../fields/assessments.js';
import { Conditions } from '../fields/conditions.js';
import { ReleaseQuestionsInClear } from '../fields/questions.js';

const DeathPenaltyInClear = Exactly(
  {
    possible: Flag('Is it possible for the offence?', "Est-elle encourue pour l'infraction ?"),
    state: Code(codesOf(deathPenaltyStates), 'In the law of the State', "Dans le droit de l'État"),
    basis: Prose('On what that rests', 'Sur quoi cela repose', 2000),
    assurance: Nullable(
      Exactly({
        reference: Line('Number of the assurance', "Numéro de l'instrument d'assurance"),
        date: Day('Date', 'Date'),
        givenBy: Line('Given by', 'Donnée par'),
        document: Nullable(File('The assurance itself', "L'instrument d'assurance")),
      }),
      words('Assurance that it will not be sought or carried out', 'Assurance de non-application'),
    ),
    level: Code(codesOf(decisionLevels), 'Level of the decision', 'Niveau de la décision'),
  },
  words('Death penalty', 'Peine de mort'),
);

const TortureRiskInClear = Exactly(
  {
    risk: Code(codesOf(tortureRisks), 'Risk to suspects', 'Risque pour les suspects'),
    basis: Kept('On what that rests', 'Sur quoi cela repose'),
    mitigation: Nullable(Kept('Mitigation', "Mesures d'atténuation")),
  },
  words('Torture or ill-treatment', 'Torture ou mauvais traitements'),
);

const SourcesAtRiskInClear = Exactly(
  {
    identifiable: Flag(
      'Can a source or witness be identified from what goes?',
      'Une source ou un témoin peut-il être identifié par ce qui est remis ?',
    ),
    protectionPlan: Nullable(Kept('Protection plan', 'Plan de protection')),
  },
  words('Sources and witnesses', 'Sources et témoins'),
);

const InputsInClear = List(
  Exactly({
    kind: Code(codesOf(inputKinds), 'Kind', 'Nature'),
    given: Nullable(
      EventId('The view that was given; null: waived', "L'avis donné ; null : il y est renoncé"),
    ),
    reason: Nullable(
      Prose(
        'Why it is done without, or an objection not followed',
        "Motif de la renonciation, ou de passer outre à l'objection",
        2000,
      ),
    ),
  }),
  'Views of human rights, originator, source protection and security',
  "Avis : droits de l'homme, autorité d'origine, protection des sources, sécurité",
  { min: 1, max: 100 },
);

/** Form 3 of `release.decided`: reasons, grounds and what is at risk stand in the clear. */
export const decidedInClear = Exactly({
  ...actMembers,
  ...pieceGroupMembers,
  outcome: Code(codesOf(releaseOutcomes), 'Decision', 'Décision'),
  questions: ReleaseQuestionsInClear,
  privileges: Privileges,
  dueDiligence: DueDiligence,
  deathPenalty: DeathPenaltyInClear,
  torture: TortureRiskInClear,
  sources: SourcesAtRiskInClear,
  originators: Originators,
  thirdPersons: ThirdPersons,
  classification: ClassificationOfRelease,
  redactions: RedactionsInWords,
  conditions: Conditions,
  inputs: InputsInClear,
  reasons: Prose('Reasons', 'Motifs'),
  validFrom: Nullable(Instant('In force from', 'En vigueur à partir du')),
  validUntil: Nullable(Instant('In force until', "En vigueur jusqu'au")),
  capacity: Line('Capacity of who decides', 'Qualité de celui qui décide'),
});

export type DecisionInClear = Static<typeof decidedInClear>;
