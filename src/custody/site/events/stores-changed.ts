import { following } from '../../rule.js';
import { Exactly, Prose } from '../../schema/described.js';
import { checkNothingDropped, checkStores } from '../check-stores.js';
import type { SiteState } from '../state.js';
import { Stores } from '../store-schema.js';

const body = Exactly({
  stores: Stores,
  reason: Prose('Reason', 'Raison'),
});

/** `site.stores-changed`: the whole list as it is from now on; what lies somewhere already stays there. */
export const siteStoresChanged = following<SiteState, typeof body>({
  type: 'site.stores-changed',
  form: 1,
  source: 'RQ-27, RQ-29, RQ-44',
  title: { en: 'Stores of a site changed', fr: "Locaux d'un site modifiés" },
  body,
  decide: (state, act) => [
    ...checkStores(act.body.stores),
    ...checkNothingDropped(state.stores, act.body.stores),
  ],
  evolve: (state, act) => ({ ...state, stores: act.body.stores }),
});
