import type { Vocabulary } from './vocabulary.js';

/** RQ-63: how grave the risk is that a unit commits grave violations. Closed. */
export const riskLevels = {
  LOW: { en: 'Low', fr: 'Faible' },
  MEDIUM: { en: 'Medium', fr: 'Moyen' },
  HIGH: { en: 'High', fr: 'Élevé' },
} as const satisfies Vocabulary;

export type RiskLevel = keyof typeof riskLevels;
