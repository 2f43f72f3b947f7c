import { corrected } from '../common/corrected.js';
import { disclosureErased } from '../common/disclosure-erased.js';
import type { KindRules } from '../rule.js';
import { decideAlways, evolveAlways } from './always.js';
import { discrepancyClosed } from './events/closed.js';
import { discrepancyExplained } from './events/explained.js';
import { discrepancyOpened } from './events/opened.js';
import { discrepancyReassigned } from './events/reassigned.js';
import type { DiscrepancyState } from './state.js';

export const discrepancyRules: KindRules<DiscrepancyState> = {
  kind: 'discrepancy',
  title: { en: 'Discrepancy', fr: 'Anomalie' },
  events: [
    discrepancyOpened,
    discrepancyExplained,
    discrepancyReassigned,
    discrepancyClosed,
    corrected('discrepancy', {
      en: 'Record of a discrepancy corrected',
      fr: "Fiche d'une anomalie corrigée",
    }),
    disclosureErased('discrepancy'),
  ],
  decideAlways,
  evolveAlways,
};
