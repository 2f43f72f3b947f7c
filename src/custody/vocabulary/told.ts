import { roles } from '../roles.js';
import type { Text } from '../text.js';
import { capacities } from './capacities.js';
import { tellQuantity } from './quantity.js';
import type { Vocabulary } from './vocabulary.js';

/** A code as people read it. A list of codes is joined with ", "; what is no code stays as it is. */
export type Telling = (value: string) => Text;

/** The words alone, as they go on in a sentence: for states, which nobody types. */
export function inWords(vocabulary: Vocabulary): Telling {
  return each(code => {
    const words = lookUp(vocabulary, code);
    return words && { en: lowered(words.en), fr: lowered(words.fr) };
  });
}

/** The words and the code: for what is typed. */
export function inWordsAndCode(vocabulary: Vocabulary): Telling {
  return each(code => {
    const words = lookUp(vocabulary, code);
    return words && { en: withCode(words.en, code), fr: withCode(words.fr, code) };
  });
}

function withCode(words: string, code: string): string {
  return words === code ? words : `${words} (${code})`;
}

export const roleTold: Telling = inWordsAndCode(
  Object.fromEntries(Object.entries(roles).map(([code, { title }]) => [code, title])),
);

export const capacityTold: Telling = inWordsAndCode(capacities);

/** `143 PIECE`, as a quantity stands in a parameter. */
export const quantityTold: Telling = value => {
  const [amount = '', unit] = value.split(' ');
  return unit === undefined
    ? { en: value, fr: value }
    : tellQuantity({ amount: amount === '?' ? null : amount, unit });
};

function each(tell: (code: string) => Text | undefined): Telling {
  return value => {
    const told = value.split(', ').map(code => tell(code) ?? { en: code, fr: code });
    return { en: told.map(({ en }) => en).join(', '), fr: told.map(({ fr }) => fr).join(', ') };
  };
}

function lookUp(vocabulary: Vocabulary, code: string): Text | undefined {
  return Object.hasOwn(vocabulary, code) ? vocabulary[code] : undefined;
}

/** An abbreviation keeps its capitals; an elided article is none. */
function lowered(words: string): string {
  return /^\p{Lu}[\p{Ll}’']/u.test(words) ? `${words.charAt(0).toLowerCase()}${words.slice(1)}` : words;
}
