import { formatTime, parseTime } from '../../log/index.js';

/** Days, `YYYY-MM-DD`, UTC: from the one on, before the other; null: without an end on that side. */
export interface Period {
  readonly from: string | null;
  readonly until: string | null;
}

/** From one instant, ms since 1970, to before another. */
interface Span {
  readonly from: number;
  readonly until: number;
}

const dayLength = 86_400_000;
const spans: Readonly<Record<string, number>> = { SECOND: 1_000, MINUTE: 60_000, HOUR: 3_600_000 };

export function dayOf(instant: number): string {
  return formatTime(instant).slice(0, 'YYYY-MM-DD'.length);
}

function startOfDay(day: string): number {
  return parseTime(`${day}T00:00:00Z`);
}

/** Whole days from one to before another. */
export function daysBetween(from: string, until: string): number {
  return Math.round((startOfDay(until) - startOfDay(from)) / dayLength);
}

export function dayAfter(day: string): string {
  return dayOf(startOfDay(day) + dayLength);
}

/** The time in which something happened for certain, by calendar days of UTC. */
function spanOf(happened: number, precision: string): Span {
  const day = dayOf(happened);
  const year = day.slice(0, 4);
  const month = day.slice(0, 7);
  if (precision === 'YEAR') return spanOfPeriod(yearPeriod(year));
  if (precision === 'MONTH') return spanOfPeriod(monthPeriod(month));
  if (precision === 'DAY') return { from: startOfDay(day), until: startOfDay(day) + dayLength };
  return { from: happened, until: happened + (spans[precision] ?? 0) };
}

function spanOfPeriod({ from, until }: Period): Span {
  return {
    from: from === null ? Number.NEGATIVE_INFINITY : startOfDay(from),
    until: until === null ? Number.POSITIVE_INFINITY : startOfDay(until),
  };
}

/** Did it happen in the period? A time known to the year can lie in a month of it, or not: nobody can say. */
export function liesIn(
  { happened, precision }: { readonly happened: number; readonly precision: string },
  period: Period,
): 'IN' | 'OUT' | 'CANNOT_SAY' {
  const span = spanOf(happened, precision);
  const { from, until } = spanOfPeriod(period);
  if (span.from >= from && span.until <= until) return 'IN';
  return span.until <= from || span.from >= until ? 'OUT' : 'CANNOT_SAY';
}

/** @param year `YYYY` */
export function yearPeriod(year: string): Period {
  return { from: `${year}-01-01`, until: `${String(Number(year) + 1).padStart(4, '0')}-01-01` };
}

/** @param month `YYYY-MM` */
export function monthPeriod(month: string): Period {
  const [year = '', of = ''] = month.split('-');
  if (of === '12') return { from: `${month}-01`, until: yearPeriod(year).until };
  return { from: `${month}-01`, until: `${year}-${String(Number(of) + 1).padStart(2, '0')}-01` };
}

/** What two periods have in common; null: nothing. */
export function within(one: Period, other: Period): Period | null {
  const from =
    [one.from, other.from]
      .filter(day => day !== null)
      .toSorted()
      .at(-1) ?? null;
  const until = [one.until, other.until].filter(day => day !== null).toSorted()[0] ?? null;
  return from !== null && until !== null && from >= until ? null : { from, until };
}
