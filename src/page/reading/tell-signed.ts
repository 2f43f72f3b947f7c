import { eventRule } from '../../custody/catalogue.js';
import { evidenceNumber } from '../../custody/evidence/number.js';
import { alternativeOf, asSchema, type SchemaNode } from '../../custody/schema/alternative.js';
import { isWithheld } from '../../custody/schema/withheld.js';
import type { Text } from '../../custody/text.js';
import { wordsOfCode } from '../../custody/vocabulary/every-vocabulary.js';
import { subCategoryWords } from '../../custody/vocabulary/materiel.js';
import { isJsonObject, type JsonObject, type JsonValue, type SignedEvent } from '../../log/index.js';

/** Of one act; the rest is counted. */
const MAX_LINES = 200;
const MAX_CHARACTERS = 2000;

export interface SignedLine {
  readonly label: Text;
  readonly value: Text;
}

type Disclosed = ReadonlyMap<string, JsonValue>;

/**
 * What was signed, member by member, under the words of its form; a code in words, with the code beside. A withheld
 * member is said to be, with its digest, or stands with its value where that was handed over.
 * @param disclosed values by the digest in their place
 */
export function tellSigned({ type, form, body }: SignedEvent, disclosed: Disclosed): readonly SignedLine[] {
  const lines: SignedLine[] = [];
  const schema = asSchema(eventRule(type, form)?.body);
  for (const member of membersOf(schema, body, null)) takeLines(member, disclosed, lines);
  if (lines.length <= MAX_LINES) return lines;
  return [...lines.slice(0, MAX_LINES), { label: alike('…'), value: alike('…') }];
}

/** A value, the schema that governs it, and the words it stands under. */
interface Place {
  readonly schema: SchemaNode;
  readonly value: JsonValue;
  readonly label: Text;
  /** Of a sub-category, the code of its category. */
  readonly category: string;
}

function takeLines(place: Place, disclosed: Disclosed, lines: SignedLine[]): void {
  if (lines.length > MAX_LINES) return;
  const { value, label } = place;
  const schema = alternativeOf(place.schema, value);
  if (isWithheld(value)) {
    const told = disclosed.get(value._sd);
    if (told === undefined) lines.push({ label, value: withheld(value._sd) });
    else takeLines({ ...place, schema: asSchema(schema['x-withheld']), value: told }, disclosed, lines);
  } else if (Array.isArray(value)) {
    for (const [position, one] of (value as readonly JsonValue[]).entries())
      takeLines(
        { ...place, schema: asSchema(schema.items), value: one, label: numbered(label, position + 1) },
        disclosed,
        lines,
      );
  } else if (isJsonObject(value)) {
    const coded = codedValue(schema, value, place.category);
    if (coded !== null) lines.push({ label, value: coded });
    else for (const member of membersOf(schema, value, label)) takeLines(member, disclosed, lines);
  } else if (value !== null && value !== '') {
    lines.push({ label, value: plain(schema, value as string | number | boolean) });
  }
}

function membersOf(schema: SchemaNode, value: JsonObject, outer: Text | null): readonly Place[] {
  const known = asSchema(schema.properties);
  const category = codeIn(value.category);
  return Object.entries(value).map(([name, member]) => {
    const inside = asSchema(Object.hasOwn(known, name) ? known[name] : undefined);
    return {
      schema: inside,
      value: member,
      label: labelled(outer, inside, name),
      category: name === 'subCategory' ? category : '',
    };
  });
}

/** A choice from a vocabulary with the words beside it; null where it is none. */
function codedValue(schema: SchemaNode, value: JsonObject, category: string): Text | null {
  const code = codeIn(value);
  if (schema['x-coded'] !== true || code === '') return null;
  const words = subCategoryWords(category, code);
  const told =
    words === undefined ? plain(asSchema(asSchema(schema.properties).code), code) : beside(words, code);
  const text = typeof value.text === 'string' ? ` – ${shortened(value.text)}` : '';
  return { en: `${told.en}${text}`, fr: `${told.fr}${text}` };
}

function codeIn(value: JsonValue | undefined): string {
  const code = isJsonObject(value ?? null) ? (value as JsonObject).code : undefined;
  return typeof code === 'string' ? code : '';
}

function plain(schema: SchemaNode, value: string | number | boolean): Text {
  if (value === true) return { en: 'yes', fr: 'oui' };
  if (value === false) return { en: 'no', fr: 'non' };
  const code = shortened(String(value));
  const number = itemNumber(schema, code);
  if (number !== null) return alike(`${number} (${code})`);
  const told = Array.isArray(schema.enum) ? wordsOfCode(schema.enum.map(String), code) : undefined;
  return told === undefined ? alike(code) : beside(told, code);
}

/** An item by the number that is printed on it; null of anything else. */
function itemNumber(schema: SchemaNode, value: string): string | null {
  const id = schema['x-subject'] === 'evidence' ? value : /^evidence\/(.*)$/.exec(value)?.[1];
  return id !== undefined && isUuid.test(id) ? evidenceNumber(id) : null;
}

const isUuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

function beside({ en, fr }: Text, code: string): Text {
  return { en: `${en} (${code})`, fr: `${fr} (${code})` };
}

function withheld(digest: string): Text {
  return { en: `withheld (digest ${digest})`, fr: `réservé (empreinte ${digest})` };
}

function shortened(text: string): string {
  return text.length > MAX_CHARACTERS ? `${text.slice(0, MAX_CHARACTERS)}…` : text;
}

function labelled(outer: Text | null, { description, 'x-fr': french }: SchemaNode, name: string): Text {
  const en = typeof description === 'string' && description !== '' ? description : name;
  const fr = typeof french === 'string' && french !== '' ? french : name;
  return outer === null ? { en, fr } : { en: `${outer.en} – ${en}`, fr: `${outer.fr} – ${fr}` };
}

function numbered({ en, fr }: Text, number: number): Text {
  return { en: `${en} (${number})`, fr: `${fr} (${number})` };
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
