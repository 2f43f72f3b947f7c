import type { Refusal } from '../../refusal.js';
import { alterations, examTypes } from '../../vocabulary/laboratory.js';
import { inWords, inWordsAndCode, roleTold } from '../../vocabulary/told.js';

/** Who examines and reviews, and what a report may say (E32 to E34, SD-3, RQ-50 to RQ-55). */
export const examinationResultRefusals = {
  'examination.not-accepted': {
    gate: null,
    source: 'E31',
    message: {
      en: 'Nothing of the request {number} was accepted by the laboratory yet.',
      fr: "Rien de la demande {number} n'a encore été accepté par le laboratoire.",
    },
    missing: { en: 'First, examination.accepted.', fr: "D'abord, examination.accepted." },
    provider: ['LABR'],
  },
  'examination.examiner-reviews': {
    gate: null,
    source: 'SD-3',
    message: {
      en: 'Officer {reviewer} examines, or examined, for this request: he does not review it.',
      fr: "L'officier {reviewer} pratique ou a pratiqué cet examen : il n'en est pas le vérificateur.",
    },
    missing: {
      en: 'A technical reviewer who is another officer.',
      fr: 'Un vérificateur technique qui soit un autre officier.',
    },
    provider: ['LABV'],
  },
  'examination.role-not-held': {
    gate: null,
    source: 'E33, SD-8',
    message: {
      en: 'Officer {officer} holds none of the roles {roles} now.',
      fr: "L'officier {officer} ne détient actuellement aucun des rôles {roles}.",
    },
    missing: { en: 'An officer who holds one of them.', fr: 'Un officier qui en détienne un.' },
    provider: ['LABV', 'REG'],
    told: { roles: roleTold },
  },
  'examination.not-assigned': {
    gate: null,
    source: 'E33, SD-3',
    message: {
      en: 'The examination {number} is assigned to nobody.',
      fr: "L'examen {number} n'est attribué à personne.",
    },
    missing: { en: 'First, examination.assigned.', fr: "D'abord, examination.assigned." },
    provider: ['LABV', 'LABR'],
  },
  'examination.not-examiner': {
    gate: null,
    source: 'E33, RQ-07',
    message: {
      en: 'The examination {number} is assigned to officer {examiner}: he signs the result himself.',
      fr: "L'examen {number} est attribué à l'officier {examiner} : il signe lui-même le rapport.",
    },
    missing: {
      en: 'The signature of the examiner; or another assignment.',
      fr: "La signature de l'examinateur ; ou une nouvelle attribution.",
    },
    provider: ['LABX', 'LABV'],
  },
  'examination.not-reviewer': {
    gate: null,
    source: 'E33, SD-3',
    message: {
      en: 'The examination {number} is reviewed by officer {reviewer}, and by nobody else.',
      fr: "L'examen {number} est vérifié par l'officier {reviewer}, et nul autre.",
    },
    missing: {
      en: 'His countersignature; or another assignment.',
      fr: 'Son contreseing ; ou une nouvelle attribution.',
    },
    provider: ['LABV'],
  },
  'examination.version': {
    gate: null,
    source: 'RQ-54, E34',
    message: {
      en: 'Report {report} cannot be of version {version}: the next one is {expected}.',
      fr: 'Le rapport {report} ne peut porter la version {version} : la suivante est {expected}.',
    },
    missing: { en: 'Version {expected}.', fr: 'La version {expected}.' },
    provider: ['AUTHOR'],
  },
  'examination.report-unknown': {
    gate: null,
    source: 'E34',
    message: {
      en: 'No report {report} was issued in this examination.',
      fr: "Aucun rapport {report} n'a été établi dans cet examen.",
    },
    missing: { en: 'The number of the report that is amended.', fr: 'Le numéro du rapport rectifié.' },
    provider: ['AUTHOR'],
  },
  'examination.item-not-in-report': {
    gate: null,
    source: 'E34',
    message: {
      en: 'An item listed was never reported on in report {report}.',
      fr: "Une pièce citée n'a jamais figuré au rapport {report}.",
    },
    missing: {
      en: 'Items of that report alone; or a report of its own.',
      fr: 'Les seules pièces de ce rapport ; ou un rapport distinct.',
    },
    provider: ['AUTHOR'],
  },
  'examination.examined-incoherent': {
    gate: null,
    source: 'D5',
    message: {
      en: 'Item {number} was examined, by some examination; or it was not, for a reason.',
      fr: 'La pièce {number} a été examinée, par un examen au moins ; ou ne l’a pas été, pour un motif.',
    },
    missing: {
      en: 'Examinations and no reason; or a reason and no examination.',
      fr: 'Des examens et aucun motif ; ou un motif et aucun examen.',
    },
    provider: ['AUTHOR'],
  },
  'examination.exam-unaccounted': {
    gate: null,
    source: 'RQ-50, RQ-54',
    message: {
      en: 'Of item {number}, {exam} was asked for, and the report does not say what became of it.',
      fr: "Pour la pièce {number}, l'examen {exam} a été demandé, et le rapport n'en dit rien.",
    },
    missing: {
      en: 'Its result; or, under omitted, why it was not made.',
      fr: 'Son résultat ; ou, sous omitted, pourquoi il n’a pas été pratiqué.',
    },
    provider: ['AUTHOR'],
    told: { exam: inWords(examTypes) },
  },
  'examination.exam-not-requested': {
    gate: null,
    source: 'RQ-50, domain.md (b), L3',
    message: {
      en: 'Of item {number}, {exam} was not asked for.',
      fr: "Pour la pièce {number}, l'examen {exam} n'a pas été demandé.",
    },
    missing: { en: 'A request that asks for it.', fr: 'Une demande qui le comporte.' },
    provider: ['CASE'],
    told: { exam: inWords(examTypes) },
  },
  'examination.exams-not-in-order': {
    gate: null,
    source: 'GATE-5, D5',
    message: {
      en: 'Of item {number}, what was made on {day} stands before what was made on {next}, or before the report.',
      fr: 'Pour la pièce {number}, un examen du {day} figure avant un examen du {next}, ou avant le rapport.',
    },
    missing: {
      en: 'The examinations in the order of their days, none after the report.',
      fr: "Les examens dans l'ordre de leurs dates, aucun postérieur au rapport.",
    },
    provider: ['AUTHOR'],
  },
  'examination.exam-before-reception': {
    gate: null,
    source: 'E31, RQ-51',
    edition: 4,
    message: {
      en: 'Of item {number}, {exam} is told of {day}: the laboratory received the item at {accepted}.',
      fr: "Pour la pièce {number}, l'examen {exam} est daté du {day} : le laboratoire a reçu la pièce le {accepted}.",
    },
    missing: {
      en: 'The day it was made; or, where it was made before, that it is named as made by others before.',
      fr: "La date de l'examen ; ou, s'il est antérieur, sa mention comme examen pratiqué auparavant.",
    },
    provider: ['AUTHOR'],
    told: { exam: inWords(examTypes) },
  },
  'examination.trace-not-first': {
    gate: 'GATE-5',
    source: 'GATE-5',
    message: {
      en: 'On item {number}, {exam} came before {first}, which request {request} still waits for.',
      fr: "Sur la pièce {number}, l'examen {exam} a précédé l'examen {first}, que la demande {request} attend encore.",
    },
    missing: {
      en: 'That examination made before, or declared not needed; or the decision of a technical reviewer, with his reason.',
      fr: "Cet examen pratiqué auparavant, ou déclaré inutile ; ou la décision motivée d'un vérificateur technique.",
    },
    provider: ['LABX', 'LABV', 'CASE'],
    told: { exam: inWords(examTypes), first: inWords(examTypes) },
  },
  'examination.destruction-not-approved': {
    gate: null,
    source: 'E32, RQ-52',
    message: {
      en: 'On item {number}, {exam} alters or uses it up, and was not approved before.',
      fr: "Sur la pièce {number}, l'examen {exam} l'altère ou la consomme, et n'a pas été approuvé au préalable.",
    },
    missing: {
      en: 'examination.destruction-approved, by LEG or CASE together with LABV.',
      fr: 'examination.destruction-approved, par LEG ou CASE avec LABV.',
    },
    provider: ['LEG', 'CASE', 'LABV'],
    told: { exam: inWords(examTypes) },
  },
  'examination.destruction-approved-later': {
    gate: null,
    source: 'E32, RQ-52',
    edition: 5,
    message: {
      en: 'On item {number}, {exam} is told of {day}, and was approved only at {approved}.',
      fr: "Sur la pièce {number}, l'examen {exam} est daté du {day} et n'a été approuvé que le {approved}.",
    },
    missing: {
      en: 'The day it was made; where it was made before it was approved, that is to be said as a discrepancy.',
      fr: "La date de l'examen ; s'il a été pratiqué avant l'approbation, une anomalie est à ouvrir.",
    },
    provider: ['AUTHOR', 'LABX'],
    told: { exam: inWords(examTypes) },
  },
  'examination.seal-not-of-record': {
    gate: null,
    source: 'D5, RQ-30',
    message: {
      en: "Seal {seal} is not so in the record of item {number}'s seals.",
      fr: 'Le scellé {seal} ne figure pas ainsi parmi les scellés inscrits de la pièce {number}.',
    },
    missing: {
      en: 'The seal as package.opened and package.resealed have it.',
      fr: 'Le scellé tel qu’inscrit par package.opened et package.resealed.',
    },
    provider: ['AUTHOR', 'LABX'],
  },
  'examination.seals-not-explained': {
    gate: null,
    source: 'D5',
    message: {
      en: 'Item {number} was not opened or not resealed, and it is not said why.',
      fr: "La pièce {number} n'a pas été ouverte ou rescellée, et il n'est pas dit pourquoi.",
    },
    missing: { en: 'The reason, as note.', fr: 'La raison, sous note.' },
    provider: ['AUTHOR'],
  },
  'examination.alteration-not-of-record': {
    gate: null,
    source: 'RQ-52, RQ-55, E53',
    message: {
      en: 'What the report says of item {number} ({kind}) is not what the record has of its consumption.',
      fr: 'Ce que le rapport dit de la pièce {number} ({kind}) ne correspond pas à la consommation inscrite.',
    },
    missing: {
      en: 'evidence.consumed; or what the record says.',
      fr: 'evidence.consumed ; ou ce que dit la fiche.',
    },
    provider: ['AUTHOR', 'LABX'],
    told: { kind: inWordsAndCode(alterations) },
  },
  'examination.alteration-not-told': {
    gate: null,
    source: 'RQ-52, RQ-55',
    message: {
      en: 'What was altered of item {number} is not told in words, or where residues and containers are.',
      fr: "Ce qui a été altéré de la pièce {number} n'est pas dit en clair, ou où se trouvent résidus et contenants.",
    },
    missing: {
      en: 'text; and residue where something was used up.',
      fr: 'text ; et residue si de la matière a été consommée.',
    },
    provider: ['AUTHOR'],
  },
  'examination.not-derived-from-item': {
    gate: null,
    source: 'RQ-02',
    message: {
      en: 'Item {number} was not taken from this one.',
      fr: "La pièce {number} n'a pas été prélevée sur celle-ci.",
    },
    missing: {
      en: 'Items taken from this one alone.',
      fr: 'Les seules pièces prélevées sur celle-ci.',
    },
    provider: ['LABX'],
  },
} as const satisfies Record<string, Refusal>;
