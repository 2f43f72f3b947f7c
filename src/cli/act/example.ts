import { currentRule } from '../../custody/catalogue.js';
import type { RoleCode } from '../../custody/roles.js';
import type { AnyEventRule } from '../../custody/rule.js';
import { reconstruction } from '../../custody/sop/reconstruction.js';
import { materiel } from '../../custody/vocabulary/materiel.js';
import { isJsonObject, type JsonObject, type JsonValue } from '../../log/index.js';
import { exampleId } from '../example-help.js';
import type { ActCommand } from '../verbs.js';
import { exampleCountersigners, exampleValues, instant } from './example-values.js';
import { type Field, fieldsOf } from './fields.js';
import { Sample } from './sample.js';

/** A worked example of an act: what is typed, and the file with its items where it has any. */
export interface ActExample {
  /** What is typed before it, where the act takes a file that a command writes. */
  readonly before: readonly string[];
  readonly args: readonly string[];
  readonly items: readonly JsonObject[] | null;
}

/** Made from the form and from who signs by the procedure, so that it cannot fall behind either. */
export function exampleOf({ group, verb, type }: ActCommand, rule: AnyEventRule, now: number): ActExample {
  const at = now - (now % 60_000);
  const { set = {}, items: chosen = [{}], role, body, site = false } = exampleValues(type, at);
  const sample = new Sample(instant(at));
  const items = itemsOf(rule, sample, chosen);
  return {
    before: body === undefined ? [] : [body.madeBy],
    args: [
      group,
      verb,
      ...(rule.begins ? [] : [exampleId]),
      ...['--as', `my.key.json:${role ?? preferred(reconstruction.acts[type]?.signers)}`],
      ...countersigning(type).flatMap(({ as, role }, position) => [
        '--with',
        `${otherKeys[position] ?? 'other'}.key.json:${role}:${as}`,
      ]),
      ...(hasOccurrence(rule) ? ['--at', instant(at), '--place', 'DEMO-PLACE'] : []),
      ...(site ? ['--site', exampleId] : []),
      ...(body === undefined ? typedFields(rule, set, sample) : ['--body', body.file]),
      ...(items === null ? [] : ['--items', 'items.json']),
    ],
    items,
  };
}

function typedFields(
  rule: AnyEventRule,
  chosen: Readonly<Record<string, string>>,
  sample: Sample,
): readonly string[] {
  return fieldsOf(rule.body)
    .filter(({ optional, path }) => !optional || chosen[path] !== undefined)
    .flatMap(field => ['--set', `${field.path}=${chosen[field.path] ?? typed(field, sample)}`]);
}

function typed({ path, kind, node, assertsNone }: Field, sample: Sample): string {
  // A sub-category goes with its category, which the schema alone does not say.
  if (path === 'subCategory.code') return Object.keys(materiel.SMALL_ARM.subCategories)[0] ?? '';
  if (assertsNone) return 'none';
  const value = sample.of(node);
  switch (kind) {
    case 'file':
    case 'files':
      return 'photo.jpg';
    case 'flag':
      return 'yes';
    case 'texts':
      return Array.isArray(value) ? String(value[0] ?? 'DEMO') : String(value);
    case 'json':
      return JSON.stringify(value);
    case 'text':
    case 'code':
    case 'number':
      return String(value);
  }
}

/** A collector, whom most who read help are, where the procedure admits him. */
function preferred(roles: readonly RoleCode[] | null | undefined): RoleCode {
  return roles?.find(role => role === 'WIT') ?? roles?.[0] ?? 'WIT';
}

/** Each of those who countersign has a key of his own. */
const otherKeys = ['other', 'third', 'fourth'];

/** Who must countersign, and who the smallest case of the act asks for beside. */
function countersigning(type: string): readonly { readonly as: string; readonly role: string }[] {
  const always = (reconstruction.acts[type]?.countersignatures ?? []).flatMap(({ as, count, roles }) =>
    Array.from({ length: count }, () => ({
      as,
      // A registrar signs for a new key, though any role would be admitted.
      role: as === 'registrar' ? 'REG' : preferred(roles),
    })),
  );
  return [...always, ...(exampleCountersigners[type] ?? [])];
}

function hasOccurrence({ body }: AnyEventRule): boolean {
  const { properties = {} } = body as { readonly properties?: object };
  return 'occurred' in properties;
}

function itemsOf(
  rule: AnyEventRule,
  sample: Sample,
  chosen: readonly JsonObject[],
): readonly JsonObject[] | null {
  const [type] = rule.itemTypes ?? [];
  const item = type === undefined ? undefined : currentRule(type);
  if (item === undefined) return null;
  const own = sample.members(item.body as Readonly<Record<string, unknown>>, ['occurred', 'place', 'group']);
  return chosen.map(members => ({ subject: `evidence/${exampleId}`, ...merged(own, members) }));
}

/** Members that are objects themselves keep what is not named. */
function merged(sample: JsonObject, chosen: JsonObject): JsonObject {
  const members = Object.entries(chosen).map(([name, value]): [string, JsonValue] => {
    const own = sample[name] ?? null;
    return [name, isJsonObject(own) && isJsonObject(value) ? merged(own, value) : value];
  });
  return { ...sample, ...Object.fromEntries(members) };
}

/** As it is typed into a shell. */
export function shellLine(args: readonly string[]): string {
  const quote = (text: string) => (/^[\w./:=-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`);
  return ['scelle', ...args.map(quote)].join(' ');
}
