import type { LegalStatus } from '../../evidence/state.js';
import { type EventRule, following } from '../../rule.js';
import { Exactly, Prose } from '../../schema/described.js';
import { beforeItemsDigest, groupMembers, pieceGroupMembers } from '../../schema/group.js';
import { actMembers } from '../../schema/occurrence.js';
import { Withholdable } from '../../schema/withheld.js';
import type { Text } from '../../text.js';
import { pieceEventTypes } from '../piece.js';
import { type ReleaseState, withStatus } from '../state.js';

const effectOnHandovers = Prose('Effect on pending handovers', 'Effet sur les remises en cours', 2000);
const inClear = { reason: Prose('Reason', 'Motif'), effectOnHandovers };

/** The reason may be that somebody is in danger; the event goes into a later dossier of the same release. */
const body = Exactly({
  ...actMembers,
  ...pieceGroupMembers,
  reason: Withholdable(Prose('Reason', 'Motif'), 'Reason', 'Motif'),
  effectOnHandovers,
});
const bodyInClear = Exactly({ ...actMembers, ...pieceGroupMembers, ...inClear });
const bodyOfItems = Exactly({ ...actMembers, ...groupMembers, ...inClear });

function halted(word: 'suspended' | 'withdrawn', status: LegalStatus, title: Text): EventRule<ReleaseState> {
  return following<ReleaseState, typeof body>({
    type: `release.${word}`,
    form: 4,
    source: 'E40',
    title,
    body,
    former: [
      beforeItemsDigest(bodyOfItems),
      { form: 2, body: bodyOfItems, supersededIn: 3 },
      { form: 3, body: bodyInClear, supersededIn: 4 },
    ],
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
