import type { JsonObject } from '../../../src/log/index.js';
import { circumstances, type Intent, uuidOf } from '../procedure.js';
import { gazetteerPlace } from './incident.js';

export const sceneSubject = `scene/${uuidOf('DEMO-SCENE')}`;

/** A file as a body binds it; its bytes are of no matter to the rules. */
export function fileOf(digit: string, mediaType = 'image/jpeg'): JsonObject {
  return { sha256: digit.repeat(64), size: 1000, mediaType };
}

/** Body of `scene.opened`: a camp, explosive hazard possible, led by `DEMO-WIT-1`. */
export function sceneBody(changes: JsonObject = {}): JsonObject {
  return {
    ...circumstances('2021-04-02T07:00:00Z'),
    incident: uuidOf('DEMO-INCIDENT'),
    name: 'DEMO camp',
    kind: { code: 'CAMP', text: null },
    location: gazetteerPlace(),
    leader: uuidOf('DEMO-WIT-1'),
    hazard: 'POSSIBLE',
    hazardReason: null,
    ...changes,
  };
}

export function openScene(changes: JsonObject = {}, subject = sceneSubject): Intent {
  return { subject, type: 'scene.opened', by: 'DEMO-WIT-1/WIT', body: sceneBody(changes) };
}

/** The scene is opened by EOD, who excludes the hazard. */
export function openHarmlessScene(changes: JsonObject = {}, subject = sceneSubject): Intent {
  const excluded = { hazard: 'EXCLUDED', hazardReason: 'DEMO: items handed in at the gate, looked at' };
  return { ...openScene({ ...excluded, ...changes }, subject), by: 'DEMO-EOD-1/EOD' };
}

/** Body of `scene.secured`; the unit is `DEMO-UNIT`. */
export function securedBody(changes: JsonObject = {}): JsonObject {
  return {
    ...circumstances('2021-04-02T07:30:00Z'),
    arrival: { at: '2021-04-02T07:10:00Z', precision: 'MINUTE', zone: 'Africa/Bamako', clockDoubt: null },
    unit: uuidOf('DEMO-UNIT'),
    cordon: 'DEMO: 200 m around the gate',
    casualties: 'REMOVED',
    enteredBefore: [{ who: 'DEMO-MEDIC', capacity: 'medical crew', purpose: 'casualties' }],
    changes: null,
    ...changes,
  };
}

/** Body of `scene.cleared`: from 08:00 on 2 April 2021 for a day. */
export function clearedBody(changes: JsonObject = {}): JsonObject {
  return {
    ...circumstances('2021-04-02T08:00:00Z'),
    reference: 'DEMO-EOD-0001',
    area: 'DEMO: camp and 50 m around it',
    method: { code: 'VISUAL', text: null },
    residualRisk: 'DEMO: buried devices outside the area',
    validUntil: '2021-04-03T08:00:00Z',
    reEntryRule: 'DEMO: no re-entry after an alarm without EOD',
    ...changes,
  };
}

export function clearScene(changes: JsonObject = {}, subject = sceneSubject): Intent {
  return { subject, type: 'scene.cleared', by: 'DEMO-EOD-1/EOD', body: clearedBody(changes) };
}

export function withdrawClearance(
  clearance: string,
  at: string,
  changes: JsonObject = {},
  subject = sceneSubject,
): Intent {
  return {
    subject,
    type: 'scene.clearance-withdrawn',
    by: 'DEMO-EOD-2/EOD',
    refs: [clearance],
    body: { ...circumstances(at), clearance, reason: 'DEMO: a device was found', ...changes },
  };
}

export function photographOf(number: string, kind: string, changes: JsonObject = {}): JsonObject {
  return {
    number,
    kind: { code: kind, text: null },
    file: fileOf(number.slice(-1)),
    takenAt: '2021-04-02T08:50:00Z',
    device: 'DEMO-CAMERA',
    scale: kind === 'CLOSE',
    position: null,
    ...changes,
  };
}

/** Body of `scene.documented`; team of `DEMO-WIT-1`, unit `DEMO-UNIT`. */
export function documentedBody(changes: JsonObject = {}): JsonObject {
  return {
    ...circumstances('2021-04-02T09:00:00Z'),
    team: [
      {
        officer: uuidOf('DEMO-WIT-1'),
        name: 'DEMO-WIT-1',
        unit: uuidOf('DEMO-UNIT'),
        capacity: 'leader',
      },
    ],
    position: { latitude: '19.4567', longitude: '0.8567', accuracyMetres: 5, datum: 'WGS84' },
    photographs: [photographOf('P1', 'OVERALL'), photographOf('P2', 'MEDIUM'), photographOf('P3', 'CLOSE')],
    sketch: { file: fileOf('4', 'image/png'), scale: '1:200', north: true },
    conditions: { weather: 'clear', light: 'daylight', ground: null },
    search: {
      method: 'line search',
      limits: 'DEMO: 25 min, hostile fire',
      minutesAvailable: 25,
      threat: 'DEMO: small arms fire from the north',
    },
    witnesses: ['DEMO-WITNESS-1'],
    ...changes,
  };
}

export function documentScene(
  refs: readonly string[],
  changes: JsonObject = {},
  subject = sceneSubject,
): Intent {
  return {
    subject,
    type: 'scene.documented',
    by: 'DEMO-WIT-1/WIT',
    refs,
    body: documentedBody(changes),
  };
}

/** Body of `scene.closed`: partly exploited, one item left. */
export function closedBody(changes: JsonObject = {}): JsonObject {
  return {
    ...circumstances('2021-04-02T11:00:00Z'),
    leaving: { at: '2021-04-02T10:45:00Z', precision: 'MINUTE', zone: 'Africa/Bamako', clockDoubt: null },
    exploited: 'PARTIAL',
    reasons: [{ code: 'SECURITY', text: null }],
    counts: { recorded: 4, collected: 2, left: 1, destroyed: 1, documentedOnly: 0 },
    itemsLeft: [{ item: null, description: 'DEMO: engine block', reason: 'DEMO: too heavy' }],
    statement: 'DEMO: I saw the items myself where they lay.',
    ...changes,
  };
}

export function closeScene(changes: JsonObject = {}, subject = sceneSubject): Intent {
  return { subject, type: 'scene.closed', by: 'DEMO-WIT-1/WIT', body: closedBody(changes) };
}
