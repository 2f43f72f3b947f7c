import type { Problem, ProblemViolation } from '../../client/index.js';
import { tellProvider } from '../../custody/provider-names.js';
import type { Language } from '../../custody/text.js';
import { layOut } from '../lay-out.js';

/**
 * A refusal in lines for people: HTTP status, gate and rule, the service's own message, what is missing and who can
 * provide it. A rule that stops several items is told once.
 * @param name what the demonstration calls a UUID, or undefined
 */
export function tellRefusal(
  { status, title, violations }: Problem,
  language: Language,
  name: (id: string) => string | undefined,
): readonly string[] {
  const french = language === 'fr';
  const named = (text: string) => nameIds(text, name);
  const rules = [...new Set(violations.map(({ rule }) => rule))];
  return [
    ...layOut(`${french ? 'REFUSÉ' : 'REFUSED'}  HTTP ${status}  ${title}`, 4),
    ...rules.flatMap(rule => {
      const [first, ...others] = violations.filter(violation => violation.rule === rule);
      return first === undefined ? [] : tellRule(first, others, language, named);
    }),
  ];
}

function tellRule(
  { gate, rule, message, missing, whoCanProvide, event }: ProblemViolation,
  others: readonly ProblemViolation[],
  language: Language,
  named: (text: string) => string,
): readonly string[] {
  const [lacking, provided] =
    language === 'fr' ? ['Il manque : ', 'Peut le fournir : '] : ['Missing: ', 'Can provide it: '];
  const many = others.every(other => other.event === event) ? 'alike' : 'items';
  return [
    ...layOut(`${gate === null ? '' : `${gate}  `}${rule}`, 4),
    ...layOut(`${named(message)}${andMore(others.length, many, language)}`, 6),
    ...layOut(`${lacking}${named(missing)}`, 6, 2),
    ...(whoCanProvide.length === 0
      ? []
      : layOut(`${provided}${whoCanProvide.map(who => tellProvider(who, language)).join(', ')}.`, 6, 2)),
  ];
}

function andMore(count: number, what: 'alike' | 'items', language: Language): string {
  if (count === 0) return '';
  const plural = count > 1 ? 's' : '';
  if (language === 'fr')
    return what === 'items'
      ? ` (et ${count} autre${plural} pièce${plural})`
      : ` (et ${count} autre${plural})`;
  return what === 'items' ? ` (and ${count} more item${plural})` : ` (and ${count} more)`;
}

const uuid = /(?:[a-z]+\/)?([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})/g;
const printedNumber = /\b[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]\b/g;

/** UUIDs by the names the demonstration gave them, printed numbers with the name beside: nobody tells two apart by eye. */
function nameIds(text: string, name: (id: string) => string | undefined): string {
  return text
    .replace(uuid, (whole, id: string) => quoted(name(id)) ?? whole)
    .replace(printedNumber, number => [number, quoted(name(number))].filter(Boolean).join(' '));
}

function quoted(known: string | undefined): string | undefined {
  return known === undefined ? undefined : `«${known}»`;
}
