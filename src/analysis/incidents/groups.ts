import { countedAs } from './counted-as.js';
import { dayOf, liesIn, monthPeriod, type Period, within, yearPeriod } from './period.js';
import type { IncidentRow } from './rows.js';

/** By what incidents can be told apart. */
export const incidentGroupings = {
  YEAR: { en: 'By year', fr: 'Par année' },
  MONTH: { en: 'By month', fr: 'Par mois' },
  REGION: { en: 'By administrative unit', fr: 'Par circonscription' },
  TYPE: { en: 'By type', fr: 'Par type' },
  TARGET: { en: 'By class of target', fr: 'Par nature de cible' },
} as const;

export type IncidentGrouping = keyof typeof incidentGroupings;

/** Groupings of which one incident may be in several groups: what they count does not add up. */
export const overlapping: readonly IncidentGrouping[] = ['REGION', 'TARGET'];

export interface IncidentGroup {
  /** Year, month, name or code; null: not known. */
  readonly key: string | null;
  readonly rows: readonly IncidentRow[];
  /** For its pace: what of the period asked for is its own. */
  readonly period: Period;
}

/** The incidents in groups; what nobody can say is the last one, and stands by itself. */
export function groupIncidents(
  rows: readonly IncidentRow[],
  by: IncidentGrouping,
  period: Period,
): readonly IncidentGroup[] {
  const groups = new Map<string | null, IncidentRow[]>();
  for (const row of rows) {
    const keys = keysOf(row, by);
    for (const key of keys.length === 0 ? [null] : keys) {
      const members = groups.get(key);
      if (members === undefined) groups.set(key, [row]);
      else members.push(row);
    }
  }
  return [...groups]
    .sort(([one], [other]) => (one === null ? 1 : other === null ? -1 : one < other ? -1 : 1))
    .map(([key, members]) => ({ key, rows: members, period: periodOf(key, by, period) }));
}

function keysOf(row: IncidentRow, by: IncidentGrouping): readonly string[] {
  if (by === 'TYPE') return [countedAs(row.types).type];
  if (by === 'REGION') return [...new Set(row.regions)];
  if (by === 'TARGET') return [...new Set(row.targets)].filter(target => target !== 'NOT_KNOWN');
  const day = dayOf(row.happened);
  const key = by === 'YEAR' ? day.slice(0, 'YYYY'.length) : day.slice(0, 'YYYY-MM'.length);
  return liesIn(row, calendarPeriod(key, by)) === 'IN' ? [key] : [];
}

function calendarPeriod(key: string, by: 'YEAR' | 'MONTH'): Period {
  return by === 'YEAR' ? yearPeriod(key) : monthPeriod(key);
}

function periodOf(key: string | null, by: IncidentGrouping, asked: Period): Period {
  if (key === null || (by !== 'YEAR' && by !== 'MONTH')) return asked;
  return within(calendarPeriod(key, by), asked) ?? asked;
}
