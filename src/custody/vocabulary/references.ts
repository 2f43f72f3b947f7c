import type { Vocabulary } from './vocabulary.js';

/** What an entry of a reference collection tells apart (V5, D2). Closed. */
export const referenceEntryKinds = {
  HEADSTAMP: { en: 'Headstamp or code', fr: 'Marquage de culot ou code' },
  PRODUCER: { en: 'Producer', fr: 'Fabricant' },
  MODEL: { en: 'Model', fr: 'Modèle' },
} as const satisfies Vocabulary;
