import {
  checkClassifier,
  checkNotLoosened,
  reclassified,
  reclassifyingMembers,
} from '../../evidence/record/reclassification.js';
import { following } from '../../rule.js';
import { Exactly } from '../../schema/described.js';
import { actMembers } from '../../schema/occurrence.js';
import type { InformationState } from '../state.js';

const body = Exactly({ ...actMembers, ...reclassifyingMembers });

/**
 * `information.classified` (E56, V6): as an item is. Its originator's consent to loosening it, and to its release, is
 * brought by this act and stated anew by each (GATE-9).
 */
export const informationClassified = following<InformationState, typeof body>({
  type: 'information.classified',
  form: 1,
  source: 'E56, V6, GATE-9',
  title: { en: 'Classified', fr: 'Classifiée' },
  body,
  decide: (state, act) => [
    ...checkClassifier(act, act.actor.officer === state.registeredBy),
    ...checkNotLoosened(state.classification, act.body),
  ],
  evolve: reclassified,
});
