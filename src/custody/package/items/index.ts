import type { EvidenceState } from '../../evidence/state.js';
import type { EventRule } from '../../rule.js';
import { evidenceResealed } from './resealed.js';
import { evidenceSealFoundDamaged } from './seal-found-damaged.js';
import { evidenceSealed } from './sealed.js';
import { evidenceUnsealed } from './unsealed.js';

/** Events that acts on packages bring into the history of an item. */
export const packageItemRules: readonly EventRule<EvidenceState>[] = [
  evidenceSealed,
  evidenceUnsealed,
  evidenceResealed,
  evidenceSealFoundDamaged,
];
