import { eventRule } from '../../custody/catalogue.js';
import { signedMembers } from '../../custody/common/signed-members.js';
import { isWithheld } from '../../custody/schema/withheld.js';
import type { Text } from '../../custody/text.js';
import type { JsonObject, JsonValue, SignedEvent } from '../../log/index.js';

/** Of one act; the rest is counted. */
const MAX_LINES = 200;
const MAX_CHARACTERS = 2000;

export interface SignedLine {
  readonly label: Text;
  readonly value: Text;
}

type Disclosed = ReadonlyMap<string, JsonValue>;

/**
 * What was signed, member by member, under the words of its form, as far as a page can show it.
 * @param disclosed values by the digest in their place
 */
export function tellSigned({ type, form, body }: SignedEvent, disclosed: Disclosed): readonly SignedLine[] {
  const lines: SignedLine[] = [];
  for (const { label, told } of signedMembers(eventRule(type, form)?.body, body, disclosed)) {
    if (lines.length === MAX_LINES) return [...lines, { label: alike('…'), value: alike('…') }];
    lines.push({ label, value: { en: shortened(told.en), fr: shortened(told.fr) } });
  }
  return lines;
}

function shortened(text: string): string {
  return text.length > MAX_CHARACTERS ? `${text.slice(0, MAX_CHARACTERS)}…` : text;
}

function alike(text: string): Text {
  return { en: text, fr: text };
}

/** Digests in a body whose values are not handed over. */
export function countWithheld(body: JsonObject, disclosed: Disclosed): number {
  let count = 0;
  const open: JsonValue[] = [body];
  for (let value = open.pop(); value !== undefined; value = open.pop()) {
    if (isWithheld(value)) count += disclosed.has(value._sd) ? 0 : 1;
    else if (typeof value === 'object' && value !== null) open.push(...Object.values(value));
  }
  return count;
}
