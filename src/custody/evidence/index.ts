import { corrected } from '../common/corrected.js';
import { disclosureErased } from '../common/disclosure-erased.js';
import { partClassified } from '../common/part-classified.js';
import { discrepancyItemRules } from '../discrepancy/items/index.js';
import { examinationItemRules } from '../examination/items/index.js';
import { holdItemRules } from '../hold/items.js';
import { packageItemRules } from '../package/items/index.js';
import { releaseItemRules } from '../release/items/index.js';
import type { KindRules } from '../rule.js';
import { transferItemRules } from '../transfer/items/index.js';
import { decideAlways, evolveAlways } from './always.js';
import { evidenceActRules } from './events/index.js';
import type { EvidenceState } from './state.js';

export const evidenceRules: KindRules<EvidenceState> = {
  kind: 'evidence',
  title: { en: 'Evidence item', fr: 'Pièce' },
  events: [
    ...evidenceActRules,
    corrected('evidence', { en: 'Record of an item corrected', fr: "Fiche d'une pièce corrigée" }),
    partClassified<EvidenceState>('evidence', {
      en: 'Part of an item classified',
      fr: "Partie d'une pièce classifiée",
    }),
    disclosureErased('evidence'),
    ...packageItemRules,
    ...discrepancyItemRules,
    ...transferItemRules,
    ...releaseItemRules<EvidenceState>('evidence'),
    ...holdItemRules<EvidenceState>('evidence'),
    ...examinationItemRules,
  ],
  decideAlways,
  evolveAlways,
};
