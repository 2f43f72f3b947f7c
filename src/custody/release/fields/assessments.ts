import { Code, Exactly, Flag, Line, List, Nullable, Prose, words } from '../../schema/described.js';
import { Piece } from '../../schema/group.js';
import { EventId, File, Sha256 } from '../../schema/identifiers.js';
import { Day } from '../../schema/occurrence.js';
import { Withholdable } from '../../schema/withheld.js';
import {
  deathPenaltyStates,
  decisionLevels,
  originatorConsents,
  redactionGrounds,
  tortureRisks,
} from '../../vocabulary/releases.js';
import { classificationLevels } from '../../vocabulary/sensitivity.js';
import { codesOf } from '../../vocabulary/vocabulary.js';

/** What is said of authorities and persons goes with the decision as a digest: its bytes go into every dossier. */
export function Kept(en: string, fr: string) {
  return Withholdable(Prose(en, fr, 2000), en, fr);
}

const Level = (en: string, fr: string) => Code(codesOf(classificationLevels), en, fr);

/** D6: the Convention of 1946 goes on to hold, and who is to testify is waived for first. */
export const Privileges = Exactly(
  {
    documents: Nullable(Prose('Documents concerned; null: none', 'Documents concernés ; null : aucun', 1000)),
    personnel: Nullable(Kept('Personnel concerned; null: none', 'Personnel concerné ; null : aucun')),
    waiverNeeded: Flag('Is a waiver needed?', "Une levée d'immunité est-elle nécessaire ?"),
    waiver: Nullable(
      Exactly({
        reference: Line('Reference of the waiver', 'Référence de la levée'),
        date: Day('Date', 'Date'),
        givenBy: Line('Given by', 'Accordée par'),
      }),
      words('Waiver', "Levée d'immunité"),
    ),
    withoutPrejudice: Exactly(
      { en: Prose('In English', 'En anglais', 2000), fr: Prose('In French', 'En français', 2000) },
      words('Without-prejudice clause', 'Clause de réserve des privilèges et immunités'),
    ),
  },
  words('Privileges and immunities', 'Privilèges et immunités'),
);

/** RQ-63: the assessment of the unit that the decision rests on. */
export const DueDiligence = Nullable(
  Exactly({
    assessment: Nullable(
      EventId(
        "The unit's assessment in this register; null: it is kept elsewhere",
        "L'évaluation de l'unité au registre ; null : conservée ailleurs",
      ),
    ),
    reference: Line('Reference of the assessment', "Référence de l'évaluation"),
    risk: Kept('Risk found', 'Risque constaté'),
    mitigation: Kept('Mitigation', "Mesures d'atténuation"),
    reviewOn: Day('To be reviewed on', 'À réexaminer le'),
  }),
  words(
    'Human rights due diligence on the recipient unit',
    "Diligence voulue en matière de droits de l'homme à l'égard de l'unité destinataire",
  ),
);

/** GATE-7: the question for this offence and this State. Software does not answer it. */
export const DeathPenalty = Exactly(
  {
    possible: Flag('Is it possible for the offence?', "Est-elle encourue pour l'infraction ?"),
    state: Code(codesOf(deathPenaltyStates), 'In the law of the State', "Dans le droit de l'État"),
    basis: Kept('On what that rests', 'Sur quoi cela repose'),
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

/** Always told, and always withheld: that something had to be mitigated would tell of the risk. */
export const TortureRisk = Exactly(
  {
    risk: Withholdable(
      Code(codesOf(tortureRisks), 'Risk to suspects', 'Risque pour les suspects'),
      'Risk to suspects',
      'Risque pour les suspects',
    ),
    basis: Kept('On what that rests', 'Sur quoi cela repose'),
    mitigation: Kept(
      'Mitigation; or why none is needed',
      "Mesures d'atténuation ; ou pourquoi il n'en faut aucune",
    ),
  },
  words('Torture or ill-treatment', 'Torture ou mauvais traitements'),
);

/**
 * GATE-8, F-28: which sources, stands in the input on their protection alone. Whether there is one is withheld as well,
 * and told in the same way where there is none: who reads the decision, or counts what is withheld, is not told to look.
 */
export const SourcesAtRisk = Exactly(
  {
    identifiable: Withholdable(
      Flag(
        'Can a source or witness be identified from what goes?',
        'Une source ou un témoin peut-il être identifié par ce qui est remis ?',
      ),
      'Can a source or witness be identified?',
      'Une source ou un témoin peut-il être identifié ?',
    ),
    protectionPlan: Kept(
      'Protection plan; or why none is needed',
      "Plan de protection ; ou pourquoi il n'en faut aucun",
    ),
  },
  words('Sources and witnesses', 'Sources et témoins'),
);

export const Originators = List(
  Exactly({
    originator: Line('Originator', "Autorité d'origine"),
    consent: Code(codesOf(originatorConsents), 'Consent', 'Accord'),
    basis: Line('Reference of the consent', "Référence de l'accord", 300),
  }),
  'Originators and their consent',
  "Autorités d'origine et leur accord",
  { max: 50 },
);

export const ThirdPersons = Exactly(
  {
    present: Flag(
      'Are there personal data of third persons?',
      'Y a-t-il des données personnelles de tiers ?',
    ),
    whose: Nullable(Kept('Whose, and which', 'De qui, et lesquelles')),
    treatment: Nullable(Prose('What is done about them', 'Traitement réservé', 1000)),
  },
  words('Personal data of third persons', 'Données personnelles de tiers'),
);

export const ClassificationOfRelease = Exactly(
  {
    now: Level('Now', 'Actuelle'),
    after: Level('After the release', 'Après la remise'),
    downgraded: Nullable(
      Exactly({ by: Line('Downgraded by', 'Déclassée par'), date: Day('Date', 'Date') }),
      words('Downgrading', 'Déclassement'),
    ),
  },
  words('Classification', 'Classification'),
);

const redacted = {
  piece: Piece,
  file: Nullable(
    Sha256('File concerned, by hash; null: the record', 'Fichier visé, par empreinte ; null : la fiche'),
  ),
  what: Line('What is taken out', 'Ce qui est retiré', 300),
  ground: Code(codesOf(redactionGrounds), 'Ground', 'Motif'),
  why: Prose('Why, in words the recipient may read', 'Motif, en termes lisibles par le destinataire', 1000),
};

/** As forms 3 and 4 of a decision listed them: what of the record is meant, stood in words alone. */
export const RedactionsInWords = List(Exactly(redacted), 'Redactions', 'Occultations', { max: 500 });

/** A withheld member of the record of a piece that stays here. */
export const RedactedMember = Exactly({
  act: EventId('Act in which it stands', 'Acte où il figure'),
  pointer: Line('Where in its body, as a JSON pointer', 'Où dans son corps, en pointeur JSON', 500),
});

/**
 * GATE-8: of a file, which then stays here as a whole; or of the record, whose signed acts cannot be changed: then it names
 * the withheld members of them that are not opened to the recipient.
 */
export const Redactions = List(
  Exactly({
    ...redacted,
    members: List(
      RedactedMember,
      'Withheld members of the record that stay here; none: a file does',
      'Éléments réservés de la fiche qui restent ici ; aucun : un fichier',
      { max: 100 },
    ),
  }),
  'Redactions',
  'Occultations',
  { max: 500 },
);
