import type { EvidenceState } from '../../evidence/state.js';
import type { EventRule } from '../../rule.js';
import { evidenceReleaseDecided } from './decided.js';
import { evidenceReleaseSuspended, evidenceReleaseWithdrawn } from './halted.js';
import { evidenceReleaseRequested } from './requested.js';

/** What a release says of each of its items. */
export const releaseItemRules: readonly EventRule<EvidenceState>[] = [
  evidenceReleaseRequested,
  evidenceReleaseDecided,
  evidenceReleaseSuspended,
  evidenceReleaseWithdrawn,
];
