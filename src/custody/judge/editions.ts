import type { Sop } from '../sop/document.js';
import { editionOf, type Violation } from '../violation.js';

/**
 * RQ-13: an act is judged by the rules its procedure counts on. What a later edition of the rules says no to does
 * not count under an SOP document of an earlier one, so that an old log is judged today as it was then.
 */
export function rulesInForce(violations: readonly Violation[], { edition = 1 }: Sop): readonly Violation[] {
  return violations.filter(({ rule }) => editionOf(rule) <= edition);
}
