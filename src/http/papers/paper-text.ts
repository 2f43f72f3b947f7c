import type { Occurrence } from '../../custody/schema/occurrence.js';
import type { Language, Text } from '../../custody/text.js';
import { units } from '../../custody/vocabulary/quantity.js';
import { paperWords } from './transfer-words.js';

/** Says everything of one paper in one language. */
export type Say = (text: Text) => string;

export function sayIn(language: Language): Say {
  return text => text[language];
}

/** `Seal: `, with the space before the colon that French wants. */
export function labelled(label: Text, say: Say): string {
  return `${say(label)}${say(paperWords.colon)}`;
}

/** Words of a code; a code nobody knows any more stands for itself. */
export function codeIn(words: Readonly<Record<string, Text>>, code: string, say: Say): string {
  const known = Object.hasOwn(words, code) ? words[code] : undefined;
  return known === undefined ? code : say(known);
}

const shown: Readonly<Record<string, number>> = {
  SECOND: 19,
  MINUTE: 16,
  HOUR: 13,
  DAY: 10,
  MONTH: 7,
  YEAR: 4,
};

/** No more of a time than is known of it. */
export function timeText({ at, precision }: Pick<Occurrence, 'at' | 'precision'>): string {
  const length = shown[precision] ?? 19;
  return `${at.slice(0, length).replace('T', ' ')}${length > 10 ? ' UTC' : ''}`;
}

export function minuteText(at: string): string {
  return timeText({ at, precision: 'MINUTE' });
}

export interface PrintedQuantity {
  readonly amount: string | null;
  readonly unit: string;
}

export function quantityOnPaper({ amount, unit }: PrintedQuantity, say: Say): string {
  return amount === null ? say(paperWords.notStated) : `${amount} (${codeIn(units, unit, say)})`;
}
