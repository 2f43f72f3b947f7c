import { isJsonObject, type JsonObject, type JsonValue } from '../../log/index.js';
import type { Text } from '../text.js';
import { type SpokenLabel, spokenLabel } from './spoken-label.js';
import { subjectNamed } from './subject-named.js';
import { isWithheld } from './withheld.js';

/** A field of a form as it is told: its label, and what stands there; null for a heading over others. */
export interface FormField {
  readonly label: Text;
  /** 0 at the top of the form. */
  readonly depth: number;
  readonly value: Text | null;
  /** Nothing stands there: the value says so. */
  readonly isEmpty: boolean;
}

type Node = Readonly<Record<string, unknown>>;

export interface FormWords {
  /** Words of a code, by the codes that may stand there; undefined: it stands for itself. */
  readonly tell: (codes: readonly string[], code: string) => Text | undefined;
  readonly yes: Text;
  readonly no: Text;
  readonly withheld: Text;
  /** Of an empty field whose form does not say what that stands for. */
  readonly none: Text;
  /** What people call a subject, `<kind>/<UUID>`; undefined: it stands as it is. */
  readonly name?: (subject: string) => string | undefined;
}

/**
 * Every field of a form with its label, in the order of the form, none left out: an empty one says so. A choice with
 * words beside it is one field.
 * @param leave members at the top that are told elsewhere
 */
export function formFields(
  schema: object,
  body: JsonObject,
  words: FormWords,
  leave: readonly string[],
): readonly FormField[] {
  return memberFields(schema as Node, body, words, 0)
    .filter(({ name }) => !leave.includes(name))
    .flatMap(({ fields }) => fields);
}

function memberFields(schema: Node, body: JsonObject, words: FormWords, depth: number) {
  return Object.entries(asNode(schema.properties))
    .filter(([name]) => Object.hasOwn(body, name))
    .map(([name, node]) => ({
      name,
      fields: valueFields(
        asNode(node),
        body[name] ?? null,
        { ...spokenLabel(asNode(node), name), depth },
        words,
      ),
    }));
}

type Place = SpokenLabel & Pick<FormField, 'depth'>;

function valueFields(node: Node, value: JsonValue, place: Place, words: FormWords): readonly FormField[] {
  const { label, depth, whenEmpty } = place;
  const field = (told: Text, isEmpty = false): readonly FormField[] => [
    { label, depth, value: told, isEmpty },
  ];
  if (value === null || (Array.isArray(value) && value.length === 0))
    return field(whenEmpty ?? words.none, true);
  if (isWithheld(value)) return field(words.withheld);
  const schema = chosen(node, value);
  if (Array.isArray(value)) {
    return value.flatMap((item, position) =>
      valueFields(asNode(schema.items), item, numbered(place, position + 1, value.length), words),
    );
  }
  if (!isJsonObject(value)) return field(plain(schema, value, words));
  if (schema['x-coded'] === true) return field(choice(schema, value, words));
  const inside = memberFields(schema, value, words, depth + 1).flatMap(({ fields }) => fields);
  return [{ label, depth, value: null, isEmpty: false }, ...inside];
}

function numbered({ label, ...place }: Place, position: number, count: number): Place {
  const of = `${position}/${count}`;
  return { ...place, label: { en: `${label.en} ${of}`, fr: `${label.fr} ${of}` } };
}

/** `{"code", "text"}`: what was written takes the place of `OTHER`, and stands beside any other code. */
function choice(schema: Node, { code = null, text = null }: JsonObject, words: FormWords): Text {
  const written = text === null ? null : asIs(text);
  if (code === 'OTHER' && written !== null) return written;
  const told = plain(asNode(asNode(schema.properties).code), code, words);
  return written === null ? told : { en: `${told.en} – ${written.en}`, fr: `${told.fr} – ${written.fr}` };
}

function plain(schema: Node, value: JsonValue, { tell, yes, no, name }: FormWords): Text {
  if (value === true) return yes;
  if (value === false) return no;
  const subject = subjectNamed(schema, value);
  if (subject !== null) return asIs(name?.(subject) ?? subject);
  const told = Array.isArray(schema.enum) ? tell(schema.enum.map(String), String(value)) : undefined;
  return told ?? asIs(value);
}

function asIs(value: JsonValue): Text {
  const text = String(value);
  return { en: text, fr: text };
}

/** Of a union the alternative that the value is of; of a withheld claim that is told, what was withheld. */
function chosen(node: Node, value: JsonValue): Node {
  if (node['x-withheld'] !== undefined) return asNode(node['x-withheld']);
  const options = Array.isArray(node.anyOf) ? node.anyOf.map(asNode) : [];
  const fitting = options.find(option => option.type !== 'null');
  return fitting === undefined ? node : chosen(fitting, value);
}

function asNode(value: unknown): Node {
  return typeof value === 'object' && value !== null ? (value as Node) : {};
}
