import { corrected } from '../common/corrected.js';
import { disclosureErased } from '../common/disclosure-erased.js';
import type { KindRules } from '../rule.js';
import { officerKeyRegistered } from './events/key-registered.js';
import { officerKeyRevoked } from './events/key-revoked.js';
import { officerRegistered } from './events/registered.js';
import { officerRoleEnded } from './events/role-ended.js';
import { officerRoleGranted } from './events/role-granted.js';
import type { OfficerState } from './state.js';

export const officerRules: KindRules<OfficerState> = {
  kind: 'officer',
  title: { en: 'Officer', fr: 'Officier' },
  events: [
    officerRegistered,
    officerKeyRegistered,
    officerKeyRevoked,
    officerRoleGranted,
    officerRoleEnded,
    corrected('officer', {
      en: 'Registration of an officer corrected',
      fr: "Enregistrement d'officier corrigé",
    }),
    disclosureErased('officer'),
  ],
};
