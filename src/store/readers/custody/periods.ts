import { endOf } from '../../../custody/common/time-order.js';
import type { Occurrence } from '../../../custody/schema/occurrence.js';
import { formatTime } from '../../../log/index.js';

/** A moment at which something changed for an item, and the act that says so. */
export interface Boundary {
  /** ms since 1970: on this line the periods lie end to end. */
  readonly at: number;
  /** What the act said, ms; earlier than `at` where a coarse time lies before the act that went before. */
  readonly said: number;
  readonly precision: Occurrence['precision'];
  readonly event: string;
  /** Leaf index and time received (ms): from when on it was known. */
  readonly index: number;
  readonly receivedAt: number;
}

/** Who answers for an item, where, under which seal and why. */
export interface Holding {
  readonly officer: string;
  readonly role: string;
  readonly unit: string | null;
  readonly site: string | null;
  readonly store: string | null;
  readonly shelf: string | null;
  readonly place: string;
  readonly reason: string;
  /** Null in rows written before it was kept. */
  readonly stage: string | null;
  readonly custodyEvent: string | null;
  readonly seal: { readonly package: string; readonly number: string; readonly state: string } | null;
}

/** A stretch of one custody, as the table keeps it. */
export interface Interval {
  readonly holding: Holding;
  readonly from: Boundary;
  readonly until: Boundary | null;
}

/**
 * Why nobody of ours answers for an item: it was not on record yet; it was, and not in our hands yet; between two
 * custodies; custody has ended for good; or the item never came into our hands (left, destroyed in place, only
 * documented).
 */
export const outsideReasons = ['BEFORE_RECORD', 'NOT_YET', 'BETWEEN', 'ENDED', 'NEVER'] as const;
export type OutsideReason = (typeof outsideReasons)[number];

/** From one boundary to the next; null: open. One custody, or none and why. */
export type Period = {
  readonly from: Boundary | null;
  readonly until: Boundary | null;
} & (
  | { readonly holding: Holding; readonly outside: null }
  | { readonly holding: null; readonly outside: OutsideReason }
);

/** The table as it was known: what was received after `known` (ms) is not there yet. */
export function asKnownAt(intervals: readonly Interval[], known: number): readonly Interval[] {
  return intervals
    .filter(({ from }) => from.receivedAt <= known)
    .map(interval => {
      const { until } = interval;
      return until !== null && until.receivedAt > known ? { ...interval, until: null } : interval;
    });
}

/**
 * The whole of time, cut where custody changed: every instant lies in exactly one period (RQ-04).
 * @param recorded the item's first act; null: it was not known yet
 * @param ended is the item in a state no event leads out of?
 */
export function layPeriods(
  intervals: readonly Interval[],
  recorded: Boundary | null,
  ended: boolean,
): readonly Period[] {
  if (recorded === null) return [outside('BEFORE_RECORD', null, null)];
  const [first] = intervals;
  // A time known only to the day may put the first custody before the record: it then begins with it.
  const begun = first !== undefined && first.from.at < recorded.at ? first.from : recorded;
  const start = outside('BEFORE_RECORD', null, begun);
  if (first === undefined) return [start, outside(ended ? 'NEVER' : 'NOT_YET', recorded, null)];
  const periods: Period[] = [start, ...between('NOT_YET', begun, first.from)];
  for (const [position, { holding, from, until }] of intervals.entries()) {
    periods.push({ holding, outside: null, from, until });
    if (until === null) continue;
    const next = intervals[position + 1];
    if (next === undefined) periods.push(outside('ENDED', until, null));
    else periods.push(...between('BETWEEN', until, next.from));
  }
  return periods;
}

/** The one period an instant lies in; periods are half-open, an empty one holds nothing. */
export function periodAt(periods: readonly Period[], at: number): Period {
  const found = periods.find(
    ({ from, until }) => (from === null || from.at <= at) && (until === null || at < until.at),
  );
  if (found === undefined) throw new RangeError(`no period holds ${at}`);
  return found;
}

/**
 * Every period the instant may lie in, in order: between the earliest and the latest instant at which an act that
 * is known to the day may have happened, nobody can say on which side of it the instant lies (RQ-09). A time known to
 * the second leaves no doubt.
 */
export function periodsPossibleAt(periods: readonly Period[], at: number): readonly Period[] {
  // Acts happened in the order of the log: none later than the act after it.
  let latest = Number.POSITIVE_INFINITY;
  const possible: Period[] = [];
  for (const period of periods.toReversed()) {
    const { from, until } = period;
    if (until !== null) latest = Math.min(latest, latestOf(until));
    if ((from === null || from.at <= at) && at < latest) possible.unshift(period);
  }
  return possible;
}

/** `at` is the earliest; ms since 1970. */
function latestOf({ at, said, precision }: Boundary): number {
  return precision === 'SECOND' ? at : Math.max(at, endOf({ at: formatTime(said), precision }));
}

function outside(reason: OutsideReason, from: Boundary | null, until: Boundary | null): Period {
  return { holding: null, outside: reason, from, until };
}

function between(reason: OutsideReason, from: Boundary, until: Boundary): readonly Period[] {
  return from.at < until.at ? [outside(reason, from, until)] : [];
}
