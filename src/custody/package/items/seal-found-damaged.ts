import { groupBody } from '../../common/group-body.js';
import type { EvidenceState } from '../../evidence/state.js';
import { following } from '../../rule.js';
import { Code, Exactly, Prose } from '../../schema/described.js';
import { itemMembers } from '../../schema/group.js';
import { refuseIf } from '../../violation.js';
import { damagedStatuses } from '../../vocabulary/seals.js';
import { foundDamagedBody } from '../events/found-damaged.js';
import { packedMembers } from '../fields.js';
import { checkRepeatsGroup, checkUnderThisSeal } from './checks.js';

const body = Exactly({
  ...itemMembers,
  ...packedMembers,
  state: Code(damagedStatuses, 'State of the seal as found', 'État constaté du scellé'),
  couldHaveBeenTouched: Prose(
    'What could have been touched, added or taken',
    'Ce qui a pu être touché, ajouté ou pris',
  ),
});

/** `evidence.seal-found-damaged` (E26, RQ-31): prints on all later papers of the item. */
export const evidenceSealFoundDamaged = following<EvidenceState, typeof body>({
  type: 'evidence.seal-found-damaged',
  form: 1,
  source: 'E26, RQ-31',
  title: { en: "Item's seal found damaged", fr: 'Scellé de la pièce trouvé altéré' },
  body,
  decide(state, act, circumstances) {
    const group = groupBody(foundDamagedBody, circumstances);
    return [
      ...checkRepeatsGroup(act, circumstances, group.sealNumber),
      ...refuseIf(group.state !== act.body.state, 'package.item-differs', '/body', {
        number: group.sealNumber,
      }),
      ...checkUnderThisSeal(state, act),
    ];
  },
  evolve(state, act) {
    const { sealNumber, state: status, couldHaveBeenTouched } = act.body;
    const remark = {
      kind: 'SEAL' as const,
      event: act.eventId,
      officer: act.actor.officer,
      text: `${sealNumber} ${status}: ${couldHaveBeenTouched}`,
    };
    return {
      ...state,
      seal: state.seal && { ...state.seal, status, event: act.eventId },
      remarks: [...state.remarks, remark],
    };
  },
});
