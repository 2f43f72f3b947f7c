import type { EvidenceState } from '../../evidence/state.js';
import { following } from '../../rule.js';
import { checkCourier } from '../checks/courier.js';
import { checkCustodianCountersigned } from '../checks/custodian.js';
import { checkInTransfer } from '../checks/in-transfer.js';
import { checkSealOfLine } from '../checks/sealed.js';
import { toCourier } from '../to-courier.js';
import { TravellingItem } from '../travelling.js';

/** `evidence.passed-on` (E19): from one courier to the next; what was refused on arrival may be passed on too. */
export const evidencePassedOn = following<EvidenceState, typeof TravellingItem>({
  type: 'evidence.passed-on',
  form: 1,
  source: 'E19, RQ-24',
  title: { en: 'Passed on to another courier', fr: 'Remise à un autre convoyeur' },
  body: TravellingItem,
  decide(state, act, circumstances) {
    return [
      ...checkInTransfer(state, ['DEPARTED', 'REFUSED'], circumstances),
      ...checkCustodianCountersigned(state, 'previous-courier', circumstances),
      ...checkCourier(state, act),
      ...checkSealOfLine(state, act.body),
    ];
  },
  evolve: (state, act) => toCourier(state, act, state.transit?.stage ?? 'DEPARTED'),
});
