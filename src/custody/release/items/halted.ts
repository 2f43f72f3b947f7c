import type { LegalStatus } from '../../evidence/state.js';
import { type EventRule, following } from '../../rule.js';
import { Exactly } from '../../schema/described.js';
import { itemMembers } from '../../schema/group.js';
import type { Text } from '../../text.js';
import { grantedStatuses } from '../outcome.js';
import type { ReleasedKind, ReleasedPiece } from '../piece.js';
import { checkStatus, withRelease } from './on-item.js';

const body = Exactly({ ...itemMembers });

interface Halt {
  readonly word: 'suspended' | 'withdrawn';
  readonly status: LegalStatus;
  readonly from: readonly LegalStatus[];
  readonly title: Text;
}

function halted<State extends ReleasedPiece>(
  kind: ReleasedKind,
  { word, status, from, title }: Halt,
): EventRule<State> {
  return following<State, typeof body>({
    type: `${kind}.release-${word}`,
    form: 1,
    source: 'E40',
    title,
    body,
    decide: (state, _act, circumstances) => checkStatus(state, from, circumstances),
    evolve: (state, act, circumstances) => withRelease(state, { status, event: act.eventId }, circumstances),
  });
}

/** `<kind>.release-suspended` (E40). */
export function pieceReleaseSuspended<State extends ReleasedPiece>(kind: ReleasedKind): EventRule<State> {
  return halted(kind, {
    word: 'suspended',
    status: 'SUSPENDED',
    from: grantedStatuses,
    title: { en: 'Release suspended', fr: 'Autorisation de remise suspendue' },
  });
}

/** `<kind>.release-withdrawn` (E40): also of a request that was not decided yet. */
export function pieceReleaseWithdrawn<State extends ReleasedPiece>(kind: ReleasedKind): EventRule<State> {
  return halted(kind, {
    word: 'withdrawn',
    status: 'WITHDRAWN',
    from: [...grantedStatuses, 'SUSPENDED', 'UNDER_REVIEW'],
    title: { en: 'Release withdrawn', fr: 'Autorisation de remise retirée' },
  });
}
