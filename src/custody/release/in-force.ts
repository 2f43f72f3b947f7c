import { formatTime, parseTime } from '../../log/index.js';
import type { EvidenceState, ReleaseOnItem } from '../evidence/state.js';
import { refuse, refuseIf, type Violation } from '../violation.js';
import { grantedStatuses } from './outcome.js';

/** To whom an item is to go, and what for; the receipt states no purpose of its own. */
interface Use {
  readonly unit: string | null;
  readonly purpose: string | null;
}

/**
 * GATE-6, GATE-10: a decision covers this item, this recipient, this purpose (in the same words) and this moment. It is read from the item's own
 * history; whether it should have been taken is not for software to say (RQ-61).
 * @param receivedAt time received, ms since 1970: releases are judged at it (design section 4)
 */
export function checkReleased(
  { number, legal }: EvidenceState,
  release: string | null,
  { unit, purpose }: Use,
  receivedAt: number,
): readonly Violation[] {
  const found = release !== null && Object.hasOwn(legal, release) ? legal[release] : undefined;
  if (found === undefined || !grantedStatuses.includes(found.status)) {
    return [refuse('release.not-granted', '/subject', { number, status: found?.status ?? 'NOT_REQUESTED' })];
  }
  return [
    ...refuseIf(!isInForce(found, receivedAt), 'release.not-in-force', '/subject', {
      number,
      from: found.validFrom ?? '–',
      until: found.validUntil ?? '–',
      now: formatTime(receivedAt),
    }),
    ...refuseIf(found.recipientUnit !== unit, 'release.for-another-recipient', '/subject', {
      number,
      unit: found.recipientUnit,
    }),
    ...refuseIf(purpose !== null && found.purpose !== purpose, 'release.for-another-purpose', '/subject', {
      number,
      purpose: found.purpose,
    }),
  ];
}

function isInForce({ validFrom, validUntil }: ReleaseOnItem, receivedAt: number): boolean {
  if (validFrom === null || validUntil === null) return false;
  return parseTime(validFrom) <= receivedAt && receivedAt < parseTime(validUntil);
}
