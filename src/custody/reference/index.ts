import { corrected } from '../common/corrected.js';
import { disclosureErased } from '../common/disclosure-erased.js';
import type { KindRules } from '../rule.js';
import { referenceEntriesAdded } from './events/entries-added.js';
import { referenceEntryRestated } from './events/entry-restated.js';
import { referenceEntryWithdrawn } from './events/entry-withdrawn.js';
import { referenceOpened } from './events/opened.js';
import type { ReferenceState } from './state.js';

export const referenceRules: KindRules<ReferenceState> = {
  kind: 'reference',
  title: { en: 'Reference collection', fr: 'Recueil de référence' },
  events: [
    referenceOpened,
    referenceEntriesAdded,
    referenceEntryRestated,
    referenceEntryWithdrawn,
    corrected('reference', {
      en: 'Record of a reference collection corrected',
      fr: "Fiche d'un recueil de référence corrigée",
    }),
    disclosureErased('reference'),
  ],
};
