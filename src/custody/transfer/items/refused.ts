import { groupBody } from '../../common/group-body.js';
import type { EvidenceState } from '../../evidence/state.js';
import { following } from '../../rule.js';
import { Exactly, Prose } from '../../schema/described.js';
import { itemMembers } from '../../schema/group.js';
import { checkHandsOver } from '../checks/hands-over.js';
import { checkInTransfer } from '../checks/in-transfer.js';
import { checkReceiver, checkUnitOfStandIn, namedReceiver } from '../checks/receiver.js';
import { refusedBody } from '../events/refused.js';

const body = Exactly({ ...itemMembers, reason: Prose('Why it is refused', 'Motif du refus', 1000) });

/**
 * `evidence.refused` (E21, E43): custody stays with who brings the item. Before departure that is the giver, and
 * the item is out of the transfer; on arrival it is the courier, who returns it or offers it anew.
 */
export const evidenceRefused = following<EvidenceState, typeof body>({
  type: 'evidence.refused',
  form: 1,
  source: 'E21, E43',
  title: { en: 'Refused by the receiver', fr: 'Refusée par le destinataire' },
  body,
  decide(state, act, circumstances) {
    const side = groupBody(refusedBody, circumstances);
    return [
      ...checkInTransfer(state, ['OFFERED', 'DEPARTED'], circumstances),
      ...checkReceiver(state, act, side, circumstances),
      ...checkHandsOver(state, act, side.onPaper, circumstances),
    ];
  },
  looksUp: (_act, before) => ({ subjects: namedReceiver(before) }),
  decideLogWide: checkUnitOfStandIn,
  evolve(state) {
    const { transit } = state;
    const travelled = transit !== null && transit.courier !== null;
    return { ...state, transit: travelled ? { ...transit, stage: 'REFUSED' } : null };
  },
});
