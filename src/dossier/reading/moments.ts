import { precisions } from '../../custody/schema/occurrence.js';
import { formatTime, isJsonObject, type JsonValue } from '../../log/index.js';
import type { Moment } from '../paper/words.js';

/** When an act is said to have happened; null where it states no time. */
export function occurredIn(occurred: JsonValue | undefined): Moment | null {
  if (!isJsonObject(occurred ?? null)) return null;
  const { at, precision } = occurred as { at?: JsonValue; precision?: JsonValue };
  const known = precisions.find(one => one === precision);
  return typeof at === 'string' && known !== undefined ? { at, precision: known } : null;
}

/** Of the clock of the log, ms since 1970. */
export function receivedAt(ms: number): Moment {
  return { at: formatTime(ms), precision: 'SECOND' };
}

export function instant(at: string): Moment {
  return { at, precision: 'SECOND' };
}
