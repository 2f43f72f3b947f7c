import type { LogWideFacts } from '../../rule.js';
import { checkStillCovered } from '../../source/check-still-covered.js';
import type { Violation } from '../../violation.js';

interface Listing {
  readonly items: readonly { readonly subject: string }[];
}

/** Subjects of the items that a group lists. */
export function subjectsOf({ items }: Listing): readonly string[] {
  return items.map(({ subject }) => subject);
}

/** GATE-8: for each item that is handed over, consents cover who receives it when it goes. */
export function checkItemsStillCovered(
  { items }: Listing,
  release: string | null,
  unit: string | null,
  facts: LogWideFacts,
): readonly Violation[] {
  if (release === null || unit === null) return [];
  const pieces = items.map(({ subject: piece }, position) => ({
    piece,
    pointer: `/body/items/${position}/subject`,
  }));
  return checkStillCovered(release, pieces, unit, facts);
}
