import { classified } from '../common/classified.js';
import { corrected } from '../common/corrected.js';
import { disclosureErased } from '../common/disclosure-erased.js';
import { partClassified } from '../common/part-classified.js';
import { holdItemRules } from '../hold/items.js';
import { releaseItemRules } from '../release/items/index.js';
import { notingSource } from '../release/source-caveat.js';
import type { KindRules } from '../rule.js';
import { informationRegistered } from './events/registered.js';
import { informationStatementGiven } from './events/statement-given.js';
import { informationStatementTaken } from './events/statement-taken.js';
import type { InformationState } from './state.js';

export const informationRules: KindRules<InformationState> = {
  kind: 'information',
  title: { en: 'Piece of information', fr: 'Information' },
  events: [
    informationRegistered,
    informationStatementGiven,
    informationStatementTaken,
    classified(
      'information',
      { en: 'Classified', fr: 'Classifiée' },
      'E56, V6, GATE-9',
      ({ registeredBy }) => registeredBy,
    ),
    partClassified<InformationState>('information', {
      en: 'Part of a piece of information classified',
      fr: "Partie d'une information classifiée",
    }),
    ...holdItemRules<InformationState>('information'),
    corrected('information', {
      en: 'Record of a piece of information corrected',
      fr: "Fiche d'une information corrigée",
    }),
    disclosureErased('information'),
    ...releaseItemRules<InformationState>('information'),
  ],
  evolveAlways: notingSource,
};
