import type { Vocabulary } from './vocabulary.js';

/** How much an answer is waited for. Closed. */
export const requirementPriorities = {
  PRIORITY: { en: 'Priority', fr: 'Prioritaire' },
  SECONDARY: { en: 'Secondary', fr: 'Secondaire' },
} as const satisfies Vocabulary;
