import type { Language, Text } from '../../custody/text.js';
import { physicalStateWords, remarkWords } from '../../custody/vocabulary/states.js';
import { inWords } from '../../custody/vocabulary/told.js';

/** Why an item is where it is, in a word. */
const reasons: Readonly<Record<string, Text>> = {
  COLLECTED: { en: 'collected', fr: 'prélevée' },
  RECEIVED_FROM_OUTSIDE: { en: 'taken in', fr: 'prise en charge' },
  STORAGE: { en: 'storage', fr: 'dépôt' },
  IN_TRANSIT: { en: 'in transit', fr: 'en transit' },
  SPLIT: { en: 'divided', fr: 'divisée' },
  RETURNED: { en: 'returned', fr: 'rendue' },
  'CHECKED_OUT PHOTOGRAPHY': { en: 'photography', fr: 'photographie' },
  'CHECKED_OUT LABORATORY': { en: 'examination', fr: 'examen' },
  SAMPLED: { en: 'taken from an item', fr: 'prélevée sur pièce' },
  HANDED_OVER: { en: 'handed over', fr: 'remise' },
  ON_PAPER: { en: 'OPJ, on paper', fr: 'OPJ, sur papier' },
};

export function tellReason(reason: string, language: Language): string {
  return reasons[reason]?.[language] ?? reason;
}

export function tellStage(stage: string, language: Language): string {
  return inWords(physicalStateWords)(stage)[language];
}

export function tellRemark(kind: string, language: Language): string {
  return inWords(remarkWords)(kind)[language];
}
