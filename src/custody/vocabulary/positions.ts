import type { Vocabulary } from './vocabulary.js';

/** What a position is measured against. */
export const geodeticDatums = {
  WGS84: { en: 'WGS 84, as satellite navigation uses', fr: 'WGS 84, celui de la navigation par satellite' },
  OTHER: { en: 'Another one', fr: 'Un autre' },
} as const satisfies Vocabulary;
