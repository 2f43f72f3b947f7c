import type { Occurrence } from '../../custody/schema/occurrence.js';
import { FormatError, formatTime, parseTime } from '../../log/index.js';

/** A point in time and how precisely it is known, as an act states it. */
export type TypedTime = Pick<Occurrence, 'at' | 'precision'>;

const parts = /^(\d{4})(?:-(\d{2})(?:-(\d{2})(?:T(\d{2})(?::(\d{2})(?::(\d{2}(?:\.\d{3})?))?)?)?)?)?Z?$/;
const precisions = ['YEAR', 'MONTH', 'DAY', 'HOUR', 'MINUTE', 'SECOND'] as const;

/**
 * A time of UTC as an officer types it: as much of `2021-04-02T08:00:00Z` as is known. What was left out was not
 * known, so it is no precision of the statement; undefined where it is no time.
 */
export function readTypedTime(text: string): TypedTime | undefined {
  const typed = parts.exec(text)?.slice(1);
  if (typed === undefined) return undefined;
  const [year, month = '01', day = '01', hour = '00', minute = '00', second = '00'] = typed;
  const at = `${year}-${month}-${day}T${hour}:${minute}:${second}Z`;
  const known = typed.filter(part => part !== undefined).length;
  return isTime(at) ? { at, precision: precisions[known - 1] ?? 'SECOND' } : undefined;
}

/** Now, as precisely as the device's clock and a hand on a keyboard are. */
export function timeNow(): TypedTime {
  return { at: formatTime(Math.floor(Date.now() / 1000) * 1000), precision: 'SECOND' };
}

function isTime(text: string): boolean {
  try {
    parseTime(text);
    return true;
  } catch (error) {
    if (error instanceof FormatError) return false;
    throw error;
  }
}
