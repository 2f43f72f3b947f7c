import { countedAs, type IncidentClass } from './counted-as.js';
import type { AccountRow, IncidentRow } from './rows.js';
import { accountsByIncident, type StatisticsWanted, selectIncidents } from './statistics.js';

/** What one counted incident rests on: the signed statement of its facts, and those of the accounts of it. */
export interface CountedStatement {
  readonly incident: string;
  readonly event: string;
  readonly class: IncidentClass;
  readonly type: string;
  readonly accounts: readonly { readonly account: string; readonly event: string }[];
}

/** Every figure goes back to signed statements: these are the ones that were counted, and how. */
export function countedStatements(
  incidents: readonly IncidentRow[],
  accounts: readonly AccountRow[],
  wanted: StatisticsWanted,
): readonly CountedStatement[] {
  const accountsOf = accountsByIncident(accounts);
  return selectIncidents(incidents, wanted).inPeriod.map(({ incident, event, types }) => {
    const as = countedAs(types);
    const said = (accountsOf.get(incident) ?? []).map(row => ({ account: row.account, event: row.event }));
    return { incident, event, class: as.class, type: as.type, accounts: said };
  });
}
