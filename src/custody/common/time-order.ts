import { parseTime } from '../../log/index.js';
import type { Occurrence } from '../schema/occurrence.js';

/** When something occurred, as far as it is known. */
export type MomentKnown = Pick<Occurrence, 'at' | 'precision'>;

const spans: Record<Occurrence['precision'], number> = {
  SECOND: 1_000,
  MINUTE: 60_000,
  HOUR: 3_600_000,
  DAY: 86_400_000,
  MONTH: 31 * 86_400_000,
  YEAR: 366 * 86_400_000,
};

/** The instant, ms since 1970, by which it had happened for certain. */
export function endOf({ at, precision }: MomentKnown): number {
  return parseTime(at) + spans[precision];
}

/** May the one have happened after the other? A time known only to the day may fall anywhere in that day. */
export function mayFollow(next: MomentKnown, previous: MomentKnown): boolean {
  return endOf(next) > parseTime(previous.at);
}

export function laterOf(one: MomentKnown, other: MomentKnown): MomentKnown {
  const { at, precision } = parseTime(one.at) > parseTime(other.at) ? one : other;
  return { at, precision };
}
