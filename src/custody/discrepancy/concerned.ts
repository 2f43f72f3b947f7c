import type { EvidenceState } from '../evidence/state.js';

/**
 * Who is concerned by what does not fit with an item (RQ-73): its custodian, and, while it is in a transfer or was
 * just received by one, whoever else had it in that transfer. Derived from the item, not left to the author to name.
 */
export function custodiansConcerned({ custody, transit, handover }: EvidenceState): readonly string[] {
  const had = [
    ...(custody === null ? [] : [custody.officer]),
    ...(transit?.hands ?? []),
    ...(custody?.cameFrom ?? []),
    ...(handover?.cameFrom ?? []),
  ];
  return [...new Set(had)];
}
