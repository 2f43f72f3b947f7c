import { corrected } from '../common/corrected.js';
import { disclosureErased } from '../common/disclosure-erased.js';
import type { KindRules } from '../rule.js';
import { dossierBuilt } from './events/built.js';
import type { DossierState } from './state.js';

export const dossierRules: KindRules<DossierState> = {
  kind: 'dossier',
  title: { en: 'Dossier for a prosecutor', fr: 'Dossier au parquet' },
  events: [
    dossierBuilt,
    corrected('dossier', { en: 'Record of a dossier corrected', fr: "Fiche d'un dossier corrigée" }),
    disclosureErased('dossier'),
  ],
};
