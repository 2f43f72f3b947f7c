import { grantedStatuses } from './outcome.js';
import type { ReleaseState } from './state.js';

/** The pieces, `<kind>/<UUID>` and sorted, that a person has released and nobody has taken back (RQ-61). */
export function grantedPieces({ items, pieces = [] }: ReleaseState): readonly string[] {
  return Object.entries(items)
    .filter(([, status]) => grantedStatuses.includes(status))
    .map(([item]) => pieces.find(piece => piece.endsWith(`/${item}`)) ?? `evidence/${item}`)
    .sort();
}

/** Pieces that were suspended or withdrawn: whoever was given them has to be told (E40). */
export function withdrawnPieces({
  items,
  pieces = [],
}: Pick<ReleaseState, 'items' | 'pieces'>): readonly string[] {
  return Object.entries(items)
    .filter(([, status]) => status === 'SUSPENDED' || status === 'WITHDRAWN')
    .map(([item]) => pieces.find(piece => piece.endsWith(`/${item}`)) ?? `evidence/${item}`)
    .sort();
}
