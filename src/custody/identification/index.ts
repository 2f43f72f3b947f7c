import { corrected } from '../common/corrected.js';
import { disclosureErased } from '../common/disclosure-erased.js';
import type { KindRules } from '../rule.js';
import { identificationMade } from './events/made.js';
import { identificationRestated } from './events/restated.js';
import { identificationWithdrawn } from './events/withdrawn.js';
import type { IdentificationState } from './state.js';

export const identificationRules: KindRules<IdentificationState> = {
  kind: 'identification',
  title: { en: 'Identification of an item', fr: "Identification d'une pièce" },
  events: [
    identificationMade,
    identificationRestated,
    identificationWithdrawn,
    corrected('identification', {
      en: 'Record of an identification corrected',
      fr: "Fiche d'une identification corrigée",
    }),
    disclosureErased('identification'),
  ],
};
