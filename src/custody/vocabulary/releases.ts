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
