import type { Language, Text } from '../custody/text.js';

/** How many examples of each kind a list for people names. */
const MAX_NAMED = 20;

/** One line of the verdict; `told` is what people read instead, null where another line tells it. */
interface Line {
  readonly text: Text | null;
  readonly told: Text | null;
}

/** What an export that holds does not show, in words (log-format section 12), in the order of the checks. */
export class NotProven {
  readonly #lines: Line[] = [];

  add(text: Text): void {
    this.#lines.push({ text, told: text });
  }

  /** Nothing where there are none; of many, people read the first twenty. */
  addSome(what: Text, names: readonly (string | number)[]): void {
    if (names.length === 0) return;
    this.#lines.push({
      text: listed(what, names, names.length),
      told: listed(what, names.slice(0, MAX_NAMED), names.length),
    });
  }

  /** One line each for machines, and fewer words about them all for people. */
  addAll(texts: readonly Text[], told: readonly Text[]): void {
    // One by one: an export can hold more of them than a call takes arguments.
    for (const text of texts) this.#lines.push({ text, told: null });
    for (const text of told) this.#lines.push({ text: null, told: text });
  }

  /** Of each of many alike, whole for machines: people read the first twenty. */
  addEach(texts: readonly Text[]): void {
    const more = texts.length - MAX_NAMED;
    const rest: Text = { en: `… and ${more} more like these`, fr: `… et ${more} autres du même genre` };
    this.addAll(texts, [...texts.slice(0, MAX_NAMED), ...(more > 0 ? [rest] : [])]);
  }

  in(language: Language): readonly string[] {
    return this.#lines.flatMap(({ text }) => text?.[language] ?? []);
  }

  /** The same for people. */
  toldIn(language: Language): readonly string[] {
    return this.#lines.flatMap(({ told }) => told?.[language] ?? []);
  }
}

function listed({ en, fr }: Text, names: readonly (string | number)[], count: number): Text {
  const more = count - names.length;
  const named = names.join(', ');
  return {
    en: `${en} (${count}): ${named}${more > 0 ? ` and ${more} more` : ''}`,
    fr: `${fr} (${count}) : ${named}${more > 0 ? ` et ${more} de plus` : ''}`,
  };
}
