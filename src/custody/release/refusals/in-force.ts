import type { Refusal } from '../../refusal.js';
import { organisationClasses } from '../../vocabulary/institutions.js';
import { releaseOutcomes } from '../../vocabulary/releases.js';
import { caveats } from '../../vocabulary/sensitivity.js';
import { legalStateWords, precisionWords } from '../../vocabulary/states.js';
import { inWords, inWordsAndCode, roleTold } from '../../vocabulary/told.js';

export const inForceRefusals = {
  'release.not-granted': {
    gate: 'GATE-6',
    source: 'GATE-6',
    message: {
      en: 'No decision releases item {number} to this recipient: its status is {status}.',
      fr: "Aucune décision n'autorise la remise de la pièce {number} à ce destinataire : son statut est {status}.",
    },
    missing: {
      en: 'A decision of LEG or HOM that grants the release of this item.',
      fr: 'Une autorisation de remise de cette pièce, accordée par LEG ou HOM.',
    },
    provider: ['CASE', 'LEG', 'HOM'],
    told: { status: inWords(legalStateWords) },
  },
  'release.not-in-force': {
    gate: 'GATE-6',
    source: 'GATE-6, D6',
    message: {
      en: 'The release of item {number} is in force from {from} until {until}: not both when it is said to go ({at}, {precision}) and when that is received ({now}).',
      fr: "L'autorisation de remise de la pièce {number} est en vigueur du {from} au {until} : elle ne couvre pas à la fois le moment indiqué ({at}, précision {precision}) et celui de l'enregistrement ({now}).",
    },
    missing: {
      en: 'A decision in force for the whole of the time stated, and today.',
      fr: "Une décision en vigueur pendant tout le moment indiqué, et aujourd'hui.",
    },
    provider: ['LEG', 'HOM'],
    told: { precision: inWords(precisionWords) },
  },
  'release.not-as-things-stand': {
    gate: 'GATE-6',
    source: 'GATE-6, GATE-8, RQ-64',
    edition: 4,
    message: {
      en: '{number} may not go to this recipient as things stand.',
      fr: '{number} ne peut, en l’état, être remis à ce destinataire.',
    },
    missing: {
      en: 'The legal office knows what it takes, e.g. another decision.',
      fr: 'Le service juridique sait ce qu’il faut, par exemple une nouvelle décision.',
    },
    provider: ['LEG'],
  },
  'release.for-another-recipient': {
    gate: 'GATE-10',
    source: 'GATE-6, GATE-10',
    message: {
      en: 'The release of item {number} is for unit {unit}, not for this recipient.',
      fr: "L'autorisation de remise de la pièce {number} vise l'unité {unit}, et non ce destinataire.",
    },
    missing: { en: 'A decision for this recipient.', fr: 'Une décision visant ce destinataire.' },
    provider: ['CASE', 'LEG', 'HOM'],
  },
  'release.for-another-purpose': {
    gate: 'GATE-6',
    source: 'GATE-6',
    message: {
      en: 'The release of item {number} is for another purpose: {purpose}',
      fr: "L'autorisation de remise de la pièce {number} vise un autre objet : {purpose}",
    },
    missing: {
      en: 'The purpose of the release, word for word; or a decision for this purpose.',
      fr: 'L’objet de la décision, mot pour mot ; ou une décision visant cet objet.',
    },
    provider: ['GIVER', 'CASE', 'LEG', 'HOM'],
  },
  'release.recipient-not-in-force': {
    gate: 'GATE-10',
    source: 'GATE-10, V12',
    message: {
      en: 'The recipient, unit {unit}, does not exist in this form at this date.',
      fr: "Le destinataire, l'unité {unit}, n'existe pas sous cette forme à cette date.",
    },
    missing: {
      en: 'A unit in force today; institutions change.',
      fr: "Une unité en activité aujourd'hui ; les institutions changent.",
    },
    provider: ['CASE', 'REG'],
  },
  'release.conditions-do-not-fit': {
    gate: null,
    source: 'E39, RQ-62',
    message: {
      en: 'The conditions do not fit the decision {outcome}: they go with GRANTED_WITH_CONDITIONS, and only with it.',
      fr: 'Les conditions ne vont pas avec la décision {outcome} : elles vont avec GRANTED_WITH_CONDITIONS, et elle seule.',
    },
    missing: { en: 'Conditions, or another decision.', fr: 'Des conditions, ou une autre décision.' },
    provider: ['LEG', 'HOM'],
    told: { outcome: inWordsAndCode(releaseOutcomes) },
  },
  'release.refusal-with-validity': {
    gate: null,
    source: 'E39, D6',
    message: { en: 'A refusal is in force for no period.', fr: "Un refus n'a pas de durée de validité." },
    missing: { en: 'validFrom and validUntil null.', fr: 'validFrom et validUntil à null.' },
    provider: ['LEG', 'HOM'],
  },
  'release.validity-missing': {
    gate: 'GATE-6',
    source: 'GATE-6, D6',
    message: {
      en: 'A grant says from when and until when it is in force.',
      fr: 'Une décision favorable indique ses dates de début et de fin de validité.',
    },
    missing: { en: 'validFrom and validUntil.', fr: 'validFrom et validUntil.' },
    provider: ['LEG', 'HOM'],
  },
  'release.validity-backwards': {
    gate: 'GATE-6',
    source: 'D6',
    message: { en: 'The decision ends before it begins.', fr: 'La décision prend fin avant de commencer.' },
    missing: { en: 'An end after the beginning.', fr: 'Une fin postérieure au début.' },
    provider: ['LEG', 'HOM'],
  },
  'release.validity-too-long': {
    gate: 'GATE-6',
    source: 'D6',
    message: {
      en: 'The decision is in force for more than the {days} days that the SOP allows.',
      fr: 'La décision est en vigueur au-delà des {days} jours que la procédure permet.',
    },
    missing: { en: 'An earlier end.', fr: 'Une fin plus proche.' },
    provider: ['LEG', 'HOM'],
  },
  'release.originator-consent-missing': {
    gate: 'GATE-9',
    source: 'GATE-9, V6',
    edition: 2,
    message: {
      en: 'Item {number} is marked {caveats} by {originator}, whose consent to a release is not on record.',
      fr: 'La pièce {number} porte la restriction {caveats} de {originator}, dont l’accord à une remise n’est pas consigné.',
    },
    missing: {
      en: "A classification of the piece, or of the part that is named, with the originator's consent as a file.",
      fr: "Une classification de la pièce, ou de la partie désignée, portant l'accord de l'autorité d'origine en fichier.",
    },
    provider: ['LEG', 'ARC', 'AUTHOR'],
    told: { caveats: inWords(caveats) },
  },
  'release.death-penalty-not-answered': {
    gate: 'GATE-7',
    source: 'GATE-7, RQ-60',
    edition: 2,
    message: {
      en: 'Whether the death penalty is excluded is answered yes or no: the question always applies.',
      fr: 'À la question de la peine de mort on répond par oui ou par non : elle se pose toujours.',
    },
    missing: {
      en: 'YES or NO, and on what it rests.',
      fr: 'YES ou NO, et sur quoi la réponse repose.',
    },
    provider: ['AUTHOR'],
  },
  'release.consent-not-answered': {
    gate: 'GATE-8',
    source: 'GATE-8, RQ-60, RQ-64',
    edition: 2,
    message: {
      en: 'Whether consent and confidentiality are respected is answered yes or no: the question always applies.',
      fr: 'À la question du consentement et de la confidentialité on répond par oui ou par non : elle se pose toujours.',
    },
    missing: {
      en: 'YES, also where no source is concerned, or NO; and on what it rests.',
      fr: "YES, même si aucune source n'est concernée, ou NO ; et sur quoi la réponse repose.",
    },
    provider: ['AUTHOR'],
  },
  'release.death-penalty-exposure': {
    gate: 'GATE-7',
    source: 'GATE-7, RQ-60',
    message: {
      en: 'The death penalty is not excluded, and the grant rests neither on an assurance nor on the Head of Mission.',
      fr: "La peine de mort n'est pas exclue, et la décision ne repose ni sur une assurance ni sur le Chef de la Mission.",
    },
    missing: {
      en: 'The reference of an assurance, or a decision of the Head of Mission.',
      fr: "La référence d'une assurance, ou une décision du Chef de la Mission.",
    },
    provider: ['HOM', 'LEG'],
  },
  'release.without-consent': {
    gate: 'GATE-8',
    source: 'RQ-64, GATE-8',
    message: {
      en: 'Consent and confidentiality are answered NO: without consent nothing is released.',
      fr: 'La réponse sur le consentement et la confidentialité est NO : sans consentement, rien n’est remis.',
    },
    missing: {
      en: 'Consent that covers this use; or a decision over the items it does not concern.',
      fr: 'Un consentement couvrant cet usage ; ou une décision limitée aux pièces qu’il ne concerne pas.',
    },
    provider: ['LEG', 'HOM'],
  },
  'release.risk-assessment-missing': {
    gate: 'GATE-6',
    source: 'RQ-63',
    message: {
      en: 'The grant names no human rights risk assessment of the recipient unit.',
      fr: "La décision ne cite aucune évaluation des risques de l'unité destinataire en matière de droits de l'homme.",
    },
    missing: {
      en: 'Reference, mitigation and review date of the assessment.',
      fr: "Référence, mesures d'atténuation et date de réexamen de l'évaluation.",
    },
    provider: ['HR', 'LEG'],
  },
  'release.assessment-not-in-force': {
    gate: 'GATE-6',
    source: 'RQ-63, D6',
    edition: 4,
    message: {
      en: 'The grant does not name the assessment of {unit} that is in force in the register.',
      fr: "La décision ne vise pas l'évaluation de {unit} en vigueur au registre.",
    },
    missing: {
      en: 'dueDiligence.assessment: the last unit.assessed of the recipient; null where none is registered.',
      fr: "dueDiligence.assessment : le dernier acte unit.assessed du destinataire ; null si aucun n'est consigné.",
    },
    provider: ['AUTHOR', 'HR'],
  },
  'release.risk-assessment-outdated': {
    gate: 'GATE-6',
    source: 'RQ-63',
    message: {
      en: 'The risk assessment of the recipient unit was to be reviewed on {reviewOn}.',
      fr: "L'évaluation des risques de l'unité destinataire devait être réexaminée le {reviewOn}.",
    },
    missing: { en: 'A reviewed assessment.', fr: 'Une évaluation réexaminée.' },
    provider: ['HR'],
  },
  'release.item-not-requested': {
    gate: null,
    source: 'E37',
    message: {
      en: 'The release of item {number} was not requested here.',
      fr: "L'autorisation de remise de la pièce {number} n'a pas été demandée ici.",
    },
    missing: { en: 'Only items of the request.', fr: 'Uniquement des pièces de la demande.' },
    provider: ['CASE'],
  },
  'release.item-status': {
    gate: null,
    source: 'E39, E40',
    message: {
      en: 'In this release item {number} is {status}; the act needs {expected}.',
      fr: "Dans cette demande, la pièce {number} est {status} ; l'acte exige {expected}.",
    },
    missing: { en: 'An item that is {expected}.', fr: 'Une pièce {expected}.' },
    provider: ['AUTHOR'],
    told: { status: inWords(legalStateWords), expected: inWords(legalStateWords) },
  },
  'release.requester-decides': {
    gate: null,
    source: 'SD-2',
    message: {
      en: 'Who asked for the release of item {number} cannot decide it.',
      fr: "Celui qui a demandé l'autorisation de remise de la pièce {number} ne peut en décider.",
    },
    missing: { en: 'The decision of another officer.', fr: "La décision d'un autre officier." },
    provider: ['LEG', 'HOM'],
  },
  'release.recipient-decided-elsewhere': {
    gate: 'GATE-6',
    source: 'RQ-68, GATE-6',
    edition: 3,
    message: {
      en: 'What goes to a recipient of this class ({class}) is not granted in role {role}.',
      fr: 'Ce qui va à un destinataire de cette catégorie ({class}) n’est pas accordé en rôle {role}.',
    },
    missing: { en: 'A decision by {deciders}.', fr: 'Une décision de {deciders}.' },
    provider: ['HOM'],
    told: { role: roleTold, deciders: roleTold, class: inWordsAndCode(organisationClasses) },
  },
} as const satisfies Record<string, Refusal>;
