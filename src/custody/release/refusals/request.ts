import type { Refusal } from '../../refusal.js';
import { dossierTypes, pieceForms } from '../../vocabulary/releases.js';
import { inWordsAndCode } from '../../vocabulary/told.js';

export const requestRefusals = {
  'release.request-closed': {
    gate: null,
    source: 'E37',
    edition: 3,
    message: {
      en: 'Request {number} is closed: nothing is released upon it.',
      fr: "La demande {number} est close : aucune remise ne s'y rattache plus.",
    },
    missing: {
      en: 'A request of the authority that is registered and open.',
      fr: "Une demande de l'autorité, enregistrée et en cours.",
    },
    provider: ['LEG', 'JUS', 'CASE'],
  },
  'release.form-not-of-dossier': {
    gate: null,
    source: 'RQ-67',
    edition: 3,
    message: {
      en: 'Item {number} is to go as {as}, which a dossier of {dossierType} does not hold.',
      fr: "La pièce {number} serait remise sous la forme {as}, qu'un dossier {dossierType} ne contient pas.",
    },
    missing: {
      en: 'Originals in a dossier of originals alone; summaries alone in a summary.',
      fr: "Des originaux dans un dossier d'originaux seulement ; un résumé ne contient que des résumés.",
    },
    provider: ['AUTHOR'],
    told: { as: inWordsAndCode(pieceForms), dossierType: inWordsAndCode(dossierTypes) },
  },
  'release.version-missing': {
    gate: null,
    source: 'E37, E33',
    edition: 3,
    message: {
      en: 'Of an examination the version of its report that goes is named, and of nothing else: {number}.',
      fr: 'Pour un examen, et pour lui seul, est désignée la version du rapport communiquée : {number}.',
    },
    missing: {
      en: 'The event with the report, for an examination; null for all else.',
      fr: "L'acte portant le rapport, pour un examen ; null pour le reste.",
    },
    provider: ['AUTHOR'],
  },
  'release.version-of-another': {
    gate: null,
    source: 'E37, E33',
    edition: 3,
    message: {
      en: 'The report named is not one of {number}.',
      fr: "Le rapport désigné n'est pas de {number}.",
    },
    missing: { en: 'An event of its own history.', fr: 'Un acte de son propre historique.' },
    provider: ['AUTHOR'],
  },
  'release.nothing-reported': {
    gate: 'GATE-6',
    source: 'GATE-6, E33',
    edition: 4,
    message: {
      en: 'Examination {number} has issued no report: there is nothing to be released.',
      fr: "L'examen {number} n'a donné lieu à aucun rapport : rien n'est à communiquer.",
    },
    missing: { en: 'A report that was issued.', fr: "Un rapport d'examen établi." },
    provider: ['LABX'],
  },
  'release.report-not-whole': {
    gate: 'GATE-6',
    source: 'GATE-6, E33',
    edition: 4,
    message: {
      en: 'Of the report of {number}, acts listed that it does not consist of: {more}; left out: {missing}.',
      fr: 'Rapport de {number} : actes listés qui n’en font pas partie : {more} ; actes omis : {missing}.',
    },
    missing: {
      en: 'The item events of its request, reception and result, as the record of the examination lists them.',
      fr: "Les actes sur les pièces (demande, réception, résultat), tels que la fiche de l'examen les énumère.",
    },
    provider: ['AUTHOR'],
  },
  'release.version-superseded': {
    gate: 'GATE-6',
    source: 'GATE-6, E34, RQ-54',
    edition: 4,
    message: {
      en: 'Report {report} of examination {number} was amended since: another version is the last.',
      fr: "Le rapport {report} de l'examen {number} a été rectifié depuis : sa dernière version est une autre.",
    },
    missing: {
      en: 'The last version; the former ones go along with it.',
      fr: 'La dernière version ; les précédentes y sont jointes.',
    },
    provider: ['AUTHOR'],
  },
  'release.file-twice': {
    gate: null,
    source: 'E37',
    edition: 3,
    message: { en: 'A file of {number} is listed twice.', fr: 'Un fichier de {number} figure deux fois.' },
    missing: { en: 'Each file once.', fr: 'Chaque fichier une seule fois.' },
    provider: ['AUTHOR'],
  },
  'release.file-not-of-piece': {
    gate: 'GATE-6',
    source: 'GATE-6, E37',
    edition: 3,
    message: {
      en: 'The file {sha256} is bound by no act of {number} that is named.',
      fr: "Le fichier {sha256} n'est lié par aucun acte désigné de {number}.",
    },
    missing: {
      en: 'The act in the history of this piece that binds the file.',
      fr: "L'acte de l'historique de cette pièce qui lie le fichier.",
    },
    provider: ['AUTHOR'],
  },
} as const satisfies Record<string, Refusal>;
