import { groupBody, groupId } from '../../common/group-body.js';
import type { EvidenceState } from '../../evidence/state.js';
import { following } from '../../rule.js';
import { Exactly, Line } from '../../schema/described.js';
import { itemMembers } from '../../schema/group.js';
import { SealNumber } from '../../sealstock/seal-number.js';
import { refuseIf } from '../../violation.js';
import { resealedBody } from '../events/resealed.js';
import { ContentLine, packedMembers } from '../fields.js';
import {
  checkAtHand,
  checkCustodian,
  checkFirearms,
  checkRepeatsGroup,
  checkSafety,
  checkTakenOut,
} from './checks.js';
import { putUnderSeal } from './put-under-seal.js';

const body = Exactly({
  ...itemMembers,
  ...packedMembers,
  formerSealNumber: SealNumber('Old seal of the package', 'Ancien scellé du colis'),
  content: ContentLine,
  condition: Line('Condition of the item', 'État de la pièce', 400),
});

/**
 * `evidence.resealed`: the item is inside a package that is sealed again (E25). On the way too: a package
 * found broken is not left open until it arrives.
 */
export const evidenceResealed = following<EvidenceState, typeof body>({
  type: 'evidence.resealed',
  form: 1,
  source: 'E25, RQ-30, GATE-3',
  title: { en: 'Item under a new seal', fr: 'Pièce sous scellé reconstitué' },
  body,
  decide(state, act, circumstances) {
    const { seal, sealNumber, holds } = groupBody(resealedBody, circumstances);
    const { formerSealNumber } = act.body;
    return [
      ...checkRepeatsGroup(act, circumstances, seal.number),
      ...refuseIf(formerSealNumber !== sealNumber, 'package.item-differs', '/body/formerSealNumber', {
        number: sealNumber,
      }),
      ...checkCustodian(state, act, circumstances),
      ...checkAtHand(state, ['COLLECTED', 'HELD', 'CHECKED_OUT', 'IN_TRANSIT']),
      ...checkTakenOut(state, groupId(circumstances)),
      ...checkSafety(state),
      ...checkFirearms(state, holds),
    ];
  },
  evolve: putUnderSeal,
});
