import type { Text } from '../../../custody/text.js';
import type { Vocabulary } from '../../../custody/vocabulary/vocabulary.js';
import { isJsonObject, type JsonObject, type JsonValue } from '../../../log/index.js';
import type { ActRead } from '../contents-reading.js';
import { tellMomentWithZone } from '../tell-moment.js';

/** What a reader asks of something, with everything that answers it; several answers are a list. */
export interface Fact {
  readonly label: Text;
  readonly values: readonly Text[];
}

/** A fact with the answers that there are; nothing where there are none. */
export function fact(en: string, fr: string, ...values: readonly (Text | null)[]): readonly Fact[] {
  const told = values.filter(value => value !== null);
  return told.length === 0 ? [] : [{ label: { en, fr }, values: told }];
}

/** As it was written, in whatever language. */
export function asWritten(text: string): Text | null {
  return text === '' ? null : { en: text, fr: text };
}

/** Parts that there are, one after the other. */
export function joined(separator: string | Text, ...parts: readonly (Text | null)[]): Text | null {
  const told = parts.filter(part => part !== null);
  if (told.length === 0) return null;
  const { en, fr } = typeof separator === 'string' ? { en: separator, fr: separator } : separator;
  return { en: told.map(text => text.en).join(en), fr: told.map(text => text.fr).join(fr) };
}

export function wordsOf(vocabulary: Vocabulary, code: string): Text | null {
  return Object.hasOwn(vocabulary, code) ? (vocabulary[code] ?? null) : asWritten(code);
}

/** A value under a word of its own, within an answer. */
export function labelled(en: string, fr: string, value: Text | null): Text | null {
  return value && { en: `${en}: ${value.en}`, fr: `${fr} : ${value.fr}` };
}

/** A moment as people read it, in both languages. */
export function momentOf(at: JsonValue | undefined, precision: string | null = null): Text | null {
  if (typeof at !== 'string' || at === '') return null;
  const moment = { at, precision, clockDoubt: null };
  return { en: tellMomentWithZone(moment, 'en'), fr: tellMomentWithZone(moment, 'fr') };
}

/** A day, `YYYY-MM-DD`. */
export function dayOf(day: JsonValue | undefined): Text | null {
  return momentOf(day, 'DAY');
}

const kept = Symbol('withheld');

const withheldText: Text = { en: 'withheld', fr: 'réservé' };

/** The members of an act's body, each as it was handed over. */
export class Members {
  readonly #object: JsonObject;
  readonly #disclosed: ActRead['disclosed'];

  constructor(object: JsonObject, disclosed: ActRead['disclosed']) {
    this.#object = object;
    this.#disclosed = disclosed;
  }

  static of({ event, disclosed }: ActRead): Members {
    return new Members(event.body, disclosed);
  }

  /**
   * A member in words: of a choice those of its vocabulary, of a text in two languages both; said to be withheld where
   * it was not handed over; of any other object its members one after the other. Null where there is none, or it is a list.
   */
  text(name: string, vocabulary: Vocabulary = {}): Text | null {
    const value = this.#opened(name);
    return value === kept ? withheldText : tellValue(value, vocabulary);
  }

  /** An object inside; one without members where there is none, or it is withheld. */
  within(name: string): Members {
    const value = this.#opened(name);
    return new Members(value !== kept && isJsonObject(value) ? value : {}, this.#disclosed);
  }

  /** Each object of a list. */
  each(name: string): readonly Members[] {
    const value = this.#opened(name);
    if (!Array.isArray(value)) return [];
    return (value as readonly JsonValue[]).filter(isJsonObject).map(one => new Members(one, this.#disclosed));
  }

  /** Each text of a list. */
  texts(name: string, vocabulary: Vocabulary = {}): readonly Text[] {
    const value = this.#opened(name);
    if (!Array.isArray(value)) return [];
    return (value as readonly JsonValue[]).flatMap(one => tellValue(one, vocabulary) ?? []);
  }

  /** As it stands there: for moments and numbers. */
  raw(name: string): JsonValue | undefined {
    return Object.hasOwn(this.#object, name) ? this.#object[name] : undefined;
  }

  #opened(name: string): JsonValue | typeof kept {
    const value = this.raw(name) ?? null;
    if (!isJsonObject(value) || typeof value._sd !== 'string') return value;
    return this.#disclosed.get(value._sd) ?? kept;
  }
}

function tellValue(value: JsonValue, vocabulary: Vocabulary): Text | null {
  if (typeof value === 'boolean') return value ? { en: 'yes', fr: 'oui' } : { en: 'no', fr: 'non' };
  if (typeof value === 'string' || typeof value === 'number') return wordsOf(vocabulary, String(value));
  if (!isJsonObject(value) || '_sd' in value) return isJsonObject(value) ? withheldText : null;
  const { code, text, en, fr } = value;
  if (typeof code === 'string') {
    return joined(', ', wordsOf(vocabulary, code), typeof text === 'string' ? asWritten(text) : null);
  }
  if (typeof en === 'string' && typeof fr === 'string') return { en, fr };
  return joined(', ', ...Object.values(value).map(member => tellValue(member, {})));
}
