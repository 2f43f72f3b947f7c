import { corrected } from '../common/corrected.js';
import { disclosureErased } from '../common/disclosure-erased.js';
import { remarksOf } from '../evidence/always.js';
import type { KindRules } from '../rule.js';
import { visitEntered } from './events/entered.js';
import { visitLeft } from './events/left.js';
import type { VisitState } from './state.js';

export const visitRules: KindRules<VisitState> = {
  kind: 'visit',
  title: { en: 'Visit of a scene', fr: 'Passage sur les lieux' },
  events: [
    visitEntered,
    visitLeft,
    corrected('visit', { en: 'Entry of the scene log corrected', fr: 'Registre des lieux corrigé' }),
    disclosureErased('visit'),
  ],
  evolveAlways: (state, act, circumstances) => ({
    ...state,
    remarks: [...state.remarks, ...remarksOf(act, circumstances)],
  }),
};
