import type { TSchema } from '../../custody/schema/described.js';
import { isJsonObject, type JsonObject, type JsonValue } from '../../log/index.js';
import { didYouMean } from '../near-names.js';
import { UsageError } from '../usage-error.js';
import { assertsNone, type Field, fieldsOf, partsOf } from './fields.js';
import { withNamed } from './named.js';
import { Sample } from './sample.js';

/** A file an act binds: read and hashed on the device, uploaded when the batch is pushed. */
export interface BoundFile {
  readonly sha256: string;
  readonly size: number;
  readonly mediaType: string;
  readonly path: string;
}

/** The same bytes once, whatever names they have. */
export function distinct(files: readonly BoundFile[]): readonly BoundFile[] {
  return [...new Map(files.map(file => [file.sha256, file])).values()];
}

export interface BodySources {
  readonly schema: TSchema;
  /** A whole or partial body from a file; values given by name win. */
  readonly base: JsonObject;
  /** Values by path, as typed. */
  readonly given: ReadonlyMap<string, readonly string[]>;
  readonly bindFile: (path: string) => Promise<BoundFile>;
  /** Turns what a person calls a subject (number, name, UUID) into its UUID. */
  readonly resolve: (kind: string, name: string) => Promise<string>;
  /** Turns the number that an act has in the log (`#126`) into its event id. */
  readonly eventAt: (number: string) => Promise<string>;
}

/**
 * The body of an act from what was typed. What is not given and may be left out stands there as null or an empty
 * list. What must be given and is not is named by the form, in words.
 */
export async function buildBody(
  sources: BodySources,
): Promise<{ body: JsonObject; files: readonly BoundFile[] }> {
  const files: BoundFile[] = [];
  refuseUnknown(sources);
  let body: JsonObject = withDefaults(sources.schema, sources.base);
  for (const { path } of partsOf(sources.schema)) {
    if (isNone(sources.given.get(path))) body = setPath(body, path.split('.'), null);
  }
  for (const field of fieldsOf(sources.schema)) {
    const typed = sources.given.get(field.path);
    if (typed !== undefined)
      body = setPath(body, field.path.split('.'), await readValue(field, typed, sources, files));
  }
  return { body: withDefaults(sources.schema, body), files };
}

/** A mistyped field would be lost in silence. */
function refuseUnknown({ schema, given }: BodySources): void {
  const known = fieldsOf(schema).map(({ path }) => path);
  const parts = partsOf(schema).map(({ path }) => path);
  for (const [path, typed] of given) {
    if (known.includes(path) || (parts.includes(path) && isNone(typed))) continue;
    const near = didYouMean(path, known);
    throw new UsageError({
      en: `the form has no field ${path}${near.en}`,
      fr: `le formulaire n'a pas de champ ${path}${near.fr}`,
    });
  }
}

async function readValue(
  field: Field,
  typed: readonly string[],
  sources: BodySources,
  files: BoundFile[],
): Promise<JsonValue> {
  const bind = async (path: string): Promise<JsonObject> => {
    const { path: _path, ...bound } = await sources.bindFile(path);
    files.push({ ...bound, path });
    return bound;
  };
  const [first = ''] = typed;
  if (field.assertsNone && noneWords.includes(first)) return 'items' in field.node ? [] : null;
  switch (field.kind) {
    case 'number':
      return readInteger(field, first);
    case 'flag':
      return readFlag(field, first);
    case 'file':
      return bind(first);
    case 'files':
      return Promise.all(typed.map(bind));
    case 'texts':
      return withNamed(field.node, [...typed], { ...sources, bind });
    case 'json':
      return readCodes(field, typed) ?? withNamed(field.node, readJson(field, first), { ...sources, bind });
    case 'text':
      return withNamed(field.node, first, { ...sources, bind });
    case 'code':
      return first;
  }
}

/** Typed where there was nothing, nobody, or none: that is stated, never left to a default. */
const noneWords = ['none', 'aucun'];

function isNone(typed: readonly string[] | undefined): boolean {
  return typed?.length === 1 && noneWords.includes(typed[0] ?? '');
}

function readInteger({ path }: Field, text: string): number {
  if (!/^-?\d{1,15}$/.test(text)) {
    throw new UsageError({
      en: `--set ${path} takes a whole number, not ${text}`,
      fr: `--set ${path} prend un nombre entier, pas ${text}`,
    });
  }
  return Number(text);
}

function readFlag({ path }: Field, text: string): boolean {
  if (['yes', 'oui'].includes(text)) return true;
  if (['no', 'non'].includes(text)) return false;
  throw new UsageError({
    en: `--set ${path} takes yes or no, not ${text}`,
    fr: `--set ${path} prend oui ou non, pas ${text}`,
  });
}

