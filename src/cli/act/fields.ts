import type { TSchema } from '../../custody/schema/described.js';
import type { Text } from '../../custody/text.js';

/** One value an officer may give on the command line, found in the schema of an act's body. */
export interface Field {
  /** Path in the body, e.g. `quantity.amount`. */
  readonly path: string;
  readonly kind: 'text' | 'number' | 'flag' | 'code' | 'file' | 'files' | 'texts' | 'json';
  readonly codes: readonly string[];
  readonly words: Text;
  /** Codes of the entries of a list of choices from a vocabulary; null for every other field. */
  readonly itemCodes: readonly string[] | null;
  /** May be left out: null or an empty list then stands in the body. */
  readonly optional: boolean;
  /** To leave it out would assert something, e.g. that nothing was seen: whoever means that types `none`. */
  readonly assertsNone: boolean;
  /** The kind of subject the value names, where it names one. */
  readonly subject: string | null;
  /** Its schema, for a worked example. */
  readonly node: Node;
}

type Node = Readonly<Record<string, unknown>>;

/** Filled in by the commands themselves. */
const givenOtherwise = ['occurred', 'place', 'lateEntry', 'overrides', 'items', 'itemsDigest', 'group'];

/** The fields of a body, leaf by leaf, in the order of the schema. */
export function fieldsOf(schema: TSchema): readonly Field[] {
  const properties = Object.entries(asNode(asNode(schema).properties));
  return properties
    .filter(([name]) => !givenOtherwise.includes(name))
    .flatMap(([name, member]) => expand(name, asNode(member), false));
}

/** The fields of each entry of a list that is typed as JSON; none where its entries are no objects, or codes. */
export function entryFieldsOf({ kind, path, node, itemCodes }: Field): readonly Field[] {
  if (kind !== 'json' || itemCodes !== null) return [];
  const entry = asNode(node.items);
  const members = Object.entries(asNode(asNode(entry['x-withheld'] ?? entry).properties));
  return members.flatMap(([name, member]) => expand(`${path}[].${name}`, asNode(member), false));
}

/** A part of a form that is left out as a whole by a statement: `onPaper`, whose `none` says that he signs with his key. */
export interface Part {
  readonly path: string;
  readonly words: Text;
}

/** Parts of a form of which nobody may say by leaving them out that there are none: `none` is typed for them. */
export function partsOf(schema: object, path = ''): readonly Part[] {
  return Object.entries(asNode(asNode(schema).properties)).flatMap(([name, member]) => {
    const node = asNode(member);
    const inner = nullableInner(node) ?? node;
    if (inner.type !== 'object' || inner.properties === undefined || isFile(inner)) return [];
    const own = `${path}${name}`;
    const stated = inner !== node && assertsNone(node) ? [{ path: own, words: wordsOf(node, own) }] : [];
    return [...stated, ...partsOf(inner, `${own}.`)];
  });
}

function expand(path: string, node: Node, optional: boolean): readonly Field[] {
  const withheld = node['x-withheld'];
  if (withheld !== undefined) return expand(path, { ...describe(node), ...asNode(withheld) }, optional);
  const inner = nullableInner(node);
  if (inner !== undefined) {
    const merged = { ...inner, ...describe(node) };
    return expand(path, merged, optional || !assertsNone(node));
  }
  if (isFile(node)) return [field(path, node, 'file', optional)];
  if (node.type === 'object' && node.properties !== undefined) {
    const members = Object.entries(asNode(node.properties));
    return members.flatMap(([name, member]) => expand(`${path}.${name}`, asNode(member), optional));
  }
  return [field(path, node, kindOf(node), optional || (isEmptyList(node) && !assertsNone(node)))];
}

function field(path: string, node: Node, kind: Field['kind'], optional: boolean): Field {
  const codes = Array.isArray(node.enum) ? node.enum.map(String) : [];
  const subject = typeof node['x-subject'] === 'string' ? node['x-subject'] : null;
  const words = wordsOf(node, path);
  const itemCodes = itemCodesOf(node);
  return { path, kind, codes, itemCodes, words, optional, assertsNone: assertsNone(node), subject, node };
}

function wordsOf(node: Node, path: string): Text {
  return {
    en: String(node.description ?? path).replace(noneInEnglish, '; none: '),
    fr: String(node['x-fr'] ?? path).replace(noneInFrench, ' ; aucun : '),
  };
}

/** How the words of a field say what null or an empty list asserts; that something is not known asserts nothing. */
const noneInEnglish = /; (?:null|empty): (?!not (?:known|stated))/;
const noneInFrench = / ; (?:null|vide) : (?!non (?:connu|indiqué|précisé))/;

/** By its own words: what it asserts to leave the field empty stands there (`; null: nothing seen`). */
export function assertsNone({ description }: Node): boolean {
  return noneInEnglish.test(String(description ?? ''));
}

function itemCodesOf(node: Node): readonly string[] | null {
  const items = asNode(node.items);
  const { code } = asNode(items.properties);
  const codes = asNode(code).enum;
  return items['x-coded'] === true && Array.isArray(codes) ? codes.map(String) : null;
}

function kindOf(node: Node): Field['kind'] {
  if (Array.isArray(node.enum)) return 'code';
  if (node.type === 'boolean') return 'flag';
  if (node.type === 'integer') return 'number';
  if (node.type !== 'array') return node.type === 'string' ? 'text' : 'json';
  const items = asNode(node.items);
  if (isFile(items)) return 'files';
  return items.type === 'string' || Array.isArray(items.enum) ? 'texts' : 'json';
}

/** Whether a schema is of a file by its hash, size and media type. */
export function isFile(node: Node): boolean {
  const names = Object.keys(asNode(node.properties));
  return names.length === 3 && ['sha256', 'size', 'mediaType'].every(name => names.includes(name));
}

function isEmptyList(node: Node): boolean {
  return node.type === 'array' && (node.minItems === undefined || node.minItems === 0);
}

/** The other side of a union with null. */
function nullableInner(node: Node): Node | undefined {
  const options = Array.isArray(node.anyOf) ? node.anyOf.map(asNode) : [];
  const others = options.filter(option => option.type !== 'null');
  return options.length === 2 && others.length === 1 ? others[0] : undefined;
}

function describe(node: Node): Node {
  return {
    ...(node.description === undefined ? {} : { description: node.description }),
    ...(node['x-fr'] === undefined ? {} : { 'x-fr': node['x-fr'] }),
  };
}

function asNode(value: unknown): Node {
  return typeof value === 'object' && value !== null ? (value as Node) : {};
}
