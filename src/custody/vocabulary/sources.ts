import type { Vocabulary } from './vocabulary.js';

/** RQ-64: for which use a source consents. Closed: there is no use without a name. */
export const consentUses = {
  THIS_COURT: { en: 'This court or authority alone', fr: 'Cette juridiction ou autorité seulement' },
  ANY_NATIONAL: { en: 'Any authority of the host State', fr: "Toute autorité de l'État hôte" },
  INTERNATIONAL: {
    en: 'International courts and inquiries',
    fr: 'Juridictions et enquêtes internationales',
  },
  NONE: { en: 'None', fr: 'Aucun usage' },
} as const satisfies Vocabulary;

export type ConsentUse = keyof typeof consentUses;

/** GATE-8: by what a source could be identified in a piece. A list, so that nobody describes him in words. */
export const identifiableBy = {
  NAME: { en: 'Name', fr: 'Nom' },
  NUMBER: { en: 'Number', fr: 'Numéro' },
  VOICE: { en: 'Voice', fr: 'Voix' },
  IMAGE: { en: 'Image', fr: 'Image' },
  METADATA: { en: 'Metadata', fr: 'Métadonnées' },
  PLACE: { en: 'Place or time', fr: 'Lieu ou heure' },
  CONTENT: { en: 'What only he could know', fr: 'Ce que lui seul pouvait savoir' },
} as const satisfies Vocabulary;
