import type { Refusal } from '../../refusal.js';
import { deathPenaltyStates, decisionLevels } from '../../vocabulary/releases.js';
import { classificationLevels } from '../../vocabulary/sensitivity.js';
import { inWordsAndCode, roleTold } from '../../vocabulary/told.js';

export const decisionRefusals = {
  'release.death-penalty-contradiction': {
    gate: 'GATE-7',
    source: 'GATE-7, RQ-60',
    edition: 3,
    message: {
      en: 'The answer to the question of the death penalty and what is stated of it contradict each other.',
      fr: 'La réponse à la question de la peine de mort et ce qui en est indiqué se contredisent.',
    },
    missing: {
      en: 'YES where it is not possible or an assurance excludes it, NO otherwise.',
      fr: "YES si elle n'est pas encourue ou si une assurance l'exclut, NO sinon.",
    },
    provider: ['AUTHOR'],
  },
  'release.death-penalty-law': {
    gate: 'GATE-7',
    source: 'GATE-7, D6',
    edition: 3,
    message: {
      en: 'Whether the death penalty is possible and the state of the law, {state}, contradict each other.',
      fr: "La possibilité de la peine de mort et l'état du droit, {state}, se contredisent.",
    },
    missing: {
      en: "What the law of the recipient's State says for the offence.",
      fr: "Ce que prévoit, pour l'infraction, le droit de l'État destinataire.",
    },
    provider: ['AUTHOR'],
    told: { state: inWordsAndCode(deathPenaltyStates) },
  },
  'release.level-not-held': {
    gate: 'GATE-7',
    source: 'GATE-7, D6',
    edition: 3,
    message: {
      en: 'The decision is said to be at the level {level}, and is signed in role {role}.',
      fr: 'La décision est dite de niveau {level}, et signée en rôle {role}.',
    },
    missing: {
      en: 'The signature of HOM, or the level at which it is decided.',
      fr: 'La signature de HOM, ou le niveau réel de la décision.',
    },
    provider: ['HOM'],
    told: { level: inWordsAndCode(decisionLevels), role: roleTold },
  },
  'release.waiver-missing': {
    gate: null,
    source: 'D6, Convention of 1946',
    edition: 3,
    message: {
      en: 'A waiver of immunity is needed, and none is stated.',
      fr: "Une levée d'immunité est nécessaire et n'est pas indiquée.",
    },
    missing: {
      en: 'The waiver by its reference; or its documents and personnel left out.',
      fr: 'La référence de la levée ; ou le retrait des documents et du personnel visés.',
    },
    provider: ['LEG', 'HOM'],
  },
  'release.torture-risk-unmitigated': {
    gate: null,
    source: 'D6, RQ-60',
    edition: 3,
    message: {
      en: 'There is a risk of torture or ill-treatment, and nothing is stated against it.',
      fr: "Un risque de torture ou de mauvais traitements existe et rien n'est prévu pour y parer.",
    },
    missing: { en: 'What is done against the risk.', fr: 'Les mesures prises contre ce risque.' },
    provider: ['HR', 'LEG'],
  },
  'release.protection-plan-missing': {
    gate: 'GATE-8',
    source: 'GATE-8, D6',
    edition: 3,
    message: {
      en: 'A source or witness could be identified, and there is no protection plan.',
      fr: "Une source ou un témoin pourrait être identifié et il n'y a pas de plan de protection.",
    },
    missing: {
      en: 'The plan for protection; or what identifies him taken out.',
      fr: "Le plan de protection ; ou l'occultation de ce qui l'identifie.",
    },
    provider: ['HR', 'LEG'],
  },
  'release.third-persons-untreated': {
    gate: null,
    source: 'D6',
    edition: 3,
    message: {
      en: 'There are personal data of third persons, and it is not said what is done about them.',
      fr: "Il y a des données personnelles de tiers et leur traitement n'est pas indiqué.",
    },
    missing: {
      en: 'What is taken out, or why it goes.',
      fr: 'Ce qui est occulté, ou pourquoi cela est communiqué.',
    },
    provider: ['LEG'],
  },
  'release.downgrade-not-stated': {
    gate: null,
    source: 'V6, D6, E56',
    edition: 3,
    message: {
      en: 'The classification goes from {now} to {after}, and that is not what is stated of a downgrading.',
      fr: 'La classification passe de {now} à {after}, ce que la mention du déclassement ne dit pas.',
    },
    missing: {
      en: 'Who downgraded it and when, where it is lowered; null otherwise.',
      fr: "Qui l'a déclassée et quand, si elle est abaissée ; null sinon.",
    },
    provider: ['LEG', 'HOM'],
    told: { now: inWordsAndCode(classificationLevels), after: inWordsAndCode(classificationLevels) },
  },
  'release.classification-below-piece': {
    gate: null,
    source: 'V6, D6',
    edition: 3,
    message: {
      en: 'Item {number} is {level}: what goes cannot be {stated} now.',
      fr: "La pièce {number} est {level} : l'ensemble ne peut être {stated} à ce jour.",
    },
    missing: {
      en: 'The highest classification of what goes.',
      fr: 'La classification la plus haute de ce qui est remis.',
    },
    provider: ['AUTHOR'],
    told: { level: inWordsAndCode(classificationLevels), stated: inWordsAndCode(classificationLevels) },
  },
  'release.originator-not-listed': {
    gate: 'GATE-9',
    source: 'GATE-9, D6',
    edition: 3,
    message: {
      en: 'Item {number} is controlled by {originator}, whose consent the decision does not list as given.',
      fr: "La pièce {number} est soumise à l'accord de {originator}, que la décision n'indique pas comme donné.",
    },
    missing: {
      en: 'The originator with his consent; or the item left out.',
      fr: "L'autorité d'origine avec son accord ; ou le retrait de la pièce.",
    },
    provider: ['LEG'],
  },
  'release.source-protection-not-heard': {
    gate: 'GATE-8',
    source: 'GATE-8, V6',
    edition: 3,
    message: {
      en: 'Item {number} could identify a source, and nobody in charge of source protection was heard.',
      fr: "La pièce {number} peut révéler une source, et l'avis de la protection des sources n'a pas été recueilli.",
    },
    missing: {
      en: 'release.input-given of the kind SOURCE_PROTECTION; it cannot be waived for such an item.',
      fr: 'Un acte release.input-given de nature SOURCE_PROTECTION ; on ne peut y renoncer pour une telle pièce.',
    },
    provider: ['HR'],
  },
  'release.source-consent-missing': {
    gate: 'GATE-8',
    source: 'GATE-8, RQ-64',
    edition: 4,
    message: {
      en: "{number}: a source's consent does not cover this recipient.",
      fr: "{number} : le consentement d'une source ne couvre pas ce destinataire.",
    },
    missing: {
      en: 'A consent that covers it; what identifies the source taken out, as a redaction for the protection of persons; or the piece left out.',
      fr: "Un consentement qui le couvre ; l'occultation de ce qui révèle la source, au titre de la protection des personnes ; ou le retrait de la pièce.",
    },
    provider: ['HR', 'LEG'],
  },
  'release.recipient-question-not-answered': {
    gate: null,
    source: 'RQ-68',
    edition: 5,
    message: {
      en: 'The procedure asks with this recipient, and the decision does not answer: {question}',
      fr: 'La procédure pose pour ce destinataire une question à laquelle la décision ne répond pas : {question}',
    },
    missing: {
      en: 'An answer in recipientQuestions, with the question in the words of the procedure: scelle release preview gives them.',
      fr: 'Une réponse dans recipientQuestions, la question étant reprise dans les termes de la procédure : scelle release preview les donne.',
    },
    provider: ['HOM', 'LEG'],
  },
  'release.recipient-question-not-asked': {
    gate: null,
    source: 'RQ-68',
    edition: 5,
    message: {
      en: 'The procedure does not ask this with this recipient, or it is answered twice: {question}',
      fr: 'La procédure ne pose pas cette question pour ce destinataire, ou il y est répondu deux fois : {question}',
    },
    missing: {
      en: 'Each question that the procedure asks, once and in its words; none where it asks nothing.',
      fr: "Chaque question que pose la procédure, une fois et dans ses termes ; aucune si elle n'en pose pas.",
    },
    provider: ['AUTHOR'],
  },
  'release.redaction-of-nothing': {
    gate: 'GATE-8',
    source: 'GATE-8, D6',
    edition: 5,
    message: {
      en: 'A redaction is either of a file or of named withheld members of the record: {what}',
      fr: 'Une occultation vise soit un fichier, soit des éléments réservés de la fiche, désignés : {what}',
    },
    missing: {
      en: 'The file by its hash; or null, and in members the act and the place of each withheld member. What stands in the clear goes with the record: leave the piece out.',
      fr: "Le fichier par son empreinte ; ou null et, dans members, l'acte et l'emplacement de chaque élément réservé. Ce qui figure en clair suit la fiche : retirez la pièce.",
    },
    provider: ['AUTHOR'],
  },
  'release.redaction-in-clear': {
    gate: 'GATE-8',
    source: 'GATE-8, D6',
    edition: 5,
    message: {
      en: 'No withheld member of the record stands at {pointer}, so what is to be taken out would go in the clear: {what}',
      fr: 'Aucun élément réservé de la fiche ne figure à {pointer} ; ce qui doit être occulté serait donc remis en clair : {what}',
    },
    missing: {
      en: 'A withheld member of an act of this piece, of a report in the version that goes; or the piece left out, for a signed act goes as it was signed.',
      fr: "Un élément réservé d'un acte de cette pièce, d'un rapport dans la version communiquée ; ou le retrait de la pièce, car un acte signé est remis tel qu'il a été signé.",
    },
    provider: ['LEG'],
  },
  'release.redaction-after-version': {
    gate: 'GATE-8',
    source: 'GATE-8, RQ-54, D6',
    edition: 6,
    message: {
      en: 'A redaction names a comparison recorded after the version of {number} that goes: it does not go with it, so nothing is taken out: {what}',
      fr: "Une occultation vise un rapprochement consigné après la version de {number} communiquée : il n'y est pas joint, et rien n'est donc retiré : {what}",
    },
    missing: {
      en: 'A withheld member of the version that goes, or of a comparison that came before it; or no such redaction.',
      fr: "Un élément réservé de la version communiquée ou d'un rapprochement antérieur ; ou l'omission de cette occultation.",
    },
    provider: ['LEG'],
  },
  'release.redaction-of-other': {
    gate: 'GATE-8',
    source: 'GATE-8, D6',
    edition: 3,
    message: {
      en: 'A redaction is listed for {piece}, which the decision is not about.',
      fr: 'Une occultation vise {piece}, sur laquelle la décision ne porte pas.',
    },
    missing: {
      en: 'Redactions of pieces that are decided on.',
      fr: 'Des occultations de pièces visées par la décision.',
    },
    provider: ['AUTHOR'],
  },
  'release.redaction-of-unknown-file': {
    gate: 'GATE-8',
    source: 'GATE-8, D6',
    edition: 3,
    message: {
      en: 'A redaction is listed in file {sha256}, which does not go along with {number}.',
      fr: "Une occultation vise le fichier {sha256}, qui n'accompagne pas {number}.",
    },
    missing: {
      en: 'A file of the request, or null for the record.',
      fr: 'Un fichier de la demande, ou null pour la fiche.',
    },
    provider: ['AUTHOR'],
  },
} as const satisfies Record<string, Refusal>;
