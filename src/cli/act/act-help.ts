import type { AnyEventRule } from '../../custody/rule.js';
import type { Language } from '../../custody/text.js';
import { exampleHelp } from '../example-help.js';
import type { ActCommand } from '../verbs.js';
import { capacityHelp } from './capacity-help.js';
import { exampleOf, shellLine } from './example.js';
import { type Field, fieldsOf } from './fields.js';
import { nameOf, vocabularyOf } from './vocabularies.js';

/** Below the options of an act: the fields of its form, and how the whole is typed. */
export function actHelp(act: ActCommand, rule: AnyEventRule, language: Language): string {
  const { before, args, items } = exampleOf(act, rule, Date.now());
  const file = items === null ? [] : [`items.json: ${JSON.stringify(items)}`];
  // What stands behind the form, for whoever checks it: not what one who types has to read first.
  const origin = `${language === 'fr' ? 'Acte inscrit' : 'Recorded as'} ${rule.type} (${rule.source})`;
  return `${fieldHelp(rule, language)}${capacityHelp(act.type, language)}\n\n${origin}\n${exampleHelp(language, ...before, shellLine(args), ...file)}`;
}

/** The fields of the form, as they are typed after `--set`. */
function fieldHelp(rule: AnyEventRule, language: Language): string {
  const fields = fieldsOf(rule.body);
  const lines = fields.map(field => {
    const kind = field.kind === 'text' || field.kind === 'code' ? '' : ` (${field.kind})`;
    const mark = field.optional ? ' ' : '*';
    return `  ${mark} ${field.path}${kind}: ${field.words[language]}${choices(field)}${oneselfHelp(field, language)}`;
  });
  const heading = language === 'fr' ? 'Champs (* obligatoire) :' : 'Fields (* must be given):';
  return [`\n${heading}`, ...lines, ...noneHelp(fields, language)].join('\n');
}

/** How one states that there was nothing: no default says it for him. */
function noneHelp(fields: readonly Field[], language: Language): readonly string[] {
  const field = fields.find(({ assertsNone }) => assertsNone);
  if (field === undefined) return [];
  return language === 'fr'
    ? [`  S'il n'y a rien : --set ${field.path}=aucun`]
    : [`  Where there is nothing: --set ${field.path}=none`];
}

function oneselfHelp({ subject }: Field, language: Language): string {
  if (subject !== 'officer') return '';
  return language === 'fr' ? ' (moi : qui signe)' : ' (me: who signs)';
}

/** The codes one may type, and the command that says what they mean. */
function choices({ codes }: Field): string {
  if (codes.length === 0) return '';
  const words = vocabularyOf(codes);
  const name = words === undefined ? undefined : nameOf(words);
  return ` [${codes.join(' | ')}]${name === undefined ? '' : ` → scelle vocabulary ${name}`}`;
}
