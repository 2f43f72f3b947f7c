import { type Figures, figuresOf } from './figures.js';
import { groupIncidents, type IncidentGrouping, overlapping } from './groups.js';
import { liesIn, type Period } from './period.js';
import type { AccountRow, IncidentRow } from './rows.js';

/** What is asked; null: all of it. */
export interface StatisticsWanted extends Period {
  /** A name of an administrative unit, then's or today's. */
  readonly region: string | null;
  /** A type as it is recorded, whatever stands beside it. */
  readonly type: string | null;
  readonly target: string | null;
  readonly by: IncidentGrouping | null;
}

export interface IncidentStatistics {
  /** Incidents that fit but for the period, of which nobody can say whether they lie in it: counted nowhere else. */
  readonly periodNotKnown: number;
  readonly total: Figures;
  readonly groups: readonly ({ readonly key: string | null } & Figures)[];
  /** An incident may be in several groups: they do not add up to the total. */
  readonly groupsOverlap: boolean;
}

/**
 * Statistics of incidents: of what was known at one instant, counted from the last statement of each
 * incident and from every account of it that was not withdrawn.
 * @param knownAt ms since 1970
 */
export function incidentStatistics(
  incidents: readonly IncidentRow[],
  accounts: readonly AccountRow[],
  wanted: StatisticsWanted,
  knownAt: number,
): IncidentStatistics {
  const { inPeriod, periodNotKnown } = selectIncidents(incidents, wanted);
  const accountsOf = accountsByIncident(accounts);
  const period: Period = { from: wanted.from, until: wanted.until };
  const groups = wanted.by === null ? [] : groupIncidents(inPeriod, wanted.by, period);
  return {
    periodNotKnown: periodNotKnown.length,
    total: figuresOf(inPeriod, accountsOf, period, knownAt),
    groups: groups.map(group => ({
      key: group.key,
      ...figuresOf(group.rows, accountsOf, group.period, knownAt),
    })),
    groupsOverlap: wanted.by !== null && overlapping.includes(wanted.by),
  };
}

/** The incidents that are asked for, and those that would be, but nobody can say whether they lie in the period. */
export function selectIncidents(
  incidents: readonly IncidentRow[],
  wanted: StatisticsWanted,
): { readonly inPeriod: readonly IncidentRow[]; readonly periodNotKnown: readonly IncidentRow[] } {
  const fitting = incidents.filter(row => fits(row, wanted));
  return {
    inPeriod: fitting.filter(row => liesIn(row, wanted) === 'IN'),
    periodNotKnown: fitting.filter(row => liesIn(row, wanted) === 'CANNOT_SAY'),
  };
}

function fits(row: IncidentRow, { region, type, target }: StatisticsWanted): boolean {
  return (
    (region === null || row.regions.includes(region) || row.regionsToday.includes(region)) &&
    (type === null || row.types.includes(type)) &&
    (target === null || row.targets.includes(target))
  );
}

export function accountsByIncident(
  accounts: readonly AccountRow[],
): ReadonlyMap<string, readonly AccountRow[]> {
  const found = new Map<string, AccountRow[]>();
  for (const account of accounts) {
    const own = found.get(account.incident);
    if (own === undefined) found.set(account.incident, [account]);
    else own.push(account);
  }
  return found;
}
