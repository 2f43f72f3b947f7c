import { sha256 } from '../../log/index.js';
import { unreadableCharacter } from '../evidence/record/marks.js';

/** Beyond that a key is cut and ends in its hash: an index holds no longer ones. */
const longestKey = 80;

/**
 * A producer as it is compared: `Usine 539 (Toula)` and `USINE 539 TOULA` are one. Accents, case and punctuation do not
 * count, words and digits do. The original stands beside it.
 */
export function producerKey(producer: string | null): string | null {
  return producer === null ? null : keyOf(plain(producer).replace(/[^\p{L}\p{N}]+/gu, ' '));
}

/** A model or lot as it is compared: `AK-47`, `AK 47` and `ak47` are one. */
export function compactKey(text: string | null): string | null {
  return text === null || text.includes(unreadableCharacter) ? null : keyOf(compact(text));
}

/**
 * A serial number as it is compared in search of candidates: O is read as 0, I and L as 1, zeros in front do not count.
 * Two numbers of one key may be one number, and need not be. Of a number that was not read whole there is none.
 */
export function serialKey(serial: string | null): string | null {
  if (serial === null || serial.includes(unreadableCharacter)) return null;
  const folded = compact(serial).replaceAll('O', '0').replace(/[IL]/g, '1').replace(/^0+/, '');
  return keyOf(folded);
}

/** Of which the length of the case was not determined: no calibre of a sample (V4). */
const undetermined: readonly string[] = ['7.62mm', '12.7mm', '14.5mm'];

export function isCalibreOfSample(calibre: string): boolean {
  return !undetermined.includes(calibre);
}

interface Sampled {
  readonly category: string;
  readonly calibre: string | null;
  readonly producer: string | null;
  readonly year: number | null;
}

/**
 * V5: calibre, producer and year of ammunition, exactly; null where one of them is missing, for a partial key is no sample.
 * A diameter alone is no calibre in here: it may be that of several.
 */
export function sampleKey({ category, calibre, producer, year }: Sampled): string | null {
  const by = producerKey(producer);
  if (category !== 'AMMUNITION' || calibre === null || by === null || year === null) return null;
  const of = keyOf(calibre);
  return of === null || !isCalibreOfSample(calibre) ? null : `${of} / ${by} / ${year}`;
}

function plain(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toUpperCase();
}

function compact(text: string): string {
  return plain(text).replace(/[^\p{L}\p{N}]+/gu, '');
}

function keyOf(text: string): string | null {
  const key = text.trim();
  if (key === '') return null;
  const characters = Array.from(key);
  if (characters.length <= longestKey) return key;
  const hash = Array.from(sha256(new TextEncoder().encode(key)).subarray(0, 8), byte =>
    byte.toString(16).padStart(2, '0'),
  ).join('');
  return `${characters.slice(0, longestKey).join('')}…${hash}`;
}
