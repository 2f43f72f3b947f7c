import { isWithheld } from '../../custody/schema/withheld.js';
import type { Text } from '../../custody/text.js';
import { isJsonObject, type JsonObject, type JsonValue } from '../../log/index.js';
import type { Say } from './paper-text.js';

/** A field of a form as it is printed: its label, and what stands there; null for a heading over others. */
export interface FormRow {
  readonly label: string;
  readonly depth: number;
  readonly value: string | null;
}

type Node = Readonly<Record<string, unknown>>;

export interface FormWords {
  readonly say: Say;
  /** Words of a code, by the codes that may stand there. */
  readonly vocabularyOf: (codes: readonly string[]) => Readonly<Record<string, Text>> | undefined;
  readonly yes: Text;
  readonly no: Text;
  readonly withheld: Text;
  readonly none: Text;
}

/**
 * Every field of a form with its label, in the order of the form, none left out: an empty one says so.
 * @param leave members at the top that are printed elsewhere
 */
export function formRows(
  schema: object,
  body: JsonObject,
  words: FormWords,
  leave: readonly string[],
): readonly FormRow[] {
  return memberRows(schema as Node, body, words, 0)
    .filter(({ name }) => !leave.includes(name))
    .flatMap(({ rows }) => rows);
}

function memberRows(schema: Node, body: JsonObject, words: FormWords, depth: number) {
  return Object.entries(asNode(schema.properties))
    .filter(([name]) => Object.hasOwn(body, name))
    .map(([name, node]) => ({
      name,
      rows: valueRows(
        asNode(node),
        body[name] ?? null,
        { label: labelOf(asNode(node), name, words), depth },
        words,
      ),
    }));
}

interface Place {
  readonly label: string;
  readonly depth: number;
}

function valueRows(
  node: Node,
  value: JsonValue,
  { label, depth }: Place,
  words: FormWords,
): readonly FormRow[] {
  const row = (text: string): readonly FormRow[] => [{ label, depth, value: text }];
  if (value === null || (Array.isArray(value) && value.length === 0)) return row(words.say(words.none));
  if (isWithheld(value)) return row(words.say(words.withheld));
  const schema = chosen(node, value);
  if (Array.isArray(value)) {
    return value.flatMap((item, position) =>
      valueRows(
        asNode(schema.items),
        item,
        { label: `${label} ${position + 1}/${value.length}`, depth },
        words,
      ),
    );
  }
  if (!isJsonObject(value)) return row(plain(schema, value, words));
  const inside = memberRows(schema, value, words, depth + 1).flatMap(({ rows }) => rows);
  return [{ label, depth, value: null }, ...inside];
}

function plain(schema: Node, value: JsonValue, { say, vocabularyOf, yes, no }: FormWords): string {
  if (value === true) return say(yes);
  if (value === false) return say(no);
  const words = Array.isArray(schema.enum) ? vocabularyOf(schema.enum.map(String)) : undefined;
  const code = String(value);
  const told = words !== undefined && Object.hasOwn(words, code) ? words[code] : undefined;
  return told === undefined ? code : say(told);
}

/** Of a union the alternative that the value is of; of a withheld claim that is told, what was withheld. */
function chosen(node: Node, value: JsonValue): Node {
  if (node['x-withheld'] !== undefined) return asNode(node['x-withheld']);
  const options = Array.isArray(node.anyOf) ? node.anyOf.map(asNode) : [];
  const fitting = options.find(option => option.type !== 'null');
  return fitting === undefined ? node : chosen(fitting, value);
}

function labelOf(node: Node, name: string, { say }: FormWords): string {
  const { description, 'x-fr': fr } = node;
  return typeof description === 'string' ? say({ en: description, fr: String(fr ?? description) }) : name;
}

function asNode(value: unknown): Node {
  return typeof value === 'object' && value !== null ? (value as Node) : {};
}
