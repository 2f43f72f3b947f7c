import type { Text } from '../text.js';
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

/** More than one of them, as it stands after a number. */
const plurals: Readonly<Record<keyof typeof units, Text>> = {
  PIECE: { en: 'pieces', fr: 'pièces' },
  SET: { en: 'sets', fr: 'ensembles' },
  PAIR: { en: 'pairs', fr: 'paires' },
  GRAM: { en: 'grams', fr: 'grammes' },
  KILOGRAM: { en: 'kilograms', fr: 'kilogrammes' },
  MILLILITRE: { en: 'millilitres', fr: 'millilitres' },
  LITRE: { en: 'litres', fr: 'litres' },
  METRE: { en: 'metres', fr: 'mètres' },
  PAGE: { en: 'pages', fr: 'pages' },
  FILE: { en: 'digital files', fr: 'fichiers numériques' },
  OTHER: { en: 'of another unit', fr: "d'une autre unité" },
};

/** `143 pieces`: a quantity as people read it. A unit that is no code of ours stands as it was written. */
export function tellQuantity({
  amount,
  unit,
}: {
  readonly amount: string | null;
  readonly unit: string;
}): Text {
  const known = Object.hasOwn(units, unit) ? (unit as keyof typeof units) : null;
  const plural = known === null ? { en: unit, fr: unit } : plurals[known];
  if (amount === null)
    return { en: `an unstated number, ${plural.en}`, fr: `nombre non indiqué, ${plural.fr}` };
  const one = known === null || known === 'OTHER' ? plural : units[known];
  const count = Number(amount);
  // French counts two as the first plural, English everything but one.
  return {
    en: `${amount} ${(count === 1 ? one : plural).en}`,
    fr: `${amount.replace('.', ',')} ${(count < 2 ? one : plural).fr}`,
  };
}

/** Units that are counted, not measured: whole numbers only. */
export const countedUnits: readonly (keyof typeof units)[] = ['PIECE', 'SET', 'PAIR', 'PAGE', 'FILE'];
