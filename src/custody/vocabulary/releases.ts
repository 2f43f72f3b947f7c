import type { Vocabulary } from './vocabulary.js';

/** D6, what the recipient sent. */
export const requestKinds = {
  REQUISITION: { en: 'Judicial request', fr: 'Réquisition' },
  LETTERS_OF_REQUEST: { en: 'Letters of request', fr: 'Commission rogatoire' },
  LETTER: { en: 'Letter', fr: 'Lettre' },
  NOTE_VERBALE: { en: 'Note verbale', fr: 'Note verbale' },
  OTHER: { en: 'Other', fr: 'Autre' },
} as const satisfies Vocabulary;

/** E39: what was decided. */
export const releaseOutcomes = {
  GRANTED: { en: 'Granted', fr: 'Accordée' },
  GRANTED_WITH_CONDITIONS: { en: 'Granted with conditions', fr: 'Accordée sous conditions' },
  REFUSED: { en: 'Refused', fr: 'Refusée' },
} as const satisfies Vocabulary;

export type ReleaseOutcome = keyof typeof releaseOutcomes;

/** RQ-60: an answer a person gives. */
export const releaseAnswers = {
  YES: { en: 'Yes', fr: 'Oui' },
  NO: { en: 'No', fr: 'Non' },
  NOT_APPLICABLE: { en: 'Not applicable', fr: 'Sans objet' },
} as const satisfies Vocabulary;

/** RQ-67: what the recipient gets. Handing over summaries is not handing over evidence. */
export const dossierTypes = {
  ORIGINALS: { en: 'Originals', fr: 'Originaux' },
  COPIES: { en: 'Copies', fr: 'Copies' },
  SUMMARY: { en: 'Summary', fr: 'Résumé' },
} as const satisfies Vocabulary;

export type DossierType = keyof typeof dossierTypes;

/** In what form one piece goes. */
export const pieceForms = {
  ORIGINAL: { en: 'Original', fr: 'Original' },
  COPY: { en: 'Copy', fr: 'Copie' },
  SUMMARY: { en: 'Summary', fr: 'Résumé' },
} as const satisfies Vocabulary;

export type PieceForm = keyof typeof pieceForms;

/** E38: whose view is asked for before a person decides. */
export const inputKinds = {
  HRDDP: {
    en: 'Human rights due diligence on the recipient',
    fr: "Diligence voulue en matière de droits de l'homme à l'égard du destinataire",
  },
  ORIGINATOR: { en: 'Originator', fr: "Autorité d'origine" },
  SOURCE_PROTECTION: {
    en: 'Protection of sources and witnesses',
    fr: 'Protection des sources et des témoins',
  },
  SECURITY: { en: 'Security', fr: 'Sécurité' },
} as const satisfies Vocabulary;

export type InputKind = keyof typeof inputKinds;

/** E38: the view itself. An objection does not decide: who decides says why he does not follow it. */
export const inputViews = {
  NO_OBJECTION: { en: 'No objection', fr: "Pas d'objection" },
  CONDITIONS: { en: 'No objection under conditions', fr: "Pas d'objection, sous conditions" },
  OBJECTION: { en: 'Objection', fr: 'Objection' },
} as const satisfies Vocabulary;

export type InputView = keyof typeof inputViews;

/** GATE-7: what the law of the recipient's State says of the offence. */
export const deathPenaltyStates = {
  ABOLISHED: { en: 'Abolished in law', fr: 'Abolie en droit' },
  NOT_FOR_OFFENCE: { en: 'Not provided for the offence', fr: "Non prévue pour l'infraction" },
  MORATORIUM: {
    en: 'Provided in law, executions under moratorium',
    fr: 'Prévue en droit, exécutions suspendues par moratoire',
  },
  IN_FORCE: { en: 'Provided in law and carried out', fr: 'Prévue en droit et appliquée' },
} as const satisfies Vocabulary;

/** GATE-7: at what level of the Mission it is decided. */
export const decisionLevels = {
  LEGAL_OFFICER: { en: 'Legal officer', fr: 'Juriste de la Mission' },
  HEAD_OF_MISSION: { en: 'Head of Mission or delegate', fr: 'Chef de la Mission ou son délégué' },
  HEADQUARTERS: { en: 'United Nations Headquarters', fr: "Siège de l'Organisation des Nations Unies" },
} as const satisfies Vocabulary;

/** D6: the risk of torture or ill-treatment to a suspect. */
export const tortureRisks = {
  NONE_KNOWN: { en: 'No risk known', fr: 'Aucun risque connu' },
  MITIGATED: { en: 'Risk, mitigated', fr: 'Risque, atténué' },
  SERIOUS: { en: 'Serious risk', fr: 'Risque grave' },
} as const satisfies Vocabulary;

/** GATE-9: what the originator of a piece said. */
export const originatorConsents = {
  GIVEN: { en: 'Consent given', fr: 'Accord donné' },
  NOT_NEEDED: { en: 'No consent needed', fr: 'Accord non requis' },
  REFUSED: { en: 'Consent refused', fr: 'Accord refusé' },
} as const satisfies Vocabulary;

/** GATE-8: why something is taken out of what goes; never whose protection it is. */
export const redactionGrounds = {
  PROTECTION_OF_PERSONS: { en: 'Protection of persons', fr: 'Protection des personnes' },
  PERSONAL_DATA: { en: 'Personal data of third persons', fr: 'Données personnelles de tiers' },
  ORIGINATOR: { en: 'Reserved by the originator', fr: "Réservé par l'autorité d'origine" },
  CLASSIFIED: { en: 'Classified', fr: 'Classifié' },
  PRIVILEGE: { en: 'Privileges and immunities', fr: 'Privilèges et immunités' },
  OTHER_MATTER: { en: 'Foreign to the request', fr: 'Étranger à la demande' },
} as const satisfies Vocabulary;

/** D6, RQ-62: what a condition is about. */
export const conditionKinds = {
  USE: { en: 'Use', fr: 'Usage' },
  ONWARD_SHARING: { en: 'Onward sharing', fr: 'Communication à des tiers' },
  RETURN: { en: 'Return', fr: 'Restitution' },
  EXPIRY: { en: 'Expiry', fr: 'Échéance' },
  OTHER: { en: 'Other', fr: 'Autre' },
} as const satisfies Vocabulary;

/** RQ-60: the four questions that a person answers before anything is shared. */
export const preliminaryQuestions = {
  FAIR_TRIAL: {
    en: 'Fair trial and human rights respected',
    fr: "Procès équitable et droits de l'homme respectés",
  },
  PROTECTION: { en: 'Victims and witnesses protected', fr: 'Victimes et témoins protégés' },
  CONSENT: {
    en: 'Consent and confidentiality respected',
    fr: 'Consentement et confidentialité respectés',
  },
  DEATH_PENALTY: { en: 'Death penalty excluded', fr: 'Peine de mort exclue' },
} as const satisfies Vocabulary;
