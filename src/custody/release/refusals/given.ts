import type { Refusal } from '../../refusal.js';
import { handoverOutcomes } from '../../vocabulary/outcomes.js';
import { inWordsAndCode } from '../../vocabulary/told.js';

/** What was given under a release, and what came of it (E44, E45). */
export const givenRefusals = {
  'release.nothing-given': {
    gate: null,
    source: 'E44, RQ-65',
    message: {
      en: 'The act names nothing that was given, and no copy was disclosed under release {number}.',
      fr: "L'acte ne désigne rien qui ait été remis, et aucune copie n'a été communiquée au titre de l'autorisation {number}.",
    },
    missing: {
      en: 'The handover or the dossier whose outcome it is.',
      fr: 'La remise ou le dossier dont ce sont les suites.',
    },
    provider: ['AUTHOR'],
  },
  'release.not-given-under': {
    gate: null,
    source: 'E44, RQ-65',
    message: {
      en: 'Nothing of {subject} was received under release {number}.',
      fr: "Rien de {subject} n'a été reçu au titre de l'autorisation {number}.",
    },
    missing: {
      en: 'A handover that was received, or a dossier that was delivered, under this release.',
      fr: 'Une remise reçue ou un dossier remis au titre de cette autorisation.',
    },
    provider: ['AUTHOR'],
  },
  'release.sentence-does-not-fit': {
    gate: null,
    source: 'V11',
    message: {
      en: 'Stage {stage} and the sentence do not fit: a conviction states one, and no stage before the verdict does.',
      fr: "L'état {stage} et la peine ne s'accordent pas : une condamnation en énonce une, un état antérieur au verdict n'en énonce aucune.",
    },
    missing: {
      en: 'The sentence with CONVICTED, APPEAL or FINAL only.',
      fr: 'La peine avec CONVICTED, APPEAL ou FINAL seulement.',
    },
    provider: ['AUTHOR'],
    told: { stage: inWordsAndCode(handoverOutcomes) },
  },
  'release.sentence-not-said': {
    gate: null,
    source: 'V11',
    message: { en: 'Which other sentence it is is not said.', fr: "L'autre peine n'est pas précisée." },
    missing: { en: 'The sentence in words.', fr: 'La peine, en clair.' },
    provider: ['AUTHOR'],
  },
  'release.outcome-to-come': {
    gate: null,
    source: 'E44',
    message: {
      en: '{on} is to come (today: {today}): an outcome is reported once it is there.',
      fr: "Le {on} est à venir (aujourd'hui : {today}) : des suites se rapportent une fois connues.",
    },
    missing: { en: 'The day on which it was so.', fr: 'Le jour où il en fut ainsi.' },
    provider: ['AUTHOR'],
  },
  'release.asked-again-before': {
    gate: null,
    source: 'E44, RQ-65',
    message: {
      en: 'The outcome is of {on} and cannot be asked about again on {askAgainOn}.',
      fr: 'Les suites sont du {on} et ne peuvent être redemandées le {askAgainOn}.',
    },
    missing: { en: 'A later day, or null.', fr: 'Un jour postérieur, ou null.' },
    provider: ['AUTHOR'],
  },
  'release.disclosed-otherwise': {
    gate: 'GATE-6',
    source: 'GATE-6, RQ-67',
    message: {
      en: 'Only a summary of {number} is released, not a copy.',
      fr: 'Seul un résumé de {number} est autorisé, non une copie.',
    },
    missing: { en: 'A decision over a copy.', fr: 'Une décision portant sur une copie.' },
    provider: ['CASE', 'LEG', 'HOM'],
  },
  'release.file-not-released': {
    gate: 'GATE-6',
    source: 'GATE-6',
    message: {
      en: 'File {sha256} of {number} is not among those that the decision covers.',
      fr: 'Le fichier {sha256} de {number} ne figure pas parmi ceux que couvre la décision.',
    },
    missing: {
      en: 'A decision over this file too.',
      fr: 'Une décision portant aussi sur ce fichier.',
    },
    provider: ['CASE', 'LEG', 'HOM'],
  },
  'release.file-redacted': {
    gate: 'GATE-8',
    source: 'GATE-8',
    message: {
      en: 'Something is to be taken out of file {sha256} of {number}: it does not go as it is.',
      fr: 'Une occultation est prescrite sur le fichier {sha256} de {number} : il ne sort pas tel quel.',
    },
    missing: {
      en: 'The redacted file, released under its own hash.',
      fr: 'Le fichier occulté, autorisé sous sa propre empreinte.',
    },
    provider: ['CASE', 'LEG', 'HOM'],
  },
  'release.record-redacted': {
    gate: 'GATE-8',
    source: 'GATE-8, E45',
    edition: 6,
    message: {
      en: 'The decision takes something out of the record of {number}, and the act does not name it as left out: {what}',
      fr: "La décision retire un élément de la fiche de {number}, que l'acte ne désigne pas comme omis : {what}",
    },
    missing: {
      en: 'In leftOut, the act and the place of each withheld member that the decision takes out; given is a copy without them.',
      fr: "Dans leftOut, l'acte et l'emplacement de chaque élément réservé que retire la décision ; n'est communiquée qu'une copie qui ne les comporte pas.",
    },
    provider: ['AUTHOR'],
  },
  'release.original-not-released': {
    gate: null,
    source: 'GATE-8, E45',
    edition: 6,
    message: {
      en: 'Photograph {sha256} of {number} is not released as an original: its cleaned copy goes.',
      fr: "La photographie {sha256} de {number} n'est pas autorisée en original : c'est sa copie sans les données de l'appareil qui sort.",
    },
    missing: {
      en: 'Its hash in cleaned, once the cleaned copy is what was given; or a decision that lets it go as an original.',
      fr: "Son empreinte dans cleaned, si c'est bien la copie nettoyée qui fut communiquée ; ou une décision l'autorisant en original.",
    },
    provider: ['AUTHOR', 'LEG', 'HOM'],
  },
  'release.cleaned-not-photograph': {
    gate: null,
    source: 'GATE-8, E45',
    edition: 6,
    message: {
      en: '{sha256} is named as given in a cleaned copy, and is no photograph among the files of {number} that were given.',
      fr: '{sha256} est indiqué comme communiqué en copie nettoyée, et ne figure pas parmi les photographies de {number} communiquées.',
    },
    missing: {
      en: 'In cleaned, photographs alone that stand in files too.',
      fr: 'Dans cleaned, uniquement des photographies figurant aussi dans files.',
    },
    provider: ['AUTHOR'],
  },
} as const satisfies Record<string, Refusal>;
