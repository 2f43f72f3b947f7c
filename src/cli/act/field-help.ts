import { currentRule } from '../../custody/catalogue.js';
import type { AnyEventRule } from '../../custody/rule.js';
import type { Language } from '../../custody/text.js';
import { nameOf, vocabularyOf } from '../../custody/vocabulary/every-vocabulary.js';
import { entryFieldsOf, type Field, fieldsOf, partsOf } from './fields.js';

/** The fields of the form, as they are typed after `--set`; below a list that is typed as JSON, those of its entries. */
export function fieldHelp(rule: AnyEventRule, language: Language): string {
  const fields = fieldsOf(rule.body);
  const heading = language === 'fr' ? 'Champs (* obligatoire) :' : 'Fields (* must be given):';
  const lines = fields.flatMap(field => fieldLines(field, language));
  return [`\n${heading}`, ...lines, ...noneHelp(rule, language)].join('\n');
}

/** The members of each entry of `--items`; empty where an act is about no items. */
export function itemHelp(rule: AnyEventRule, language: Language): string {
  const [type] = rule.itemTypes ?? [];
  const item = type === undefined ? undefined : currentRule(type);
  if (item === undefined) return '';
  const kinds = (rule.itemTypes ?? []).map(own => own.slice(0, own.indexOf('.')));
  const others = [...new Set(kinds)].filter(kind => kind !== 'evidence').map(kind => `${kind}/UUID`);
  const heading =
    language === 'fr'
      ? 'Par pièce, dans la liste JSON de --items (* obligatoire ; aucun : null) :'
      : 'For each item, in the JSON list of --items (* must be given; none: null):';
  const subject =
    language === 'fr'
      ? ['numéro ou UUID de la pièce', ...others].join(', ou ')
      : ['number or UUID of the item', ...others].join(', or ');
  const lines = fieldsOf(item.body).flatMap(field => fieldLines(field, language));
  return `\n\n${[heading, `  * subject: ${subject}`, ...lines].join('\n')}`;
}

function fieldLines(field: Field, language: Language, indent = ''): readonly string[] {
  const kind = field.kind === 'text' || field.kind === 'code' ? '' : ` (${field.kind})`;
  const mark = field.optional ? ' ' : '*';
  const line = `  ${indent}${mark} ${field.path}${kind}: ${field.words[language]}${choices(field)}${oneselfHelp(field, language)}`;
  return [line, ...entryFieldsOf(field).flatMap(entry => fieldLines(entry, language, `${indent}  `))];
}

/** How one states that there was nothing: no default says it for him. */
function noneHelp(rule: AnyEventRule, language: Language): readonly string[] {
  const field = fieldsOf(rule.body).find(({ assertsNone }) => assertsNone);
  const [none, heading] =
    language === 'fr' ? ['aucun', "S'il n'y a rien :"] : ['none', 'Where there is nothing:'];
  return [
    ...(field === undefined ? [] : [`  ${heading} --set ${field.path}=${none}`]),
    ...partsOf(rule.body).map(({ path, words }) => `  --set ${path}=${none}: ${words[language]}`),
  ];
}

function oneselfHelp({ subject }: Field, language: Language): string {
  if (subject !== 'officer') return '';
  return language === 'fr'
    ? ' (moi : qui signe ; un autre : sa carte publique ou son UUID)'
    : ' (me: who signs; another: his public card or UUID)';
}

/** The codes one may type, and the command that says what they mean. */
function choices({ codes, itemCodes }: Field): string {
  const typed = itemCodes ?? codes;
  if (typed.length === 0) return '';
  const words = vocabularyOf(typed);
  const name = words === undefined ? undefined : nameOf(words);
  return ` [${typed.join(' | ')}]${name === undefined ? '' : ` → scelle vocabulary ${name}`}`;
}
