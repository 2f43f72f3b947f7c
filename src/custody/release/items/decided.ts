import { groupBody } from '../../common/group-body.js';
import { checkNotHeldBack } from '../../hold/on-piece.js';
import { type EventRule, following } from '../../rule.js';
import { Exactly } from '../../schema/described.js';
import { itemMembers } from '../../schema/group.js';
import { refuseIf } from '../../violation.js';
import { decidedBody } from '../events/decided.js';
import { checkOriginatorConsents } from '../originator.js';
import { grantedStatuses, statusOfOutcome } from '../outcome.js';
import type { ReleasedKind, ReleasedPiece } from '../piece.js';
import { checkStatus, releaseOnItem, withRelease } from './on-item.js';

const body = Exactly({ ...itemMembers });

/** `<kind>.release-decided` (E39): the decision's own word, in the history of the piece (RQ-61). */
export function pieceReleaseDecided<State extends ReleasedPiece>(kind: ReleasedKind): EventRule<State> {
  return following<State, typeof body>({
    type: `${kind}.release-decided`,
    form: 1,
    source: 'E39, SD-2, RQ-61, GATE-9',
    title: { en: 'Release decided', fr: "Décision sur l'autorisation de remise" },
    body,
    decide(state, act, circumstances) {
      const requestedBy = releaseOnItem(state, circumstances)?.requestedBy;
      const { outcome } = groupBody(decidedBody, circumstances);
      const granted = grantedStatuses.includes(statusOfOutcome[outcome]);
      return [
        ...checkStatus(state, ['UNDER_REVIEW', 'SUSPENDED'], circumstances),
        ...refuseIf(requestedBy === act.actor.officer, 'release.requester-decides', '/actor/officer', {
          number: state.number,
        }),
        ...(granted ? [...checkOriginatorConsents(state), ...checkNotHeldBack(state)] : []),
      ];
    },
    evolve(state, act, circumstances) {
      const { outcome, conditions, validFrom, validUntil } = groupBody(decidedBody, circumstances);
      const decided = {
        status: statusOfOutcome[outcome],
        conditions,
        validFrom,
        validUntil,
        event: act.eventId,
      };
      return withRelease(state, decided, circumstances);
    },
  });
}
