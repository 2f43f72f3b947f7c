import { codesOf, type Vocabulary } from './vocabulary.js';

/** V6, levels of ST/SGB/2007/6. Closed: there is no other level. */
export const classificationLevels = {
  UNCLASSIFIED: { en: 'Unclassified', fr: 'Non classifié' },
  CONFIDENTIAL: { en: 'Confidential', fr: 'Confidentiel' },
  STRICTLY_CONFIDENTIAL: { en: 'Strictly confidential', fr: 'Strictement confidentiel' },
} as const satisfies Vocabulary;

/** The strictest of some levels, given by their codes; null: none of them is one. */
export function strictestLevel(levels: readonly string[]): keyof typeof classificationLevels | null {
  return codesOf(classificationLevels).findLast(level => levels.includes(level)) ?? null;
}

/** V6, caveats: limits on who may get it, whatever the level. */
export const caveats = {
  ORIGINATOR_CONTROLLED: {
    en: 'Originator controlled',
    fr: 'Diffusion soumise à l’accord de l’autorité d’origine',
  },
  SOURCE: { en: 'Could identify a source or witness', fr: 'Peut révéler une source ou un témoin' },
  NOT_FOR_HOST_STATE: { en: 'Not for the host State', fr: 'Ne pas communiquer à l’État hôte' },
  INVESTIGATION: { en: 'Investigation under way', fr: 'Enquête en cours' },
  OTHER: { en: 'Other', fr: 'Autre' },
} as const satisfies Vocabulary;
