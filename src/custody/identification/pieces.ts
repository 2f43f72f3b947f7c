import { addDecimals, isWhole } from '../evidence/decimal.js';
import type { EvidenceState, Quantity } from '../evidence/state.js';
import { countedUnits } from '../vocabulary/quantity.js';

/**
 * How many pieces an item is to be identified as (GATE-11): what it has now, and what examinations used up of it, for that
 * was recovered too. What is measured is one thing, however much of it there is; null: nobody stated how many.
 * @param consumed what examinations used up
 */
export function piecesOf({ amount, unit }: Quantity, consumed: readonly string[]): number | null {
  if (!countedUnits.some(counted => counted === unit)) return 1;
  if (amount === null) return null;
  const sum = addDecimals([amount, ...consumed]);
  return isWhole(sum) ? Number(sum) : null;
}

/** What examinations used up of an item, as far as it was stated. */
export function consumedOf({ examinations = {} }: Pick<EvidenceState, 'examinations'>): readonly string[] {
  return Object.values(examinations).flatMap(({ consumed }) =>
    consumed.flatMap(({ amount }) => amount ?? []),
  );
}
