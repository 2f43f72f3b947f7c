import { currentRule } from '../../custody/catalogue.js';
import type { AnyEventRule } from '../../custody/rule.js';
import { reconstruction } from '../../custody/sop/reconstruction.js';
import { materiel } from '../../custody/vocabulary/materiel.js';
import type { JsonObject } from '../../log/index.js';
import { exampleId } from '../example-help.js';
import type { ActCommand } from '../verbs.js';
import { type Field, fieldsOf } from './fields.js';
import { sampleMembers, sampleOf } from './sample.js';

/** A worked example of an act: what is typed, and the file with its items where it has any. */
export interface ActExample {
  readonly args: readonly string[];
  readonly items: readonly JsonObject[] | null;
}

/** Made from the form and from who signs by the procedure, so that it cannot fall behind either. */
export function exampleOf({ group, verb, type }: ActCommand, rule: AnyEventRule): ActExample {
  const signatures = reconstruction.acts[type];
  const items = itemsOf(rule);
  return {
    args: [
      group,
      verb,
      ...(rule.begins ? [] : [exampleId]),
      ...['--as', `my.key.json:${signatures?.signers[0] ?? 'ROLE'}`],
      ...(signatures?.countersignatures ?? []).flatMap(({ as, count, roles }) =>
        Array.from({ length: count }, () => ['--with', `other.key.json:${roles?.[0] ?? 'WIT'}:${as}`]).flat(),
      ),
      ...(hasOccurrence(rule) ? ['--at', '2021-04-02T08:00:00Z', '--place', 'DEMO-PLACE'] : []),
      ...fieldsOf(rule.body)
        .filter(({ optional }) => !optional)
        .flatMap(field => ['--set', `${field.path}=${typed(field)}`]),
      ...(items === null ? [] : ['--items', 'items.json']),
    ],
    items,
  };
}

function typed({ path, kind, node }: Field): string {
  // A sub-category goes with its category, which the schema alone does not say.
  if (path === 'subCategory.code') return Object.keys(materiel.SMALL_ARM.subCategories)[0] ?? '';
  const value = sampleOf(node);
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

function hasOccurrence({ body }: AnyEventRule): boolean {
  const { properties = {} } = body as { readonly properties?: object };
  return 'occurred' in properties;
}

function itemsOf(rule: AnyEventRule): readonly JsonObject[] | null {
  const [type] = rule.itemTypes ?? [];
  const item = type === undefined ? undefined : currentRule(type);
  if (item === undefined) return null;
  const own = sampleMembers(item.body as Readonly<Record<string, unknown>>, ['occurred', 'place', 'group']);
  return [{ subject: `evidence/${exampleId}`, ...own }];
}

/** As it is typed into a shell. */
export function shellLine(args: readonly string[]): string {
  const quote = (text: string) => (/^[\w./:=-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`);
  return ['scelle', ...args.map(quote)].join(' ');
}
