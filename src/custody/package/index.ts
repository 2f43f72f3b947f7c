import { corrected } from '../common/corrected.js';
import { disclosureErased } from '../common/disclosure-erased.js';
import type { KindRules } from '../rule.js';
import { decideAlways, evolveAlways } from './always.js';
import { packageFoundDamaged } from './events/found-damaged.js';
import { packageOpened } from './events/opened.js';
import { packageResealed } from './events/resealed.js';
import { packageSealed } from './events/sealed.js';
import type { PackageState } from './state.js';

export const packageRules: KindRules<PackageState> = {
  kind: 'package',
  title: { en: 'Package', fr: 'Colis' },
  events: [
    packageSealed,
    packageOpened,
    packageResealed,
    packageFoundDamaged,
    corrected('package', { en: 'Record of a package corrected', fr: "Fiche d'un colis corrigée" }),
    disclosureErased('package'),
  ],
  decideAlways,
  evolveAlways,
};
