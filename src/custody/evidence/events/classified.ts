import { following } from '../../rule.js';
import { Exactly } from '../../schema/described.js';
import { actMembers } from '../../schema/occurrence.js';
import {
  checkClassifier,
  checkNotLoosened,
  reclassified,
  reclassifyingMembers,
} from '../record/reclassification.js';
import type { EvidenceState } from '../state.js';

const body = Exactly({ ...actMembers, ...reclassifyingMembers });

/**
 * `evidence.classified` (E56, V6): set or changed, by the author of the record, the records officer or the legal
 * officer. What its originator controls, or keeps from the host State, is loosened with his consent only. The consent to a release is recorded in the
 * same way, and is stated anew by each classification (GATE-9).
 */
export const evidenceClassified = following<EvidenceState, typeof body>({
  type: 'evidence.classified',
  form: 1,
  source: 'E56, V6, GATE-9',
  title: { en: 'Classified', fr: 'Classifiée' },
  body,
  decide(state, act) {
    return [
      ...checkClassifier(act, act.actor.officer === state.registeredBy),
      ...checkNotLoosened(state.classification, act.body),
    ];
  },
  evolve: reclassified,
});
