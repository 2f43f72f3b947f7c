import type { PlainAct } from '../../client/index.js';
import { currentRule } from '../../custody/catalogue.js';
import type { AnyEventRule } from '../../custody/rule.js';
import { pieceKinds } from '../../custody/schema/group.js';
import { isJsonObject, type JsonObject, type JsonValue } from '../../log/index.js';
import { readJsonFile } from '../home.js';
import { UsageError } from '../usage-error.js';
import { type BodySources, type BoundFile, withDefaults } from './body.js';
import { isFile } from './fields.js';

type Node = Readonly<Record<string, unknown>>;

interface ItemSources extends Pick<BodySources, 'bindFile' | 'resolve'> {
  readonly rule: AnyEventRule;
  /** Of the act: when and where hold for its items too. */
  readonly body: JsonObject;
}

/**
 * The items of an act from a list of `{"subject": …, …}`, each an item by number or UUID, or a piece as
 * `<kind>/<UUID>`. As in the form of the act, what is left out and may be stands there as null or an empty list, and a
 * file may be named by its path.
 */
export async function readItems(
  path: string,
  { rule, body, bindFile, resolve }: ItemSources,
): Promise<{ readonly items: NonNullable<PlainAct['items']>; readonly files: readonly BoundFile[] }> {
  const stored = await readJsonFile(path);
  const types = rule.itemTypes ?? [];
  if (types.length === 0) {
    throw new UsageError({
      en: 'this act is not about items: leave --items out',
      fr: 'cet acte ne porte pas sur des pièces : retirez --items',
    });
  }
  if (!Array.isArray(stored) || !stored.every(isJsonObject)) {
    throw new UsageError({
      en: `${path} holds no list of items: a JSON list of objects is expected`,
      fr: `${path} ne contient pas de liste de pièces : une liste JSON d'objets est attendue`,
    });
  }
  const { occurred, place } = body;
  const files: BoundFile[] = [];
  const bind = async (named: string): Promise<JsonObject> => {
    const { path: from, ...bound } = await bindFile(named);
    files.push({ ...bound, path: from });
    return bound;
  };
  const items = await Promise.all(
    stored.map(async ({ subject, type: own, ...item }, position) => {
      const { kind, name } = pieceNamed(requireSubject(subject, path, position));
      const known = types.find(found => found.startsWith(`${kind}.`)) ?? `${kind}.${wordOf(types[0])}`;
      const type = typeof own === 'string' ? own : known;
      const schema = currentRule(type)?.body ?? {};
      const whole = withDefaults(schema, {
        ...(occurred === undefined ? {} : { occurred }),
        ...(place === undefined ? {} : { place }),
        ...item,
      });
      return {
        subject: `${kind}/${await resolve(kind, name)}`,
        type,
        body: (await withFiles(asNode(schema), whole, bind)) as JsonObject,
      };
    }),
  );
  return { items, files };
}

/** Where a file is asked for and a path stands, the file's hash, size and media type. */
async function withFiles(
  node: Node,
  value: JsonValue,
  bind: (path: string) => Promise<JsonObject>,
): Promise<JsonValue> {
  if (node['x-withheld'] !== undefined) return withFiles(asNode(node['x-withheld']), value, bind);
  const options = (Array.isArray(node.anyOf) ? node.anyOf.map(asNode) : []).filter(
    ({ type }) => type !== 'null',
  );
  const [only] = options;
  if (only !== undefined && options.length === 1) return withFiles(only, value, bind);
  if (isFile(node)) return typeof value === 'string' ? bind(value) : value;
  if (Array.isArray(value))
    return Promise.all(value.map(entry => withFiles(asNode(node.items), entry, bind)));
  if (!isJsonObject(value)) return value;
  const properties = asNode(node.properties);
  const members = Object.entries(value).map(
    async ([name, member]): Promise<[string, JsonValue]> => [
      name,
      Object.hasOwn(properties, name) ? await withFiles(asNode(properties[name]), member, bind) : member,
    ],
  );
  return Object.fromEntries(await Promise.all(members));
}

function requireSubject(subject: JsonValue | undefined, path: string, position: number): string {
  if (typeof subject === 'string') return subject;
  throw new UsageError({
    en: `${path}, item ${position + 1}: "subject" is needed: the item's number or UUID`,
    fr: `${path}, pièce ${position + 1} : « subject » est nécessaire : le numéro ou l'UUID de la pièce`,
  });
}

/** `<kind>/<UUID>`, or an item by number or UUID alone. */
function pieceNamed(text: string): { readonly kind: string; readonly name: string } {
  const kind = pieceKinds.find(kind => text.startsWith(`${kind}/`)) ?? 'evidence';
  return { kind, name: text.startsWith(`${kind}/`) ? text.slice(kind.length + 1) : text };
}

function wordOf(type = ''): string {
  return type.slice(type.indexOf('.') + 1);
}

function asNode(value: unknown): Node {
  return typeof value === 'object' && value !== null ? (value as Node) : {};
}
