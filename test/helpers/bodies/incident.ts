import type { JsonObject } from '../../../src/log/index.js';
import { circumstances, type Intent, uuidOf } from '../procedure.js';

export const incidentSubject = `incident/${uuidOf('DEMO-INCIDENT')}`;

/** A place by name, as it stood then, without today's name. */
export function gazetteerPlace(changes: JsonObject = {}): JsonObject {
  return {
    name: 'DEMO-PLACE',
    administrativeUnits: ['DEMO-COUNTRY', 'DEMO-REGION'],
    gazetteer: 'DEMO gazetteer',
    gazetteerDate: '2020-01-01',
    today: null,
    position: null,
    ...changes,
  };
}

const definition = { text: 'DEMO: two or more together', from: '2020-01-01' };

/** Body of `incident.opened`; the reporting unit is `DEMO-UNIT`. */
export function incidentBody(changes: JsonObject = {}): JsonObject {
  return {
    ...circumstances('2021-04-02T10:00:00Z'),
    caseFile: '210402 COMPLEX, DEMO-PLACE',
    classifications: [
      { type: { code: 'COMPLEX', text: null }, subTypes: ['MORTAR'], definition },
      { type: { code: 'SAF', text: null }, subTypes: [], definition: null },
    ],
    happened: { at: '2021-04-02T06:00:00Z', precision: 'HOUR', zone: 'Africa/Bamako', clockDoubt: null },
    location: gazetteerPlace(),
    reportingUnit: uuidOf('DEMO-UNIT'),
    targets: [{ code: 'UN_CAMP', text: null }],
    claimReference: 'DEMO-CLAIM-1',
    summary: null,
    exploitation: { level: 'PARTIAL', reasons: [{ code: 'SECURITY', text: null }] },
    devices: [],
    imported: null,
    ...changes,
  };
}

export function openIncident(changes: JsonObject = {}, subject = incidentSubject): Intent {
  return { subject, type: 'incident.opened', by: 'DEMO-JMAC-1/JMAC', body: incidentBody(changes) };
}

/** A device of which nothing is known, but for `changes`. */
export function deviceOf(changes: JsonObject = {}): JsonObject {
  const unknown = { initiation: null, switch: null, emplacement: null, mainCharge: null };
  return { ...unknown, charge: null, status: null, basis: null, ...changes };
}

/** Body of `incident.restated`: the facts of `incidentBody`, and why. */
export function restatedBody(changes: JsonObject = {}): JsonObject {
  const { caseFile: _, claimReference: __, imported: ___, ...facts } = incidentBody();
  return {
    ...facts,
    ...circumstances('2021-04-02T11:30:00Z'),
    reason: 'DEMO: a second report came in',
    ...changes,
  };
}

export function restateIncident(changes: JsonObject = {}, subject = incidentSubject): Intent {
  return { subject, type: 'incident.restated', by: 'DEMO-JMAC-1/JMAC', body: restatedBody(changes) };
}

/** Body of `incident.withdrawn`. */
export function withdrawnBody(changes: JsonObject = {}): JsonObject {
  return {
    ...circumstances('2021-04-02T11:40:00Z'),
    duplicateOf: null,
    reason: 'DEMO: no incident after all',
    ...changes,
  };
}

export function withdrawIncident(changes: JsonObject = {}, subject = incidentSubject): Intent {
  return { subject, type: 'incident.withdrawn', by: 'DEMO-JMAC-1/JMAC', body: withdrawnBody(changes) };
}

/** Body of `incident.assigned`. */
export function assignedBody(officer: string, changes: JsonObject = {}): JsonObject {
  return {
    ...circumstances('2021-04-02T11:00:00Z'),
    officer,
    relieves: null,
    reason: 'DEMO: on duty',
    ...changes,
  };
}
