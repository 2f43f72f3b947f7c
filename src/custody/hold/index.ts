import { corrected } from '../common/corrected.js';
import { disclosureErased } from '../common/disclosure-erased.js';
import type { KindRules } from '../rule.js';
import { holdLifted } from './events/lifted.js';
import { holdPlaced } from './events/placed.js';
import type { HoldState } from './state.js';

export const holdRules: KindRules<HoldState> = {
  kind: 'hold',
  title: { en: 'Hold', fr: 'Mesure de conservation' },
  events: [
    holdPlaced,
    holdLifted,
    corrected('hold', {
      en: 'Record of a hold corrected',
      fr: "Fiche d'une mesure de conservation corrigée",
    }),
    disclosureErased('hold'),
  ],
};
