import type { Language } from '../../custody/text.js';

/** Words for one and for several, per language; `#` stands for the number. */
export interface Counted {
  readonly en: readonly [one: string, several: string];
  readonly fr: readonly [one: string, several: string];
}

/** A number with its words: nought is several in English and one in French. */
export function counted(count: number, words: Counted, language: Language): string {
  const isOne = language === 'fr' ? count < 2 : count === 1;
  const number = new Intl.NumberFormat(language).format(count);
  return words[language][isOne ? 0 : 1].replace('#', number);
}
