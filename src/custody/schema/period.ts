import { refuseIf, type Violation } from '../violation.js';
import { Nullable } from './described.js';
import { Day } from './occurrence.js';

/** Since when and until when something is so; what is not known is null. Both days belong to it. */
export const periodMembers = {
  from: Nullable(Day('Since when', 'Depuis quand')),
  until: Nullable(Day('Until when', "Jusqu'à quand")),
} as const;

export interface PeriodOf {
  /** `YYYY-MM-DD`. */
  readonly from: string | null;
  readonly until: string | null;
}

export function checkPeriod({ from, until }: PeriodOf, pointer: string): readonly Violation[] {
  return refuseIf(
    from !== null && until !== null && until < from,
    'record.period-backwards',
    `${pointer}/until`,
    { from: from ?? '', until: until ?? '' },
  );
}
