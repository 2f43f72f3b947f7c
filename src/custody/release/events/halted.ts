import type { LegalStatus } from '../../evidence/state.js';
import { type EventRule, following } from '../../rule.js';
import { Exactly, Prose } from '../../schema/described.js';
import { beforeItemsDigest, groupMembers } from '../../schema/group.js';
import { actMembers } from '../../schema/occurrence.js';
import type { Text } from '../../text.js';
import { type ReleaseState, withStatus } from '../state.js';

const body = Exactly({
  ...actMembers,
  ...groupMembers,
  reason: Prose('Reason', 'Motif'),
  effectOnHandovers: Prose('Effect on pending handovers', 'Effet sur les remises en cours', 2000),
});

function halted(word: 'suspended' | 'withdrawn', status: LegalStatus, title: Text): EventRule<ReleaseState> {
  return following<ReleaseState, typeof body>({
    type: `release.${word}`,
    form: 2,
    source: 'E40',
    title,
    body,
    former: [beforeItemsDigest(body)],
    itemTypes: [`evidence.release-${word}`],
    decide: () => [],
    evolve: (state, act) => withStatus(state, act.body.items, status),
  });
}

/** `release.suspended` (E40): until a new decision. */
export const releaseSuspended = halted('suspended', 'SUSPENDED', {
  en: 'Release suspended',
  fr: 'Autorisation de remise suspendue',
});

/** `release.withdrawn` (E40): for good. */
export const releaseWithdrawn = halted('withdrawn', 'WITHDRAWN', {
  en: 'Release withdrawn',
  fr: 'Autorisation de remise retirée',
});
