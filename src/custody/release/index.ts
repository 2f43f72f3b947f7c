import { corrected } from '../common/corrected.js';
import { disclosureErased } from '../common/disclosure-erased.js';
import type { KindRules } from '../rule.js';
import { releaseCopyDisclosed } from './events/copy-disclosed.js';
import { releaseDecided } from './events/decided.js';
import { releaseSuspended, releaseWithdrawn } from './events/halted.js';
import { releaseInputGiven } from './events/input-given.js';
import { releaseOutcomeReported } from './events/outcome-reported.js';
import { releaseRequested } from './events/requested.js';
import type { ReleaseState } from './state.js';

export const releaseRules: KindRules<ReleaseState> = {
  kind: 'release',
  title: { en: 'Release', fr: 'Autorisation de remise' },
  events: [
    releaseRequested,
    releaseInputGiven,
    releaseDecided,
    releaseSuspended,
    releaseWithdrawn,
    releaseCopyDisclosed,
    releaseOutcomeReported,
    corrected('release', {
      en: 'Record of a release corrected',
      fr: "Fiche d'une autorisation de remise corrigée",
    }),
    disclosureErased('release'),
  ],
};
