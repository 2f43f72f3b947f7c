import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { AccountRow, IncidentRow } from '../../../analysis/incidents/rows.js';
import type { Database } from '../../schema/index.js';
import { mayRead, type Reading } from '../visibility.js';

/** The register of incidents as far as a reader sees it, as it was known at a leaf. */
interface RegisterOfIncidents {
  readonly incidents: readonly IncidentRow[];
  readonly accounts: readonly AccountRow[];
}

interface StoredIncident extends Omit<IncidentRow, 'happened'> {
  readonly happened: Date;
}

/**
 * Of each incident the last statement up to a leaf, and of each account the last one, but for those withdrawn by then. What came by
 * an import counts once that was closed; what the reader may not see counts nowhere.
 */
export async function readRegisterOfIncidents(
  db: Kysely<Database>,
  reading: Reading,
  leaf: number,
): Promise<RegisterOfIncidents> {
  const incidents = await sql<StoredIncident>`
    select incident, event_id as event, types, targets, definitions, happened, happened_precision as precision,
      administrative_units as regions, administrative_units_today as "regionsToday", exploitation,
      exploitation_reasons as "exploitationReasons", devices
    from (
      select distinct on (version.incident) version.*
      from incident_version version join incident on incident.id = version.incident
      where version.known_index <= ${leaf} and ${mayRead(reading, 'incidents', 'incident', 'record')}
        and ${importedBy('incident', leaf)}
      order by version.incident, version.known_index desc) known
    where not withdrawn`.execute(db);
  const accounts = await sql<AccountRow>`
    select account, event_id as event, incident, source_kind as "sourceKind", casualties from (
      select distinct on (version.account) version.account, version.event_id, version.incident, version.source_kind,
        version.casualties, version.withdrawn
      from account_version version join account on account.id = version.account
      where version.known_index <= ${leaf} and ${mayRead(reading, 'accounts', 'account', 'record')}
        and ${importedBy('account', leaf)}
      order by version.account, version.known_index desc) known
    where not withdrawn`.execute(db);
  return {
    incidents: incidents.rows.map(row => ({ ...row, happened: row.happened.getTime() })),
    accounts: accounts.rows,
  };
}

/** Was the import that brought it closed by then, where one did? */
function importedBy(table: 'incident' | 'account', leaf: number): RawBuilder<boolean> {
  const brought = sql.ref(`${table}.import`);
  return sql<boolean>`(${brought} is null or exists (select from import whole
    where whole.id = ${brought} and whole.closed_index <= ${leaf}))`;
}
