import type { EvidenceState } from '../../evidence/state.js';
import { following } from '../../rule.js';
import { Exactly } from '../../schema/described.js';
import { itemMembers } from '../../schema/group.js';
import { ContentLine, packedMembers } from '../fields.js';
import {
  checkAtHand,
  checkCustodian,
  checkFirearms,
  checkNotInTransfer,
  checkNotUnderSeal,
  checkRepeatsGroup,
  checkSafety,
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
  decide: (state, act, circumstances) => [
    ...checkRepeatsGroup(act, circumstances),
    ...checkCustodian(state, act, circumstances),
    ...checkAtHand(state, ['COLLECTED', 'HELD', 'CHECKED_OUT']),
    ...checkNotInTransfer(state),
    ...checkNotUnderSeal(state),
    ...checkSafety(state),
    ...checkFirearms(state, circumstances),
  ],
  evolve: putUnderSeal,
});
