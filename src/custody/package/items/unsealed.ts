import { groupBody } from '../../common/group-body.js';
import type { EvidenceState } from '../../evidence/state.js';
import { following } from '../../rule.js';
import { Code, Exactly, Line } from '../../schema/described.js';
import { itemMembers } from '../../schema/group.js';
import { refuseIf } from '../../violation.js';
import { openingAuthorities } from '../../vocabulary/seals.js';
import { codesOf } from '../../vocabulary/vocabulary.js';
import { openedBody } from '../events/opened.js';
import { packedMembers, SealStateSeen } from '../fields.js';
import { checkSealState } from '../seal-recorded.js';
import {
  checkAtHand,
  checkCustodian,
  checkNotInTransfer,
  checkRepeatsGroup,
  checkUnderThisSeal,
} from './checks.js';

const body = Exactly({
  ...itemMembers,
  ...packedMembers,
  sealState: SealStateSeen,
  authority: Code(codesOf(openingAuthorities), 'Authority', 'Autorité'),
  condition: Line('Condition of the item as found', 'État constaté de la pièce', 400),
});

/**
 * `evidence.unsealed`: the package the item is in was opened (E24). An item that is missing from it is
 * listed too: its record says that the seal was opened. In a transfer only safety opens a package.
 */
export const evidenceUnsealed = following<EvidenceState, typeof body>({
  type: 'evidence.unsealed',
  form: 1,
  source: 'E24, RQ-30',
  title: { en: "Item's seal opened", fr: 'Scellé de la pièce ouvert' },
  body,
  decide(state, act, circumstances) {
    const { authority, sealState } = act.body;
    const group = groupBody(openedBody, circumstances);
    const agrees = group.authority.kind === authority && group.sealState === sealState;
    return [
      ...checkRepeatsGroup(act, circumstances, group.sealNumber),
      ...refuseIf(!agrees, 'package.item-differs', '/body', { number: group.sealNumber }),
      ...checkUnderThisSeal(state, act),
      ...checkCustodian(state, act, circumstances),
      ...checkAtHand(state, ['COLLECTED', 'HELD', 'CHECKED_OUT', 'IN_TRANSIT', 'UNACCOUNTED']),
      ...(authority === 'SAFETY' ? [] : checkNotInTransfer(state)),
      ...(state.seal === null ? [] : checkSealState(state.seal.status, act.body)),
    ];
  },
  evolve: (state, act) => ({
    ...state,
    seal: state.seal && { ...state.seal, status: 'OPENED_AUTHORISED', event: act.eventId },
  }),
});
