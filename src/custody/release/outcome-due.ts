import type { Sop } from '../sop/document.js';
import { lastOutcomes } from '../vocabulary/outcomes.js';
import type { OutcomeReported } from './state.js';

const day = 86_400_000;

/**
 * RQ-65, E44: when somebody is to ask what came of what was given; null: nothing more is to be expected, or the procedure
 * in force sets no time.
 * @param givenAt ms since 1970
 * @returns ms since 1970
 */
export function outcomeDueAt(givenAt: number, last: OutcomeReported | null, sop: Sop): number | null {
  if (last !== null && lastOutcomes.includes(last.stage)) return null;
  if (last !== null && last.askAgainOn !== null) return Date.parse(last.askAgainOn);
  const { outcomeDays } = sop.deadlines;
  if (outcomeDays === undefined) return null;
  const known = last === null ? givenAt : Math.max(givenAt, Date.parse(last.on));
  return known + outcomeDays.value * day;
}
