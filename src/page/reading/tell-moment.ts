import type { Language } from '../../custody/text.js';
import type { Moment } from './told.js';

/** How much of a date is known, of the least exact precisions. */
const DATE_LENGTHS: Readonly<Record<string, number>> = { YEAR: 4, MONTH: 7, DAY: 10, HOUR: 13 };

/** A time as people read it where it stands alone: with its zone. */
export function tellMomentWithZone(moment: Moment, language: Language): string {
  const told = tellMoment(moment, language);
  const isTimed = moment.at !== null && lengthOf(moment) > 10 && !Number.isNaN(Date.parse(moment.at));
  return isTimed ? `${told} UTC` : told;
}

/** A time as people read it, always UTC, no more exactly than it is known. */
export function tellMoment(moment: Moment, language: Language): string {
  const { at } = moment;
  if (at === null) return '—';
  const time = Date.parse(at);
  if (Number.isNaN(time)) return at;
  const length = lengthOf(moment);
  const date = new Intl.DateTimeFormat(language === 'fr' ? 'fr-FR' : 'en-GB', {
    timeZone: 'UTC',
    year: 'numeric',
    ...(length >= 7 && { month: 'short' }),
    ...(length >= 10 && { day: 'numeric' }),
  }).format(time);
  if (length <= 10) return date;
  const clock = new Date(time).toISOString().slice(11, 16);
  return length === 13 ? `${date}, ${clock.slice(0, 2)} h` : `${date}, ${clock}`;
}

function lengthOf({ precision }: Moment): number {
  return DATE_LENGTHS[precision ?? ''] ?? 16;
}

/** An exact time, of the log's clock. */
export function tellTime(time: number): string {
  return new Date(time).toISOString().replace('T', ' ').replace('.000Z', ' UTC');
}
