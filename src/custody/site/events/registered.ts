import { uncorrected } from '../../common/state.js';
import { beginning } from '../../rule.js';
import { Exactly, Line, Nullable, Prose } from '../../schema/described.js';
import { IdOf } from '../../schema/identifiers.js';
import { Position } from '../../schema/occurrence.js';
import { Withholdable } from '../../schema/withheld.js';
import { checkStores } from '../check-stores.js';
import type { SiteState } from '../state.js';
import { Stores } from '../store-schema.js';

const body = Exactly({
  name: Line('Name of the site', 'Nom du site'),
  description: Prose('Site in words', 'Site en clair', 1000),
  unit: Nullable(IdOf('unit', 'Unit that runs the site', 'Unité responsable du site')),
  position: Nullable(Withholdable(Position, 'Exact position', 'Position exacte')),
  stores: Stores,
});

/** `site.registered` (RQ-27, RQ-44), by two registrars. */
export const siteRegistered = beginning<SiteState, typeof body>({
  type: 'site.registered',
  form: 1,
  source: 'RQ-27, RQ-29, RQ-44',
  title: { en: 'Site registered', fr: 'Site enregistré' },
  body,
  decide: act => checkStores(act.body.stores),
  evolve(act) {
    const { name, description, unit, stores } = act.body;
    return { ...uncorrected, name, description, unit, stores };
  },
});