/**
 * Choices from a list of codes, as they are typed one after the other; undefined for what is typed as JSON.
 * @throws UsageError for a code that the list does not have
 */
function readCodes({ itemCodes, path }: Field, typed: readonly string[]): JsonValue | undefined {
  if (itemCodes === null || typed[0]?.trimStart().startsWith('[')) return undefined;
  for (const code of typed) {
    if (itemCodes.includes(code)) continue;
    const near = didYouMean(code, itemCodes);
    const codes = itemCodes.join(' | ');
    throw new UsageError({
      en: `--set ${path} takes codes [${codes}], each with a --set of its own, not ${code}${near.en}`,
      fr: `--set ${path} prend des codes [${codes}], chacun avec son --set, pas ${code}${near.fr}`,
    });
  }
  return typed.map(code => ({ code, text: null }));
}

function readJson({ path, node }: Field, text: string): JsonValue {
  try {
    return JSON.parse(text);
  } catch (cause) {
    const example = JSON.stringify(new Sample('2021-04-02T08:00:00Z').of({ ...node, minItems: 1 }));
    throw new UsageError(
      {
        en: `--set ${path} takes JSON, e.g. ${example}, not ${text}`,
        fr: `--set ${path} prend du JSON, p. ex. ${example}, pas ${text}`,
      },
      { cause },
    );
  }
}

/**
 * Nullable members as null and lists as empty, where nothing is given; inside what is given too. Where that would
 * assert something it is owed; not where `silence` is what a record says: it said nothing.
 */
export function withDefaults(
  schema: TSchema,
  base: JsonObject,
  silence: 'owed' | 'stated' = 'owed',
): JsonObject {
  const { properties } = schema as { readonly properties?: Record<string, TSchema> };
  const given = Object.entries(base).map(([name, value]): [string, JsonValue] => {
    const member = properties !== undefined && Object.hasOwn(properties, name) ? properties[name] : undefined;
    return [name, member === undefined ? value : completed(member, value, silence)];
  });
  const defaults = Object.entries(properties ?? {}).flatMap(([name, member]): [string, JsonValue][] => {
    if (Object.hasOwn(base, name)) return [];
    const value = defaultOf(member, silence);
    return value === undefined ? [] : [[name, value]];
  });
  return { ...Object.fromEntries(given), ...Object.fromEntries(defaults) };
}

function completed(schema: TSchema, value: JsonValue, silence: 'owed' | 'stated'): JsonValue {
  const {
    anyOf,
    properties,
    items,
    'x-withheld': withheld,
  } = schema as {
    readonly anyOf?: readonly TSchema[];
    readonly properties?: object;
    readonly items?: TSchema;
    readonly 'x-withheld'?: TSchema;
  };
  if (Array.isArray(value) && items !== undefined)
    return value.map(entry => completed(items, entry, silence));
  if (!isJsonObject(value) && !Array.isArray(value)) return value;
  const others = (anyOf ?? []).filter(option => (option as { type?: string }).type !== 'null');
  const [only] = others;
  if (only !== undefined && others.length === 1) return completed(only, value, silence);
  if (!isJsonObject(value)) return value;
  // What is withheld is typed in clear; a digest is what an act prepared elsewhere holds.
  if (withheld !== undefined)
    return Object.hasOwn(value, '_sd') ? value : completed(withheld, value, silence);
  return properties === undefined ? value : withDefaults(schema, value, silence);
}

function defaultOf(schema: TSchema, silence: 'owed' | 'stated'): JsonValue | undefined {
  const { anyOf, type, minItems, properties } = schema as {
    readonly anyOf?: readonly { readonly type?: string }[];
    readonly type?: string;
    readonly minItems?: number;
    readonly properties?: object;
  };
  if (silence === 'owed' && assertsNone(schema as Readonly<Record<string, unknown>>)) return undefined;
  if (anyOf?.some(option => option.type === 'null')) return null;
  if (type === 'array') return (minItems ?? 0) === 0 ? [] : undefined;
  if (type !== 'object' || properties === undefined) return undefined;
  const inner = withDefaults(schema, {}, silence);
  return Object.keys(inner).length > 0 ? inner : undefined;
}

/** Sets a member deep inside; a null on the way becomes an object. */
function setPath(body: JsonObject, [name = '', ...rest]: readonly string[], value: JsonValue): JsonObject {
  const member = body[name];
  const inner = member !== undefined && isJsonObject(member) ? member : {};
  return { ...body, [name]: rest.length === 0 ? value : setPath(inner, rest, value) };
}
