import { corrected } from '../common/corrected.js';
import { disclosureErased } from '../common/disclosure-erased.js';
import type { KindRules } from '../rule.js';
import { exportGenerated } from './events/generated.js';
import type { ExportState } from './state.js';

export const exportRules: KindRules<ExportState> = {
  kind: 'export',
  title: { en: 'Export for auditors', fr: "Extrait à des fins d'audit" },
  events: [
    exportGenerated,
    corrected('export', { en: 'Record of an export corrected', fr: "Fiche d'un extrait corrigée" }),
    disclosureErased('export'),
  ],
};
