import type { LogWideFacts } from '../../rule.js';
import { checkDueDiligence } from '../../unit/due-diligence.js';
import { refuse, type Violation } from '../../violation.js';
import { checkItemsStillCovered, subjectsOf } from './sources-covered.js';

/** The edition from which on one answer stands for every reason. */
const oneAnswer = 6;

/**
 * GATE-8, RQ-63, RQ-64: where what was granted does not go any more, courier and recipient hear one answer at every item,
 * whether the recipient was suspended, his assessment ran out, or a source took back his consent: told apart, one of them
 * would tell of a source. The offer says to the giver what it is.
 * @param unit of who receives for good; null: nobody does
 */
export function checkStillGoes(
  body: Parameters<typeof subjectsOf>[0],
  release: string | null,
  unit: string | null,
  facts: LogWideFacts,
): readonly Violation[] {
  if (unit === null) return [];
  const reasons = [
    ...checkDueDiligence(unit, '/body/handover/unit', facts),
    ...checkItemsStillCovered(body, release, unit, facts),
  ];
  const { edition = 1 } = facts.sop;
  if (edition < oneAnswer || reasons.length === 0) return reasons;
  return subjectsOf(body).map((piece, position) => {
    const { number = piece } = (facts.state(piece) ?? {}) as { readonly number?: string };
    return refuse('release.not-as-things-stand', `/body/items/${position}/subject`, { number });
  });
}
