import type { Language, Text } from '../custody/text.js';

/** How many examples of each kind a list names. */
const MAX_NAMED = 20;

/** What an export that holds does not show, in words (log-format section 12), in the order of the checks. */
export class NotProven {
  readonly #texts: Text[] = [];

  add(text: Text): void {
    this.#texts.push(text);
  }

  /** Nothing where there are none; the first twenty are named. */
  addSome(what: Text, names: readonly (string | number)[]): void {
    if (names.length === 0) return;
    const more = names.length - MAX_NAMED;
    const named = names.slice(0, MAX_NAMED).join(', ');
    this.add({
      en: `${what.en} (${names.length}): ${named}${more > 0 ? ` and ${more} more` : ''}`,
      fr: `${what.fr} (${names.length}) : ${named}${more > 0 ? ` et ${more} de plus` : ''}`,
    });
  }

  in(language: Language): readonly string[] {
    return this.#texts.map(text => text[language]);
  }
}
