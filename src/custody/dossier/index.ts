import { corrected } from '../common/corrected.js';
import { disclosureErased } from '../common/disclosure-erased.js';
import type { KindRules } from '../rule.js';
import { dossierBuilt } from './events/built.js';
import { dossierDelivered } from './events/delivered.js';
import { dossierNoticeSent } from './events/notice-sent.js';
import type { DossierState } from './state.js';

export const dossierRules: KindRules<DossierState> = {
  kind: 'dossier',
  title: { en: 'Dossier for a prosecutor', fr: 'Dossier au parquet' },
  events: [
    dossierBuilt,
    dossierDelivered,
    dossierNoticeSent,
    corrected('dossier', { en: 'Record of a dossier corrected', fr: "Fiche d'un dossier corrigée" }),
    disclosureErased('dossier'),
  ],
};
