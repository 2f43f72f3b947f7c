import type { SealStatus } from '../evidence/state.js';
import type { DiscrepancyKind } from '../vocabulary/discrepancies.js';

/** V8 to V9: what a seal's state as found calls for; a state that is not here calls for nothing (RQ-31). */
const demandedBySeal: Readonly<Partial<Record<SealStatus, DiscrepancyKind>>> = {
  OPENED_AUTHORISED: 'SEAL_OPEN',
  DAMAGED_EXPLAINED: 'SEAL_DAMAGED',
  DAMAGED_UNEXPLAINED: 'SEAL_DAMAGED',
  MISSING: 'SEAL_OPEN',
  NUMBER_MISMATCH: 'SEAL_MISMATCH',
  UNREADABLE: 'SEAL_MISMATCH',
};

/** What a receiver or counter found of one item, against what was announced. */
export interface Comparison {
  /** Is the item there at all? */
  readonly present: boolean;
  /** State of the seal as found; null where none was announced and none is there. */
  readonly seal: SealStatus | null;
  /** The manifest said that it comes unsealed, or under a seal known to be damaged. */
  readonly sealAnnounced: boolean;
  readonly countAgrees: boolean;
  readonly conditionAgrees: boolean;
  readonly descriptionAgrees: boolean;
}

/**
 * The discrepancies that a line of a receipt or of a count owes (GATE-4, RQ-21, RQ-31, RQ-32), in the order of
 * V9. One table for whoever asks for a reserve and whoever opens the discrepancy.
 */
export function demandedDiscrepancies(found: Comparison): readonly DiscrepancyKind[] {
  if (!found.present) return ['MISSING_ITEM'];
  const bySeal = found.seal === null || found.sealAnnounced ? undefined : demandedBySeal[found.seal];
  return [
    ...(found.countAgrees ? [] : (['COUNT_MISMATCH'] as const)),
    ...(found.descriptionAgrees ? [] : (['DESCRIPTION_MISMATCH'] as const)),
    ...(bySeal === undefined ? [] : [bySeal]),
    ...(found.conditionAgrees ? [] : (['CONDITION_CHANGED'] as const)),
  ];
}
