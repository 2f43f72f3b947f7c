import { dayAfter, dayOf, daysBetween, type Period } from './period.js';
import type { IncidentRow } from './rows.js';

/** "One attack every n days", with the days and the attacks it is made of. */
export interface Pace {
  readonly attacks: number;
  /** First day of the period, and the day after its last one; null: there was no attack to begin with. */
  readonly from: string | null;
  readonly until: string | null;
  readonly days: number | null;
  /** With one decimal; null: no attack, or no period. */
  readonly oneEveryDays: number | null;
}

/**
 * @param period that was asked for; without a beginning it begins with the first attack
 * @param knownAt ms since 1970; days after that one are not counted: nobody knows of them yet
 */
export function paceOf(attacks: readonly IncidentRow[], period: Period, knownAt: number): Pace {
  const first = attacks
    .map(({ happened }) => happened)
    .reduce((one, other) => Math.min(one, other), Infinity);
  const from = period.from ?? (attacks.length === 0 ? null : dayOf(first));
  const ended = dayAfter(dayOf(knownAt));
  const until = period.until === null || period.until > ended ? ended : period.until;
  if (from === null || from >= until) {
    return { attacks: attacks.length, from, until: from && until, days: null, oneEveryDays: null };
  }
  const days = daysBetween(from, until);
  const oneEveryDays = attacks.length === 0 ? null : Math.round((10 * days) / attacks.length) / 10;
  return { attacks: attacks.length, from, until, days, oneEveryDays };
}
