import type { LegalStatus } from '../evidence/state.js';
import type { ReleaseOutcome } from '../vocabulary/releases.js';

/** RQ-61: the legal status is the decision's own word, translated; nothing else ever gives it. */
export const statusOfOutcome = {
  GRANTED: 'CLEARED',
  GRANTED_WITH_CONDITIONS: 'CLEARED_WITH_CONDITIONS',
  REFUSED: 'REFUSED',
} as const satisfies Record<ReleaseOutcome, LegalStatus>;

/** Statuses under which an item may be handed over while the decision is in force. */
export const grantedStatuses: readonly LegalStatus[] = [
  statusOfOutcome.GRANTED,
  statusOfOutcome.GRANTED_WITH_CONDITIONS,
];
