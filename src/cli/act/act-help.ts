import type { AnyEventRule } from '../../custody/rule.js';
import type { Language } from '../../custody/text.js';
import { exampleHelp } from '../example-help.js';
import type { ActCommand } from '../verbs.js';
import { capacityHelp, signerHelp } from './capacity-help.js';
import { exampleOf, shellLine } from './example.js';
import { fieldHelp, itemHelp } from './field-help.js';

/** Below the options of an act: the fields of its form and of its items, who signs, and how the whole is typed. */
export function actHelp(act: ActCommand, rule: AnyEventRule, language: Language): string {
  const { before, args, items } = exampleOf(act, rule, Date.now());
  const file = items === null ? [] : [`items.json: ${JSON.stringify(items)}`];
  // What stands behind the form, for whoever checks it: not what one who types has to read first.
  const origin = `${language === 'fr' ? 'Acte inscrit' : 'Recorded as'} ${rule.type} (${rule.source})`;
  const people = `${signerHelp(act.type, language)}${capacityHelp(act.type, language)}`;
  return `${fieldHelp(rule, language)}${itemHelp(rule, language)}${people}\n\n${origin}\n${exampleHelp(language, ...before, shellLine(args), ...file)}`;
}
