import { checkMayMove } from '../../evidence/checks.js';
import type { EvidenceState } from '../../evidence/state.js';
import { following } from '../../rule.js';
import { checkCourier } from '../checks/courier.js';
import { checkCustodianCountersigned } from '../checks/custodian.js';
import { checkInTransfer } from '../checks/in-transfer.js';
import { checkSealOfLine } from '../checks/sealed.js';
import { toCourier } from '../to-courier.js';
import { TravellingItem } from '../travelling.js';

/** `evidence.departed` (E18): the courier answers for the sealed package, not for what is in it (RQ-24). */
export const evidenceDeparted = following<EvidenceState, typeof TravellingItem>({
  type: 'evidence.departed',
  form: 1,
  source: 'E18, RQ-24, GATE-2, GATE-3',
  title: { en: 'Departed with a courier', fr: 'Partie avec un convoyeur' },
  body: TravellingItem,
  decide(state, act, circumstances) {
    return [
      ...checkInTransfer(state, ['OFFERED'], circumstances),
      ...checkCustodianCountersigned(state, 'giver', circumstances),
      ...checkCourier(state, act),
      ...checkSealOfLine(state, act.body),
      ...checkMayMove(state, act.body.occurred),
    ];
  },
  evolve: (state, act) => toCourier(state, act, 'DEPARTED'),
});
