import { checkIsCustodian } from '../../evidence/checks.js';
import type { EvidenceState } from '../../evidence/state.js';
import { following } from '../../rule.js';
import { Exactly } from '../../schema/described.js';
import { itemMembers } from '../../schema/group.js';
import { checkInTransfer } from '../checks/in-transfer.js';

const body = Exactly({ ...itemMembers });

/** `evidence.recalled`: the offer is taken back before anything left. */
export const evidenceRecalled = following<EvidenceState, typeof body>({
  type: 'evidence.recalled',
  form: 1,
  source: 'E17',
  title: { en: 'Offer recalled', fr: 'Proposition retirée' },
  body,
  decide(state, act, circumstances) {
    return [
      ...checkInTransfer(state, ['OFFERED'], circumstances),
      ...checkIsCustodian(state, act.actor.officer),
    ];
  },
  evolve: state => ({ ...state, transit: null }),
});
