import type { Refusal } from '../../refusal.js';
import { examinationLevels, examinationStatuses, examTypes } from '../../vocabulary/laboratory.js';
import { inWords, inWordsAndCode, roleTold } from '../../vocabulary/told.js';

/** What is asked of a laboratory, of whom, and in which order (E30, E31, GATE-5). */
export const examinationRequestRefusals = {
  'examination.field-role': {
    gate: null,
    source: 'V7, domain.md (b)',
    message: {
      en: 'In the role {role} one examines at level 1 alone; this examination is: {level}.',
      fr: "Dans le rôle {role}, on n'examine qu'au niveau 1 ; cet examen relève du : {level}.",
    },
    missing: {
      en: 'An officer of the laboratory: LABR, LABX or LABV.',
      fr: 'Un officier du laboratoire : LABR, LABX ou LABV.',
    },
    provider: ['LABR', 'LABX', 'LABV'],
    told: { role: roleTold, level: inWords(examinationLevels) },
  },
  'examination.not-of-laboratory': {
    gate: null,
    source: 'E31, E33',
    message: {
      en: 'Officer {officer} does not belong to the laboratory that was asked ({laboratory}).',
      fr: "L'officier {officer} n'appartient pas au laboratoire saisi ({laboratory}).",
    },
    missing: { en: 'An officer of that laboratory.', fr: 'Un officier de ce laboratoire.' },
    provider: ['LABR', 'LABX', 'LABV'],
  },
  'examination.due-before': {
    gate: null,
    source: 'D5',
    message: {
      en: 'The day {due} lies before the act itself ({day}).',
      fr: "La date {due} est antérieure à l'acte lui-même ({day}).",
    },
    missing: { en: 'A day that can still be kept.', fr: 'Une date qui puisse encore être tenue.' },
    provider: ['AUTHOR'],
  },
  'examination.laboratory-not-in-force': {
    gate: null,
    source: 'E30, V12',
    message: {
      en: 'The laboratory, unit {unit}, does not exist in this form at this date.',
      fr: "Le laboratoire, l'unité {unit}, n'existe pas sous cette forme à cette date.",
    },
    missing: { en: 'A unit in force today.', fr: "Une unité en activité aujourd'hui." },
    provider: ['CASE', 'REG'],
  },
  'examination.exam-order': {
    gate: 'GATE-5',
    source: 'GATE-5, RQ-50',
    message: {
      en: 'Of item {number}, {first} comes before {exam}: traces first, then handling, then what alters the item.',
      fr: "Pour la pièce {number}, l'examen {first} précède l'examen {exam} : les traces d'abord, puis les manipulations, enfin ce qui altère la pièce.",
    },
    missing: {
      en: 'The examinations in that order; or the decision of a technical reviewer, with his reason.',
      fr: "Les examens dans cet ordre ; ou la décision motivée d'un vérificateur technique.",
    },
    provider: ['AUTHOR', 'LABV'],
    told: { exam: inWords(examTypes), first: inWords(examTypes) },
  },
  'examination.exam-twice': {
    gate: null,
    source: 'D5',
    message: {
      en: 'Of item {number}, {exam} stands there twice.',
      fr: "Pour la pièce {number}, l'examen {exam} figure deux fois.",
    },
    missing: { en: 'Each type of examination once.', fr: "Chaque type d'examen une seule fois." },
    provider: ['AUTHOR'],
    told: { exam: inWords(examTypes) },
  },
  'examination.destructive-not-flagged': {
    gate: null,
    source: 'D5, RQ-52',
    message: {
      en: '{exam} alters the item {number} by its nature, and is not said to.',
      fr: "L'examen {exam} altère par nature la pièce {number}, et n'est pas indiqué comme tel.",
    },
    missing: { en: 'destructive: true.', fr: 'destructive : true.' },
    provider: ['AUTHOR'],
    told: { exam: inWords(examTypes) },
  },
  'examination.hazard-not-stated': {
    gate: null,
    source: 'D5',
    message: {
      en: 'Item {number} is dangerous by its record, and the request states no hazard.',
      fr: "La pièce {number} est dangereuse selon sa fiche, et la demande n'indique aucun danger.",
    },
    missing: { en: 'The hazard in words.', fr: 'Le danger, en clair.' },
    provider: ['AUTHOR', 'EOD'],
  },
  'examination.certificate-not-listed': {
    gate: null,
    source: 'D5',
    message: {
      en: 'The certificate {certificate} of item {number} is not listed.',
      fr: "Le certificat {certificate} de la pièce {number} n'est pas cité.",
    },
    missing: { en: 'Its number among the certificates.', fr: 'Son numéro parmi les certificats.' },
    provider: ['AUTHOR'],
  },
  'examination.item-not-requested': {
    gate: null,
    source: 'E30, domain.md (b), L3',
    message: {
      en: 'Item {number} is not named in this request.',
      fr: "La pièce {number} ne figure pas dans cette demande d'examen.",
    },
    missing: { en: 'A request that names it.', fr: "Une demande d'examen qui la désigne." },
    provider: ['CASE'],
  },
  'examination.item-status': {
    gate: null,
    source: 'E30 to E34',
    message: {
      en: 'Item {number} stands, in this examination, as: {status}. The act needs: {expected}.',
      fr: "Dans cet examen, l'état de la pièce {number} est : {status}. L'acte suppose : {expected}.",
    },
    missing: {
      en: 'The act that comes before; or another request.',
      fr: "L'acte qui précède ; ou une autre demande.",
    },
    provider: ['CASE', 'LABR'],
    told: { status: inWordsAndCode(examinationStatuses), expected: inWordsAndCode(examinationStatuses) },
  },
  'examination.laboratory-number-differs': {
    gate: null,
    source: 'RQ-51',
    message: {
      en: 'The laboratory has taken this request under the number {known}.',
      fr: 'Le laboratoire a enregistré cette demande sous le numéro {known}.',
    },
    missing: { en: 'That number.', fr: 'Ce numéro.' },
    provider: ['LABR'],
  },
  'examination.not-in-laboratory': {
    gate: null,
    source: 'E31, domain.md (b), L3',
    message: {
      en: 'No officer of the laboratory answers for item {number}, or it is in a transfer.',
      fr: "Aucun officier du laboratoire n'a la garde de la pièce {number}, ou elle est en cours de transfert.",
    },
    missing: {
      en: 'The receipt of the item by the laboratory (transfer.received or evidence.checked-out).',
      fr: 'La réception de la pièce par le laboratoire (transfer.received ou evidence.checked-out).',
    },
    provider: ['LABR', 'CUSTODIAN'],
  },
} as const satisfies Record<string, Refusal>;
