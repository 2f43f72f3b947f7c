import {
  checkClassifier,
  checkNotLoosened,
  reclassified,
  reclassifyingMembers,
} from '../../evidence/record/reclassification.js';
import { following } from '../../rule.js';
import { Exactly } from '../../schema/described.js';
import { actMembers } from '../../schema/occurrence.js';
import type { AccountState } from '../state.js';

const body = Exactly({ ...actMembers, ...reclassifyingMembers });

/** `account.classified` (E56, V6): as an item is. */
export const accountClassified = following<AccountState, typeof body>({
  type: 'account.classified',
  form: 1,
  source: 'E56, V6',
  title: { en: 'Account classified', fr: 'Version des faits classifiée' },
  body,
  decide: (state, act) => [
    ...checkClassifier(act, act.actor.officer === state.givenBy),
    ...checkNotLoosened(state.classification, act.body),
  ],
  evolve: reclassified,
});
