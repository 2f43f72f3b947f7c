import type { Vocabulary } from './vocabulary.js';

/** E57: what a hold stops. Closed. */
export const holdScopes = {
  RELEASE: { en: 'Release', fr: 'La remise' },
  DISPOSAL: { en: 'Disposal', fr: 'La disposition finale' },
  RELEASE_AND_DISPOSAL: { en: 'Release and disposal', fr: 'La remise et la disposition finale' },
} as const satisfies Vocabulary;

export type HoldScope = keyof typeof holdScopes;

/** E57: on what kind of ground, in clear; the reason itself is withheld. Closed but for OTHER. */
export const holdGrounds = {
  PROCEEDINGS: { en: 'Proceedings or inquiry under way', fr: 'Procédure ou enquête en cours' },
  LEGAL_REVIEW: { en: 'Legal review', fr: 'Examen juridique' },
  DUE_DILIGENCE: { en: 'Human rights due diligence', fr: "Diligence voulue en matière de droits de l'homme" },
  AUDIT: { en: 'Audit or count', fr: 'Audit ou inventaire' },
  OTHER: { en: 'Other', fr: 'Autre' },
} as const satisfies Vocabulary;
