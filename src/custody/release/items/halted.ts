import type { EvidenceState, LegalStatus } from '../../evidence/state.js';
import { type EventRule, following } from '../../rule.js';
import { Exactly } from '../../schema/described.js';
import { itemMembers } from '../../schema/group.js';
import type { Text } from '../../text.js';
import { grantedStatuses } from '../outcome.js';
import { checkStatus, withRelease } from './on-item.js';

const body = Exactly({ ...itemMembers });

function halted(
  word: 'suspended' | 'withdrawn',
  status: LegalStatus,
  from: readonly LegalStatus[],
  title: Text,
): EventRule<EvidenceState> {
  return following<EvidenceState, typeof body>({
    type: `evidence.release-${word}`,
    form: 1,
    source: 'E40',
    title,
    body,
    decide: (state, _act, circumstances) => checkStatus(state, from, circumstances),
    evolve: (state, act, circumstances) => withRelease(state, { status, event: act.eventId }, circumstances),
  });
}

/** `evidence.release-suspended` (E40). */
export const evidenceReleaseSuspended = halted('suspended', 'SUSPENDED', grantedStatuses, {
  en: 'Release suspended',
  fr: 'Autorisation de remise suspendue',
});

/** `evidence.release-withdrawn` (E40): also of a request that was not decided yet. */
export const evidenceReleaseWithdrawn = halted(
  'withdrawn',
  'WITHDRAWN',
  [...grantedStatuses, 'SUSPENDED', 'UNDER_REVIEW'],
  { en: 'Release withdrawn', fr: 'Autorisation de remise retirée' },
);
