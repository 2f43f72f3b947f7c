import type { Vocabulary } from './vocabulary.js';

/** D2: units of quantity. */
export const units = {
  PIECE: { en: 'piece', fr: 'pièce' },
  SET: { en: 'set', fr: 'ensemble' },
  PAIR: { en: 'pair', fr: 'paire' },
  GRAM: { en: 'gram', fr: 'gramme' },
  KILOGRAM: { en: 'kilogram', fr: 'kilogramme' },
  MILLILITRE: { en: 'millilitre', fr: 'millilitre' },
  LITRE: { en: 'litre', fr: 'litre' },
  METRE: { en: 'metre', fr: 'mètre' },
  PAGE: { en: 'page', fr: 'page' },
  FILE: { en: 'digital file', fr: 'fichier numérique' },
  OTHER: { en: 'Other', fr: 'Autre' },
} as const satisfies Vocabulary;

/** Units that are counted, not measured: whole numbers only. */
export const countedUnits: readonly (keyof typeof units)[] = ['PIECE', 'SET', 'PAIR', 'PAGE', 'FILE'];
