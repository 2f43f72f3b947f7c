import { groupBody, groupId } from '../../common/group-body.js';
import { type EventRule, following } from '../../rule.js';
import { Exactly } from '../../schema/described.js';
import { itemMembers } from '../../schema/group.js';
import { requestedBody } from '../events/requested.js';
import type { ReleasedKind, ReleasedPiece } from '../piece.js';

const body = Exactly({ ...itemMembers });

/**
 * `<kind>.release-requested` (E37). The item events of a release are not called by the group's bare word
 * (`evidence.requested`, `.decided`): in an item's history a laboratory request is a request too.
 */
export function pieceReleaseRequested<State extends ReleasedPiece>(kind: ReleasedKind): EventRule<State> {
  return following<State, typeof body>({
    type: `${kind}.release-requested`,
    form: 1,
    source: 'E37',
    title: { en: 'Release requested', fr: 'Autorisation de remise demandée' },
    body,
    decide: () => [],
    evolve(state, act, circumstances) {
      const { recipient, purpose } = groupBody(requestedBody, circumstances);
      const requested = {
        status: 'UNDER_REVIEW' as const,
        requestedBy: act.actor.officer,
        recipientUnit: recipient.unit,
        recipientCapacity: recipient.capacity,
        purpose,
        validFrom: null,
        validUntil: null,
        conditions: [],
        event: act.eventId,
      };
      return { ...state, legal: { ...state.legal, [groupId(circumstances)]: requested } };
    },
  });
}
