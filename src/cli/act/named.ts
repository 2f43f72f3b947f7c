import { isJsonObject, type JsonObject, type JsonValue } from '../../log/index.js';
import { isFile } from './fields.js';
import { kindsAsked, resolveOneOf } from './pieces.js';

const eventId = /^[A-Za-z0-9_-]{43}$/;

type Node = Readonly<Record<string, unknown>>;

/** What names stand for, where a form asks for hashes and UUIDs. */
export interface Named {
  /** A file by its path: its hash, size and media type. */
  readonly bind: (path: string) => Promise<JsonObject>;
  /** A subject by what people call it: its UUID. */
  readonly resolve: (kind: string, name: string) => Promise<string>;
  /** An act by its number in the log, `#126`: its event id. */
  readonly eventAt: (number: string) => Promise<string>;
}

/**
 * A value with what it names: where its schema asks for a file, a subject, a piece or an act and a name stands there.
 * @throws UsageError where nothing is called so
 */
export async function withNamed(schema: object, value: JsonValue, named: Named): Promise<JsonValue> {
  const node = schema as Node;
  if (node['x-withheld'] !== undefined) return withNamed(asNode(node['x-withheld']), value, named);
  const [only, ...others] = (Array.isArray(node.anyOf) ? node.anyOf.map(asNode) : []).filter(
    ({ type }) => type !== 'null',
  );
  if (only !== undefined && others.length === 0) return withNamed(only, value, named);
  if (typeof value === 'string') return textNamed(node, value, named);
  if (Array.isArray(value))
    return Promise.all(value.map(entry => withNamed(asNode(node.items), entry, named)));
  if (!isJsonObject(value)) return value;
  const properties = asNode(node.properties);
  const members = Object.entries(value).map(
    async ([name, member]): Promise<[string, JsonValue]> => [
      name,
      Object.hasOwn(properties, name) ? await withNamed(asNode(properties[name]), member, named) : member,
    ],
  );
  return Object.fromEntries(await Promise.all(members));
}

function textNamed(node: Node, text: string, named: Named): Promise<JsonValue> | JsonValue {
  if (typeof node['x-subject'] === 'string') return named.resolve(node['x-subject'], text);
  if (node['x-event'] === true) return eventId.test(text) ? text : named.eventAt(text);
  const kinds = kindsAsked(node);
  if (kinds.length > 0) return resolveOneOf(kinds, text, named.resolve);
  return isFile(node) ? named.bind(text) : text;
}

function asNode(value: unknown): Node {
  return typeof value === 'object' && value !== null ? (value as Node) : {};
}
