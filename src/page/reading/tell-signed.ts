import { eventRule } from '../../custody/catalogue.js';
import { describedAt } from '../../custody/schema/annotations.js';
import type { Text } from '../../custody/text.js';
import { isJsonObject, type JsonObject, type JsonValue, type SignedEvent } from '../../log/index.js';

/** Of one act; the rest is counted. */
const MAX_LINES = 200;
const MAX_CHARACTERS = 2000;

export interface SignedLine {
  readonly label: Text;
  readonly value: string;
}

/**
 * What was signed, member by member, under the words of its form. A withheld member stands with its digest, or with its
 * value where that was handed over.
 * @param disclosed values by the digest in their place
 */
export function tellSigned(
  { type, form, body }: SignedEvent,
  disclosed: ReadonlyMap<string, JsonValue>,
): readonly SignedLine[] {
  const schema = eventRule(type, form)?.body;
  const lines: SignedLine[] = [];
  const take = (value: JsonValue, pointer: string, label: Text): void => {
    if (lines.length > MAX_LINES) return;
    const digest = digestIn(value);
    const shown = digest === null ? value : (disclosed.get(digest) ?? null);
    if (digest !== null && !disclosed.has(digest)) {
      lines.push({ label, value: `— (${digest})` });
    } else if (typeof shown === 'object' && shown !== null) {
      for (const [name, member] of Object.entries(shown)) {
        const place = `${pointer}/${name}`;
        take(member, place, labelled(label, schema && describedAt(schema, place), name));
      }
    } else if (shown !== null && shown !== '') {
      lines.push({ label, value: String(shown).slice(0, MAX_CHARACTERS) });
    }
  };
  for (const [name, member] of Object.entries(body)) {
    take(member, `/${name}`, labelled(null, schema && describedAt(schema, `/${name}`), name));
  }
  if (lines.length <= MAX_LINES) return lines;
  return [...lines.slice(0, MAX_LINES), { label: { en: '…', fr: '…' }, value: '…' }];
}

function labelled(outer: Text | null, words: Text | undefined, name: string): Text {
  const isPlace = /^\d+$/.test(name);
  const own = {
    en: (words?.en ?? '') || name,
    fr: (words?.fr ?? '') || name,
  };
  if (outer === null) return own;
  if (isPlace) return { en: `${outer.en} ${Number(name) + 1}`, fr: `${outer.fr} ${Number(name) + 1}` };
  return { en: `${outer.en} – ${own.en}`, fr: `${outer.fr} – ${own.fr}` };
}

function digestIn(value: JsonValue): string | null {
  if (!isJsonObject(value) || Object.keys(value).length !== 1) return null;
  return typeof value._sd === 'string' ? value._sd : null;
}

/** Digests in a body whose values are not handed over. */
export function countWithheld(body: JsonObject, disclosed: ReadonlyMap<string, JsonValue>): number {
  let count = 0;
  const open: JsonValue[] = [body];
  for (let value = open.pop(); value !== undefined; value = open.pop()) {
    const digest = digestIn(value);
    if (digest !== null) count += disclosed.has(digest) ? 0 : 1;
    else if (typeof value === 'object' && value !== null) open.push(...Object.values(value));
  }
  return count;
}
