import { corrected } from '../common/corrected.js';
import { disclosureErased } from '../common/disclosure-erased.js';
import type { KindRules } from '../rule.js';
import { sourceConsentRecorded } from './events/consent-recorded.js';
import { sourceConsentRevoked } from './events/consent-revoked.js';
import { sourceLinked } from './events/linked.js';
import { sourceRegistered } from './events/registered.js';
import type { SourceState } from './state.js';

export const sourceRules: KindRules<SourceState> = {
  kind: 'source',
  title: { en: 'Source', fr: 'Source' },
  events: [
    sourceRegistered,
    sourceConsentRecorded,
    sourceConsentRevoked,
    sourceLinked,
    corrected('source', { en: 'Record of a source corrected', fr: "Fiche d'une source corrigée" }),
    disclosureErased('source'),
  ],
};
