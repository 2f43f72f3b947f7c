import { parseTime } from '../../../log/index.js';
import type { Circumstances } from '../../rule.js';
import { refuseIf, type Violation } from '../../violation.js';

const day = 86_400_000;

/** D6: in force for a stated time, no longer than the SOP allows. */
export function checkValidity(
  { validFrom, validUntil }: { readonly validFrom: string | null; readonly validUntil: string | null },
  { sop }: Circumstances,
): readonly Violation[] {
  const days = sop.deadlines.releaseMaximumDays.value;
  if (validFrom === null || validUntil === null) {
    return refuseIf(true, 'release.validity-missing', '/body/validUntil');
  }
  const length = parseTime(validUntil) - parseTime(validFrom);
  return [
    ...refuseIf(length <= 0, 'release.validity-backwards', '/body/validUntil'),
    ...refuseIf(length > days * day, 'release.validity-too-long', '/body/validUntil', { days: String(days) }),
  ];
}
