import { following } from '../../rule.js';
import { beforeItemsDigest } from '../../schema/group.js';
import { checkPackagesWhole } from '../checks/packages-whole.js';
import { checkContainerCompared } from '../container.js';
import { checkAllListed } from '../lines.js';
import type { TransferState } from '../state.js';
import { departedBody, legOf } from './departed.js';

/**
 * `transfer.passed-on` (E19): the next courier takes the consignment at a transit point, which is the place of
 * the act; the previous one countersigns.
 */
export const transferPassedOn = following<TransferState, typeof departedBody>({
  type: 'transfer.passed-on',
  form: 2,
  source: 'E19, D4, RQ-24',
  title: { en: 'Passed on to another courier', fr: 'Remis à un autre convoyeur' },
  body: departedBody,
  former: [beforeItemsDigest(departedBody)],
  itemTypes: ['evidence.passed-on'],
  decide(state, act) {
    return [
      ...checkAllListed(state, 'DEPARTED', act.body.items),
      ...checkContainerCompared(state.container, act.body.container),
    ];
  },
  // What was refused on arrival may go on in part, but no package of it may.
  decideLogWide: (_state, _act, facts) =>
    checkPackagesWhole(facts, undefined, 'transfer.package-passed-on-apart'),
  evolve: (state, act) => ({ ...state, legs: [...state.legs, legOf(act)] }),
});
