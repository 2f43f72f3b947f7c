import { corrected } from '../common/corrected.js';
import { disclosureErased } from '../common/disclosure-erased.js';
import type { KindRules } from '../rule.js';
import { siteRegistered } from './events/registered.js';
import { siteStoresChanged } from './events/stores-changed.js';
import type { SiteState } from './state.js';

export const siteRules: KindRules<SiteState> = {
  kind: 'site',
  title: { en: 'Site', fr: 'Site' },
  events: [
    siteRegistered,
    siteStoresChanged,
    corrected('site', { en: 'Registration of a site corrected', fr: 'Enregistrement de site corrigé' }),
    disclosureErased('site'),
  ],
};
