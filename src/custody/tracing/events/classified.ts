import {
  checkClassifier,
  checkNotLoosened,
  reclassified,
  reclassifyingMembers,
} from '../../evidence/record/reclassification.js';
import { following } from '../../rule.js';
import { Exactly } from '../../schema/described.js';
import { actMembers } from '../../schema/occurrence.js';
import type { TracingState } from '../state.js';

const body = Exactly({ ...actMembers, ...reclassifyingMembers });

/** `tracing.classified` (E56, V6): as an item is. */
export const tracingClassified = following<TracingState, typeof body>({
  type: 'tracing.classified',
  form: 1,
  source: 'E56, V6',
  title: { en: 'Trace request classified', fr: 'Demande de traçage classifiée' },
  body,
  decide: (state, act) => [
    ...checkClassifier(act, act.actor.officer === state.draftedBy),
    ...checkNotLoosened(state.classification, act.body),
  ],
  evolve: reclassified,
});
