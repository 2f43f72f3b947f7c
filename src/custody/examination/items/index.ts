import type { EvidenceState } from '../../evidence/state.js';
import type { EventRule } from '../../rule.js';
import { evidenceExaminationAccepted } from './accepted.js';
import { evidenceDestructionApproved } from './destruction-approved.js';
import { evidenceLeadRecorded } from './lead-recorded.js';
import { evidenceExaminationRejected } from './rejected.js';
import { evidenceExaminationRequested } from './requested.js';
import { evidenceResultAmended, evidenceResultIssued } from './result.js';
import { evidenceTracesMatched } from './traces-matched.js';
import { evidenceExaminationWithdrawn } from './withdrawn.js';

/** What an examination says of each of its items. */
export const examinationItemRules: readonly EventRule<EvidenceState>[] = [
  evidenceExaminationRequested,
  evidenceExaminationAccepted,
  evidenceExaminationRejected,
  evidenceExaminationWithdrawn,
  evidenceDestructionApproved,
  evidenceResultIssued,
  evidenceResultAmended,
  evidenceLeadRecorded,
  evidenceTracesMatched,
];
