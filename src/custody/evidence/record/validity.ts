import { parseTime } from '../../../log/index.js';
import type { Act } from '../../rule.js';
import type { Occurrence } from '../../schema/occurrence.js';
import { refuseIf, type Violation } from '../../violation.js';

/** A finding or certificate holds for some time after it was made. */
export function checkValidity(
  { body }: Act<{ readonly occurred: Occurrence }>,
  validUntil: string | null,
): readonly Violation[] {
  return refuseIf(
    validUntil !== null && parseTime(validUntil) <= parseTime(body.occurred.at),
    'evidence.validity',
    '/body/validUntil',
    { validUntil: validUntil ?? '' },
  );
}
