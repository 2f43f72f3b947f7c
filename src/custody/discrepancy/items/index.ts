import type { EvidenceState } from '../../evidence/state.js';
import type { EventRule } from '../../rule.js';
import { evidenceDiscrepancyClosed } from './closed.js';
import { evidenceDiscrepancyOpened } from './opened.js';

/** Events that discrepancies bring into the history of an item. */
export const discrepancyItemRules: readonly EventRule<EvidenceState>[] = [
  evidenceDiscrepancyOpened,
  evidenceDiscrepancyClosed,
];
