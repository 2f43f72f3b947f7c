import type { EvidenceState } from '../../evidence/state.js';
import type { EventRule } from '../../rule.js';
import { evidenceDeparted } from './departed.js';
import { evidenceOffered } from './offered.js';
import { evidencePassedOn } from './passed-on.js';
import { evidenceRecalled } from './recalled.js';
import { evidenceReceived } from './received.js';
import { evidenceRefused } from './refused.js';
import { evidenceTakenOver } from './taken-over.js';

/** What a transfer does to each of its items. */
export const transferItemRules: readonly EventRule<EvidenceState>[] = [
  evidenceOffered,
  evidenceRecalled,
  evidenceDeparted,
  evidencePassedOn,
  evidenceReceived,
  evidenceRefused,
  evidenceTakenOver,
];
