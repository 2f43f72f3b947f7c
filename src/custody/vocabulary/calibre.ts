import type { Vocabulary } from './vocabulary.js';

/**
 * V4: calibres. A diameter alone is a code of its own: `12.7mm` says that the length of the case was not
 * determined, and is no short form of one of the cartridges.
 */
export const calibres = {
  '5.45x39': { en: '5.45x39 mm', fr: '5,45x39 mm' },
  '5.56x45': { en: '5.56x45 mm', fr: '5,56x45 mm' },
  '7.62x25': { en: '7.62x25 mm', fr: '7,62x25 mm' },
  '7.62x39': { en: '7.62x39 mm', fr: '7,62x39 mm' },
  '7.62x51': { en: '7.62x51 mm', fr: '7,62x51 mm' },
  '7.62x54R': { en: '7.62x54R mm', fr: '7,62x54R mm' },
  '9x19': { en: '9x19 mm', fr: '9x19 mm' },
  '12.7x99': { en: '12.7x99 mm', fr: '12,7x99 mm' },
  '12.7x108': { en: '12.7x108 mm', fr: '12,7x108 mm' },
  '14.5x114': { en: '14.5x114 mm', fr: '14,5x114 mm' },
  '7.62mm': { en: '7.62 mm, case length not determined', fr: '7,62 mm, étui non déterminé' },
  '12.7mm': { en: '12.7 mm, case length not determined', fr: '12,7 mm, étui non déterminé' },
  '14.5mm': { en: '14.5 mm, case length not determined', fr: '14,5 mm, étui non déterminé' },
  '12GA': { en: '12 gauge', fr: 'calibre 12' },
  '32mm': { en: '32 mm (anti-tank grenade)', fr: '32 mm (grenade antichar)' },
  '40mm': { en: '40 mm (grenade, launch tube)', fr: '40 mm (grenade, tube de lancement)' },
  '57mm': { en: '57 mm (rocket)', fr: '57 mm (roquette)' },
  '60mm': { en: '60 mm (mortar)', fr: '60 mm (mortier)' },
  '81mm': { en: '81 mm (mortar)', fr: '81 mm (mortier)' },
  '82mm': { en: '82 mm (mortar)', fr: '82 mm (mortier)' },
  '107mm': { en: '107 mm (rocket)', fr: '107 mm (roquette)' },
  '120mm': { en: '120 mm (mortar)', fr: '120 mm (mortier)' },
  '122mm': { en: '122 mm (rocket)', fr: '122 mm (roquette)' },
  '130mm': { en: '130 mm (rocket)', fr: '130 mm (roquette)' },
  OTHER: { en: 'Other', fr: 'Autre' },
} as const satisfies Vocabulary;

export type CalibreCode = keyof typeof calibres;

const gauge = /^(?:12 ?(?:ga|gauge|bore|g)|calibre 12|cal\.? 12)$/;

/**
 * One spelling for what officers write in several: `12,7`, `12.7 mm`, `12.7 × 108mm`. What was written is
 * kept beside it.
 */
export function normaliseCalibre(text: string): string {
  const plain = text.normalize('NFKC').trim().toLowerCase();
  if (gauge.test(plain)) return '12GA';
  return plain
    .replaceAll(',', '.')
    .replace(/\s*(?:[x×*])\s*/g, 'x')
    .replace(/\s*mm\b\.?/g, '')
    .replace(/\s+/g, ' ')
    .replace(/(x\d+) ?r$/, '$1R')
    .trim();
}

/** The code for a calibre as an officer wrote it; `OTHER` where the list has none. */
export function calibreCode(text: string): CalibreCode {
  const normal = normaliseCalibre(text);
  return [normal, `${normal}mm`].find(isCalibreCode) ?? 'OTHER';
}

function isCalibreCode(text: string): text is CalibreCode {
  return Object.hasOwn(calibres, text);
}
