import type { SignedEvent } from '../../log/index.js';
import { refuseIf, type Violation } from '../violation.js';

/**
 * A log key that the service does not hold is not taken in: from its leaf on no checkpoint would bear the line of the
 * key in force, and every verification would fail (log-format section 8, *key*). Asked by the service alone, which knows
 * what it holds; a log that has such an event is judged without.
 * @param isHeld whether the service could sign with this verifier key
 */
export async function checkLogKeyHeld(
  { type, body }: Pick<SignedEvent, 'type' | 'body'>,
  isHeld: (verifierKey: string) => Promise<boolean>,
): Promise<readonly Violation[]> {
  if (type !== 'log.key-rotated') return [];
  return refuseIf(!(await isHeld(String(body.logKey))), 'log.key-not-held', '/body/logKey');
}
