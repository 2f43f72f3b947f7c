import { classified } from '../common/classified.js';
import { corrected } from '../common/corrected.js';
import { disclosureErased } from '../common/disclosure-erased.js';
import type { KindRules } from '../rule.js';
import { tracingAcknowledged } from './events/acknowledged.js';
import { tracingAnswered } from './events/answered.js';
import { tracingClosed } from './events/closed.js';
import { tracingDrafted } from './events/drafted.js';
import { tracingFindingRecorded } from './events/finding-recorded.js';
import { tracingLinkRecorded } from './events/link-recorded.js';
import { tracingReminded } from './events/reminded.js';
import { tracingReplyOffered } from './events/reply-offered.js';
import { tracingReplyRecorded } from './events/reply-recorded.js';
import { tracingRequested } from './events/requested.js';
import { tracingRestated } from './events/restated.js';
import { tracingStrandRestated } from './events/strand-restated.js';
import type { TracingState } from './state.js';

export const tracingRules: KindRules<TracingState> = {
  kind: 'tracing',
  title: { en: 'Trace request', fr: 'Demande de traçage' },
  events: [
    tracingDrafted,
    tracingRestated,
    tracingRequested,
    tracingAcknowledged,
    tracingReminded,
    tracingAnswered,
    tracingReplyOffered,
    tracingReplyRecorded,
    tracingFindingRecorded,
    tracingLinkRecorded,
    tracingStrandRestated,
    tracingClosed,
    classified(
      'tracing',
      { en: 'Trace request classified', fr: 'Demande de traçage classifiée' },
      'E56, V6',
      ({ draftedBy }) => draftedBy,
    ),
    corrected('tracing', {
      en: 'Record of a trace request corrected',
      fr: "Fiche d'une demande de traçage corrigée",
    }),
    disclosureErased('tracing'),
  ],
};
