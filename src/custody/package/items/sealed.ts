import { groupBody, groupId } from '../../common/group-body.js';
import type { EvidenceState } from '../../evidence/state.js';
import { following } from '../../rule.js';
import { Exactly } from '../../schema/described.js';
import { itemMembers } from '../../schema/group.js';
import { sealedBody } from '../events/sealed.js';
import { ContentLine, packedMembers } from '../fields.js';
import {
  checkAtHand,
  checkCustodian,
  checkFirearms,
  checkNotInTransfer,
  checkRepeatsGroup,
  checkSafety,
  checkTakenOut,
} from './checks.js';
import { putUnderSeal } from './put-under-seal.js';

const body = Exactly({ ...itemMembers, ...packedMembers, content: ContentLine });

/** `evidence.sealed`: the item goes into a new package (E14). */
export const evidenceSealed = following<EvidenceState, typeof body>({
  type: 'evidence.sealed',
  form: 1,
  source: 'E14, D3, GATE-3',
  title: { en: 'Item placed under seal', fr: 'Pièce placée sous scellés' },
  body,
  decide(state, act, circumstances) {
    const { seal, holds } = groupBody(sealedBody, circumstances);
    return [
      ...checkRepeatsGroup(act, circumstances, seal.number),
      ...checkCustodian(state, act, circumstances),
      ...checkAtHand(state, ['COLLECTED', 'HELD', 'CHECKED_OUT']),
      ...checkNotInTransfer(state),
      ...checkTakenOut(state, groupId(circumstances)),
      ...checkSafety(state),
      ...checkFirearms(state, holds),
    ];
  },
  evolve: putUnderSeal,
});
