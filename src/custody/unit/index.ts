import { corrected } from '../common/corrected.js';
import { disclosureErased } from '../common/disclosure-erased.js';
import type { KindRules } from '../rule.js';
import { unitAssessed } from './events/assessed.js';
import { unitRegistered } from './events/registered.js';
import { unitSuspended } from './events/suspended.js';
import { unitSuspensionLifted } from './events/suspension-lifted.js';
import { unitValidityChanged } from './events/validity-changed.js';
import type { UnitState } from './state.js';

export const unitRules: KindRules<UnitState> = {
  kind: 'unit',
  title: { en: 'Unit', fr: 'Unité' },
  events: [
    unitRegistered,
    unitValidityChanged,
    unitAssessed,
    unitSuspended,
    unitSuspensionLifted,
    corrected('unit', { en: 'Registration of a unit corrected', fr: "Enregistrement d'unité corrigé" }),
    disclosureErased('unit'),
  ],
};
