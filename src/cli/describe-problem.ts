import type { Problem } from '../client/index.js';
import { tellProvider } from '../custody/provider-names.js';
import type { Language } from '../custody/text.js';
import { isJsonObject, type JsonObject } from '../log/index.js';

/** Violations told in words; the rest are counted. `--json` has them all. */
const shown = 5;

/** A refusal in lines for people: what was refused, by which gate, what is missing and who can provide it. */
export function describeProblem(
  { status, title, detail, violations, document }: Problem,
  language: Language,
): readonly string[] {
  const [missing, who] = language === 'fr' ? ['il manque', 'peut le fournir'] : ['missing', 'can provide it'];
  if (violations.length === 0)
    return [`${status} ${title}${detail === title ? '' : `: ${detail}`}`, ...faultsIn(document)];
  return [
    `${status} ${title}`,
    ...violations
      .slice(0, shown)
      .flatMap(violation => [
        `  ${violation.gate === null ? '' : `${violation.gate} `}[${violation.rule}] ${violation.message}`,
        `    ${missing}: ${violation.missing} (${who}: ${violation.whoCanProvide.map(who => tellProvider(who, language)).join(', ') || '–'})`,
      ]),
    ...(violations.length > shown ? [`  … +${violations.length - shown}`] : []),
  ];
}

/** What of a batch could not be read, each fault once. */
function faultsIn({ faults }: JsonObject): readonly string[] {
  const told = (Array.isArray(faults) ? faults.filter(isJsonObject) : []).map(
    ({ message, found, pointer }) =>
      `  ${typeof pointer === 'string' ? `${pointer}: ` : ''}${String(message)}${typeof found === 'string' ? ` (${found})` : ''}`,
  );
  return [...new Set(told)].slice(0, shown);
}
