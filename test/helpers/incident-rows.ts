import type { AccountRow, IncidentRow } from '../../src/analysis/incidents/rows.js';
import type { CasualtiesOnRecord } from '../../src/custody/account/facts/casualties.js';
import type { DeviceOnRecord } from '../../src/custody/incident/facts/devices.js';

/** An attack with small arms on 2 April 2021, of which nothing more is known. */
export function incidentRow(incident: string, changes: Partial<IncidentRow> = {}): IncidentRow {
  return {
    incident,
    event: `DEMO-EVENT-${incident}`,
    types: ['SAF'],
    targets: [],
    definitions: [],
    happened: Date.UTC(2021, 3, 2, 6),
    precision: 'HOUR',
    regions: ['DEMO-REGION'],
    regionsToday: [],
    exploitation: null,
    exploitationReasons: [],
    devices: [],
    ...changes,
  };
}

export function device(changes: Partial<DeviceOnRecord> = {}): DeviceOnRecord {
  const unknown = { initiation: null, switch: null, emplacement: null, mainCharge: null };
  return { ...unknown, charge: null, status: null, basis: null, ...changes };
}

/** What a source says of one category. */
export function said(
  category: string,
  figures: Partial<Omit<CasualtiesOnRecord, 'category'>>,
): CasualtiesOnRecord {
  return { category, dead: null, injured: null, abducted: null, ...figures };
}

export function account(incident: string, ...casualties: readonly CasualtiesOnRecord[]): AccountRow {
  const names = { account: `DEMO-ACCOUNT-${incident}`, event: `DEMO-SAID-${incident}`, incident };
  return { ...names, sourceKind: 'UNIT_REPORT', casualties };
}
