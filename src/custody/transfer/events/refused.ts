import { following } from '../../rule.js';
import { Exactly, Nullable } from '../../schema/described.js';
import { beforeItemsDigest, groupMembers } from '../../schema/group.js';
import { actMembers } from '../../schema/occurrence.js';
import { StandIn } from '../../schema/stand-in.js';
import { checkPackagesWhole } from '../checks/packages-whole.js';
import { RefusedOnPaper, RefusedOnPaperInClear } from '../handover-record.js';
import { type TransferState, withLines } from '../state.js';

const members = { ...actMembers, ...groupMembers, standIn: StandIn };

export const refusedBody = Exactly({ ...members, onPaper: Nullable(RefusedOnPaper) });

const bodyWithScanInClear = Exactly({ ...members, onPaper: Nullable(RefusedOnPaperInClear) });

/** `transfer.refused` (E21; E43 where the receiver is national): of the items listed, each with its reason. */
export const transferRefused = following<TransferState, typeof refusedBody>({
  type: 'transfer.refused',
  form: 3,
  source: 'E21, E43',
  title: { en: 'Refused', fr: 'Refus' },
  body: refusedBody,
  former: [beforeItemsDigest(bodyWithScanInClear), { form: 2, body: bodyWithScanInClear, supersededIn: 3 }],
  itemTypes: ['evidence.refused'],
  decide: () => [],
  decideLogWide: (_state, _act, facts) => checkPackagesWhole(facts),
  evolve: (state, act) =>
    withLines(state, act.body.items, before => (before === 'DEPARTED' ? 'REFUSED_ON_ARRIVAL' : 'REFUSED')),
});
