import type { LegalStatus } from '../../evidence/state.js';
import { type EventRule, following } from '../../rule.js';
import { Exactly, Prose } from '../../schema/described.js';
import { beforeItemsDigest, groupMembers, pieceGroupMembers } from '../../schema/group.js';
import { actMembers } from '../../schema/occurrence.js';
import type { Text } from '../../text.js';
import { pieceEventTypes } from '../piece.js';
import { type ReleaseState, withStatus } from '../state.js';

const members = {
  reason: Prose('Reason', 'Motif'),
  effectOnHandovers: Prose('Effect on pending handovers', 'Effet sur les remises en cours', 2000),
};

const body = Exactly({ ...actMembers, ...pieceGroupMembers, ...members });
const bodyOfItems = Exactly({ ...actMembers, ...groupMembers, ...members });

function halted(word: 'suspended' | 'withdrawn', status: LegalStatus, title: Text): EventRule<ReleaseState> {
  return following<ReleaseState, typeof body>({
    type: `release.${word}`,
    form: 3,
    source: 'E40',
    title,
    body,
    former: [beforeItemsDigest(bodyOfItems), { form: 2, body: bodyOfItems, supersededIn: 3 }],
    itemTypes: pieceEventTypes(`release-${word}`),
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
