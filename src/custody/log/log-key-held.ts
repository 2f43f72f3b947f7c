import type { SignedEvent } from '../../log/index.js';
import { refuseIf, type Violation } from '../violation.js';

/**
 * A log key that the service does not sign with is not taken in: from its leaf on no checkpoint would bear the line of the
 * key in force, and every verification would fail (log-format section 8, *key*). Asked by the service alone, which knows
 * what it signs with; a log that has such an event is judged without.
 * @param held verifier key that the service signs with
 */
export function checkLogKeyHeld(
  { type, body }: Pick<SignedEvent, 'type' | 'body'>,
  held: string,
): readonly Violation[] {
  return refuseIf(type === 'log.key-rotated' && body.logKey !== held, 'log.key-not-held', '/body/logKey');
}
