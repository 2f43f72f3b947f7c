import { isJsonObject, type JsonObject, type JsonValue } from '../../log/index.js';
import { evidenceNumber } from '../evidence/number.js';
import { alternativeOf, asSchema, type SchemaNode } from '../schema/alternative.js';
import { spokenLabel } from '../schema/spoken-label.js';
import { subjectNamed } from '../schema/subject-named.js';
import { isWithheld } from '../schema/withheld.js';
import type { Text } from '../text.js';
import { wordsOfCode } from '../vocabulary/every-vocabulary.js';
import { subCategoryWords } from '../vocabulary/materiel.js';

/** What stands by itself in a signed body: a text, a number, a yes or no, a choice with its words, a withheld claim. */
export interface SignedMember {
  /** JSON pointer inside the body. */
  readonly pointer: string;
  /** What governs the value; nothing where the form is not known. */
  readonly schema: SchemaNode;
  readonly value: JsonValue;
  /** The words of its form, from the outermost member inwards. */
  readonly label: Text;
  /** A code in words, with the code beside; of what is withheld and not handed over that it is, with its digest. */
  readonly told: Text;
}

type Disclosed = ReadonlyMap<string, JsonValue>;

/**
 * What was signed, member by member, in the order in which it stands; what is null or empty is passed over.
 * @param schema of the body; without one members stand under their names
 * @param disclosed values by the digest in their place: such a member stands with its value
 */
export function signedMembers(
  schema: object | undefined,
  body: JsonObject,
  disclosed: Disclosed,
): Generator<SignedMember> {
  return inside({ ...atTop, schema: asSchema(schema), value: body }, disclosed);
}

/** A value, the schema that governs it, and the words it stands under. */
interface Place {
  readonly pointer: string;
  readonly schema: SchemaNode;
  readonly value: JsonValue;
  /** Null at the top. */
  readonly label: Text | null;
  /** Of a sub-category, the code of its category. */
  readonly category: string;
}

const atTop = { pointer: '', label: null, category: '' };

function* inside(place: Place, disclosed: Disclosed): Generator<SignedMember> {
  const { value, pointer, label } = place;
  const schema = alternativeOf(place.schema, value);
  const member = (told: Text): SignedMember => ({ pointer, schema, value, label: label ?? alike(''), told });
  if (isWithheld(value)) {
    const claim = disclosed.get(value._sd);
    if (claim === undefined) yield member(withheld(value._sd));
    else yield* inside({ ...place, schema: asSchema(schema['x-withheld']), value: claim }, disclosed);
  } else if (Array.isArray(value)) {
    for (const [position, one] of (value as readonly JsonValue[]).entries())
      yield* inside(
        {
          ...place,
          pointer: `${pointer}/${position}`,
          schema: asSchema(schema.items),
          value: one,
          label: label && numbered(label, position + 1),
        },
        disclosed,
      );
  } else if (isJsonObject(value)) {
    const coded = codedValue(schema, value, place.category);
    if (coded !== null) yield member(coded);
    else for (const one of membersOf({ ...place, schema }, value)) yield* inside(one, disclosed);
  } else if (value !== null && value !== '') {
    yield member(plain(schema, value as string | number | boolean));
  }
}

function membersOf({ pointer, schema, label }: Place, value: JsonObject): readonly Place[] {
  const known = asSchema(schema.properties);
  const category = codeIn(value.category);
  return Object.entries(value).map(([name, member]) => {
    const governing = asSchema(Object.hasOwn(known, name) ? known[name] : undefined);
    return {
      pointer: `${pointer}/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`,
      schema: governing,
      value: member,
      label: labelled(label, governing, name),
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
  const text = typeof value.text === 'string' ? ` – ${value.text}` : '';
  return { en: `${told.en}${text}`, fr: `${told.fr}${text}` };
}

function codeIn(value: JsonValue | undefined): string {
  const code = isJsonObject(value ?? null) ? (value as JsonObject).code : undefined;
  return typeof code === 'string' ? code : '';
}

function plain(schema: SchemaNode, value: string | number | boolean): Text {
  if (value === true) return { en: 'yes', fr: 'oui' };
  if (value === false) return { en: 'no', fr: 'non' };
  const code = String(value);
  const number = itemNumber(schema, code);
  if (number !== null) return alike(`${number} (${code})`);
  const told = Array.isArray(schema.enum) ? wordsOfCode(schema.enum.map(String), code) : undefined;
  return told === undefined ? alike(code) : beside(told, code);
}

/** An item by the number that is printed on it; null of anything else. */
function itemNumber(schema: SchemaNode, value: string): string | null {
  const subject = subjectNamed(schema, value);
  return subject?.startsWith('evidence/') ? evidenceNumber(subject.slice('evidence/'.length)) : null;
}

function beside({ en, fr }: Text, code: string): Text {
  return { en: `${en} (${code})`, fr: `${fr} (${code})` };
}

function withheld(digest: string): Text {
  return { en: `withheld (digest ${digest})`, fr: `réservé (empreinte ${digest})` };
}

function labelled(outer: Text | null, schema: SchemaNode, name: string): Text {
  const {
    label: { en, fr },
  } = spokenLabel(schema, name);
  return outer === null ? { en, fr } : { en: `${outer.en} – ${en}`, fr: `${outer.fr} – ${fr}` };
}

function numbered({ en, fr }: Text, number: number): Text {
  return { en: `${en} (${number})`, fr: `${fr} (${number})` };
}

function alike(text: string): Text {
  return { en: text, fr: text };
}
