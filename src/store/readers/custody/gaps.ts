import type { OutsideReason, Period } from './periods.js';

const minute = 60_000;

/** A time nobody can account for, as an officer stated it. */
export interface StatedGap {
  /** ms since 1970. */
  readonly from: number;
  readonly until: number;
  readonly reason: string;
  readonly event: string;
  /** Time received of that event, ms. */
  readonly receivedAt: number;
}

/** A time longer than the procedure lets pass, for which nobody of ours answered (GATE-12). */
export interface Gap {
  /** ms since 1970; `until` null: it goes on. */
  readonly from: number;
  readonly until: number | null;
  readonly kind: 'STATED' | OutsideReason;
  /** An officer's words; null where the record itself shows the gap. */
  readonly reason: string | null;
  readonly event: string | null;
}

/**
 * GATE-12: gaps longer than `limitMinutes`; one of exactly that length is none. What went before the record began
 * is no gap of it: nobody can say how long it was.
 * @param now ms up to which an open period has lasted
 */
export function findGaps(
  periods: readonly Period[],
  stated: readonly StatedGap[],
  limitMinutes: number,
  now: number,
): readonly Gap[] {
  const limit = limitMinutes * minute;
  const shown = periods.flatMap(({ outside, from, until }): readonly Gap[] =>
    outside === null || from === null
      ? []
      : [{ from: from.at, until: until?.at ?? null, kind: outside, reason: null, event: from.event }],
  );
  const said = stated
    .filter(({ receivedAt }) => receivedAt <= now)
    .map(({ from, until, reason, event }): Gap => ({ from, until, kind: 'STATED', reason, event }));
  return [...shown, ...said]
    .filter(({ from, until }) => (until ?? now) - from > limit)
    .sort((left, right) => left.from - right.from);
}
