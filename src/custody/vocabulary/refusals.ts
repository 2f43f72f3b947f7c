import type { Refusal } from '../refusal.js';

export const vocabularyRefusals = {
  'vocabulary.other-without-text': {
    gate: null,
    source: 'domain.md section (e)',
    message: {
      en: '{member} is OTHER, with no words that say what.',
      fr: '{member} vaut OTHER, sans précision en clair.',
    },
    missing: { en: 'The text beside the code OTHER.', fr: 'Le texte qui accompagne le code OTHER.' },
    provider: ['AUTHOR'],
  },
} as const satisfies Record<string, Refusal>;
