import type { Language, Text } from '../../custody/text.js';
import { explain, type PlacedViolation } from '../../custody/violation.js';

/** Where the replay of the rules stopped (log-format section 12). */
export interface RuleFailure {
  /** `group`, `sequence` and `prev` where the histories themselves do not allow a replay: other checks name them first. */
  readonly check: 'rules' | 'group' | 'sequence' | 'prev';
  /** Leaf index, in decimal. */
  readonly where: string;
  /** Codes of the rules that say no, each with its words. */
  readonly detail: Text;
}

const namedAtMost = 5;

/**
 * @param violations one or more; `event` is the leaf index
 * @param types of the events of the act, by leaf index
 */
export function failureOf(
  violations: readonly PlacedViolation[],
  types: ReadonlyMap<number, string>,
): RuleFailure {
  const leaf = Math.min(...violations.map(({ event }) => event));
  const there = violations.filter(({ event }) => event === leaf);
  const type = types.get(leaf) ?? '';
  return {
    check: 'rules',
    where: String(leaf),
    detail: { en: detailIn('en', type, there), fr: detailIn('fr', type, there) },
  };
}

function detailIn(language: Language, type: string, violations: readonly PlacedViolation[]): string {
  const told = violations
    .slice(0, namedAtMost)
    .map(violation => `${violation.rule}: ${explain(violation, language).message}`);
  const more = violations.length - namedAtMost;
  const others = language === 'fr' ? `et ${more} de plus` : `and ${more} more`;
  return [type, ...told, ...(more > 0 ? [others] : [])].join('; ');
}
