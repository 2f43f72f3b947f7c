import type { Vocabulary } from './vocabulary.js';

/** V11, E44: what came of a handover. */
export const handoverOutcomes = {
  RECEIVED: { en: 'Received', fr: 'Reçu' },
  INQUIRY_OPENED: { en: 'Inquiry opened', fr: 'Enquête ouverte' },
  JOINED_TO_FILE: { en: 'Joined to the file', fr: 'Versé au dossier' },
  SUSPECT_IDENTIFIED: { en: 'Suspect identified', fr: 'Suspect identifié' },
  CHARGED: { en: 'Charged', fr: 'Inculpation' },
  REFERRED_TO_TRIAL: { en: 'Referred to trial', fr: 'Renvoi en jugement' },
  TRIAL: { en: 'Trial', fr: 'Procès' },
  ACQUITTED: { en: 'Acquitted', fr: 'Acquittement' },
  CONVICTED: { en: 'Convicted', fr: 'Condamnation' },
  APPEAL: { en: 'Appeal', fr: 'Appel' },
  FINAL: { en: 'Final', fr: 'Décision définitive' },
  NO_ACTION: { en: 'No action', fr: 'Sans suite' },
  UNKNOWN: { en: 'Unknown', fr: 'Inconnu' },
} as const satisfies Vocabulary;

export type HandoverOutcome = keyof typeof handoverOutcomes;

/** V11: a sentence that was pronounced. */
export const sentences = {
  DEATH: { en: 'Death', fr: 'Peine de mort' },
  LIFE: { en: 'Imprisonment for life', fr: 'Réclusion à perpétuité' },
  TERM: { en: 'Imprisonment for a term', fr: 'Peine à temps' },
  OTHER: { en: 'Other', fr: 'Autre' },
} as const satisfies Vocabulary;

export type Sentence = keyof typeof sentences;

/** V11: nothing is to be expected after these, so nobody is reminded to ask. */
export const lastOutcomes: readonly HandoverOutcome[] = ['FINAL', 'NO_ACTION'];

/** E45: how a copy came to whoever was given it. */
export const disclosureMeans = {
  BY_HAND: { en: 'By hand', fr: 'En main propre' },
  REGISTERED_COURIER: { en: 'By courier against receipt', fr: 'Par porteur, contre récépissé' },
  SECURE_TRANSMISSION: { en: 'By secure transmission', fr: 'Par transmission sécurisée' },
  CONSULTED_ON_SITE: { en: 'Consulted on the spot, nothing left', fr: 'Consultation sur place, sans remise' },
} as const satisfies Vocabulary;

export type DisclosureMeans = keyof typeof disclosureMeans;

/** RQ-65: how something came to an authority. */
export const givenWays = {
  HANDOVER: { en: 'Handed over', fr: 'Remise' },
  DOSSIER: { en: 'In a dossier', fr: 'Dans un dossier' },
  COPY: { en: 'As a copy', fr: 'En copie' },
} as const satisfies Vocabulary;

export type GivenWay = keyof typeof givenWays;
