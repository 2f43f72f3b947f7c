import type { Kind } from '../../custody/schema/identifiers.js';
import type { Language, Text } from '../../custody/text.js';
import { isJsonObject, type JsonObject, type JsonValue } from '../../log/index.js';

/** A subject with what is known of it: members of its summary, and of its state where that may be read. */
export interface KnownSubject {
  readonly id: string;
  readonly facts: JsonObject;
}

/** A kind of subject as it is listed and named on the command line. */
export interface ListedKind {
  readonly kind: Kind;
  /** In `scelle list WORD` and in the address `/v1/<path>`. */
  readonly word: string;
  readonly path: string;
  readonly singular: Text;
  /** What people call it: number, name, code. Empty where it has nothing but its UUID. */
  readonly namesOf: (subject: KnownSubject) => readonly string[];
  /** The filter of the list by such a name, where there is one. */
  readonly filter: string | null;
  /** Further columns of a list, with their headings. */
  readonly headings: readonly Text[];
  readonly cellsOf: (subject: KnownSubject, language: Language) => readonly string[];
}

export const by =
  (...members: readonly string[]) =>
  ({ facts }: KnownSubject) =>
    members.map(member => textOf(facts[member])).filter(text => text !== '');

export function textOf(value: JsonValue | undefined): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

export function memberOf(value: JsonValue | undefined, name: string): string {
  return isJsonObject(value ?? null) ? textOf((value as JsonObject)[name]) : '';
}

export function yesOrNo(value: boolean, language: Language): string {
  if (language === 'fr') return value ? 'oui' : 'non';
  return value ? 'yes' : 'no';
}
