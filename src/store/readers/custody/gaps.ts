import { outsideReasons, type Period } from './periods.js';

const minute = 60_000;

/** Said by an officer, or shown by the record: the item was missing, or in nobody's custody and why. */
export const gapKinds = ['STATED', 'MISSING', ...outsideReasons] as const;
type GapKind = (typeof gapKinds)[number];

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

/**
 * A time longer than the procedure lets pass, for which nobody of ours answered; or one of any length in which who
 * answers could not say where the item was (GATE-12).
 */
export interface Gap {
  /** ms since 1970; `until` null: it goes on. */
  readonly from: number;
  readonly until: number | null;
  readonly kind: GapKind;
  /** An officer's words; null where the record itself shows the gap. */
  readonly reason: string | null;
  readonly event: string | null;
}

/**
 * GATE-12: gaps longer than `limitMinutes`; one of exactly that length is none. What went before the record began
 * is no gap of it: nobody can say how long it was. A missing item is one from its first minute.
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
  return [
    ...[...shown, ...said].filter(({ from, until }) => (until ?? now) - from > limit),
    ...missingIn(periods).filter(({ from, until }) => until !== from),
  ].sort((left, right) => left.from - right.from);
}

/** Since when the item was missing, and until when: whatever else changed meanwhile is no end of it. */
function missingIn(periods: readonly Period[]): readonly Gap[] {
  const gaps: Gap[] = [];
  for (const [position, period] of periods.entries()) {
    if (!isMissing(period) || period.from === null) continue;
    const { from } = period;
    const until = period.until?.at ?? null;
    const before = periods[position - 1];
    const last = before !== undefined && isMissing(before) ? gaps.pop() : undefined;
    gaps.push(
      last ? { ...last, until } : { from: from.at, until, kind: 'MISSING', reason: null, event: from.event },
    );
  }
  return gaps;
}

/** Somebody still answers for it, and cannot say where it is (domain.md C.1). */
function isMissing({ holding }: Period): boolean {
  return holding?.stage === 'UNACCOUNTED';
}
