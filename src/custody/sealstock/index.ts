import { corrected } from '../common/corrected.js';
import { disclosureErased } from '../common/disclosure-erased.js';
import type { KindRules } from '../rule.js';
import { sealstockIssued } from './events/issued.js';
import { sealstockLost, sealstockSpoiled } from './events/withdrawn.js';
import type { SealstockState } from './state.js';

export const sealstockRules: KindRules<SealstockState> = {
  kind: 'sealstock',
  title: { en: 'Stock of seals', fr: 'Stock de scellés' },
  events: [
    sealstockIssued,
    sealstockSpoiled,
    sealstockLost,
    corrected('sealstock', { en: 'Stock of seals corrected', fr: 'Stock de scellés corrigé' }),
    disclosureErased('sealstock'),
  ],
};
