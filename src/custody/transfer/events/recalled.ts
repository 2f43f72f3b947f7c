import { following } from '../../rule.js';
import { Exactly, Prose } from '../../schema/described.js';
import { beforeItemsDigest, groupMembers } from '../../schema/group.js';
import { actMembers } from '../../schema/occurrence.js';
import { checkAllListed } from '../lines.js';
import { type TransferState, withLines } from '../state.js';

const body = Exactly({
  ...actMembers,
  ...groupMembers,
  reason: Prose('Why the offer is recalled', 'Motif du retrait', 1000),
});

/** `transfer.recalled`: before departure the giver takes back the whole offer. */
export const transferRecalled = following<TransferState, typeof body>({
  type: 'transfer.recalled',
  form: 2,
  source: 'E17',
  title: { en: 'Offer recalled', fr: 'Proposition retirée' },
  body,
  former: [beforeItemsDigest(body)],
  itemTypes: ['evidence.recalled'],
  decide: (state, act) => checkAllListed(state, 'OFFERED', act.body.items),
  evolve: (state, act) => withLines(state, act.body.items, () => 'RECALLED'),
});
