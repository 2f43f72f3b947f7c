import { formatTime, parseTime } from '../../log/index.js';
import { endOf, type MomentKnown } from '../common/time-order.js';
import type { ReleaseOnItem } from '../evidence/state.js';
import { checkNotHeldBack } from '../hold/on-piece.js';
import { refuse, refuseIf, type Violation } from '../violation.js';
import { checkOriginatorConsents } from './originator.js';
import { grantedStatuses } from './outcome.js';
import type { ReleasedPiece } from './piece.js';

/** When the item is said to go, and when that was received, ms since 1970: a release is in force at both. */
interface Moments {
  readonly occurred: MomentKnown;
  readonly receivedAt: number;
}

/** To whom an item is to go, and what for; the receipt states no purpose of its own. */
interface Use {
  readonly unit: string | null;
  readonly purpose: string | null;
}

/**
 * GATE-6, GATE-9, GATE-10: a decision covers this item, this recipient, this purpose (in the same words), the whole of the
 * time the act is said to have taken, and the moment it is received. It is read from the item's own history; whether
 * it should have been taken is not for software to say (RQ-61).
 */
export function checkReleased(
  state: ReleasedPiece,
  release: string | null,
  { unit, purpose }: Use,
  { occurred, receivedAt }: Moments,
): readonly Violation[] {
  const { number, legal = {} } = state;
  const found = release !== null && Object.hasOwn(legal, release) ? legal[release] : undefined;
  if (found === undefined || !grantedStatuses.includes(found.status)) {
    return [refuse('release.not-granted', '/subject', { number, status: found?.status ?? 'NOT_REQUESTED' })];
  }
  return [
    ...refuseIf(
      !isInForce(found, parseTime(occurred.at), endOf(occurred)) ||
        !isInForce(found, receivedAt, receivedAt + 1),
      'release.not-in-force',
      '/subject',
      {
        number,
        from: found.validFrom ?? '–',
        until: found.validUntil ?? '–',
        at: occurred.at,
        precision: occurred.precision,
        now: formatTime(receivedAt),
      },
    ),
    ...refuseIf(found.recipientUnit !== unit, 'release.for-another-recipient', '/subject', {
      number,
      unit: found.recipientUnit,
    }),
    ...refuseIf(purpose !== null && found.purpose !== purpose, 'release.for-another-purpose', '/subject', {
      number,
      purpose: found.purpose,
    }),
    ...checkOriginatorConsents(state, found),
    ...checkNotHeldBack(state),
  ];
}

/** All the while from `begin` up to `end`, ms since 1970, half-open. */
function isInForce({ validFrom, validUntil }: ReleaseOnItem, begin: number, end: number): boolean {
  if (validFrom === null || validUntil === null) return false;
  return parseTime(validFrom) <= begin && end <= parseTime(validUntil);
}
