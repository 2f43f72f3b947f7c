import type { Refusal } from '../refusal.js';
import { exportScopes } from '../vocabulary/exports.js';
import { inWordsAndCode } from '../vocabulary/told.js';

export const exportRefusals = {
  'export.scope-members': {
    gate: null,
    source: 'E60',
    edition: 2,
    message: {
      en: 'What is exported does not say of which: {kind} goes with exactly {owed}.',
      fr: "L'extrait ne dit pas de quoi : {kind} s'accompagne exactement de {owed}.",
    },
    missing: {
      en: 'The members that this kind needs, and null for every other.',
      fr: 'Les éléments que cette nature exige, et null pour tous les autres.',
    },
    provider: ['AUTHOR'],
    told: { kind: inWordsAndCode(exportScopes) },
  },
  'export.period-empty': {
    gate: null,
    source: 'E60',
    edition: 2,
    message: {
      en: 'The period ends at {until}, not after it begins at {from}.',
      fr: 'La période prend fin le {until}, et non après son début le {from}.',
    },
    missing: { en: 'An end after the beginning.', fr: 'Une fin postérieure au début.' },
    provider: ['AUTHOR'],
  },
} as const satisfies Record<string, Refusal>;
