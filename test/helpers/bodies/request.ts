import type { JsonObject } from '../../../src/log/index.js';
import { circumstances, type Intent, uuidOf } from '../procedure.js';

export const requestSubject = `request/${uuidOf('DEMO-REQUEST')}`;

/** Body of `request.registered`. */
export function requestBody(unit: string, changes: JsonObject = {}): JsonObject {
  return {
    ...circumstances('2021-04-01T09:00:00Z'),
    number: 'DEMO-RQ-1',
    authority: {
      unit,
      capacity: 'DEMO: juge d’instruction',
      person: { name: 'DEMO-NAT-2', grade: null },
    },
    kind: { code: 'REQUISITION', text: null },
    reference: 'DEMO-REQ-1',
    date: '2021-03-30',
    receivedOn: '2021-04-01',
    askedFor: { en: 'DEMO: the items of the attack', fr: 'DEMO : les pièces de l’attaque' },
    pieces: [],
    incident: null,
    proceedings: 'DEMO-PROC-1',
    offence: 'DEMO: attack on a camp',
    article: null,
    deadline: '2021-04-30',
    scan: null,
    ...changes,
  };
}

/** `request.registered` by the liaison with the courts. */
export function registerRequest(unit: string, changes: JsonObject = {}, subject = requestSubject): Intent {
  return { subject, type: 'request.registered', by: 'DEMO-JUS-1/JUS', body: requestBody(unit, changes) };
}

/** `request.answered`: refused, without a release. */
export function answerRequest(changes: JsonObject = {}): Intent {
  return {
    subject: requestSubject,
    type: 'request.answered',
    by: 'DEMO-LEG-1/LEG',
    body: {
      ...circumstances('2021-04-02T11:00:00Z'),
      answer: 'REFUSED',
      releases: [],
      reason: 'DEMO: no release is possible',
      sentOn: '2021-04-02',
      letter: null,
      ...changes,
    },
  };
}

/** `request.closed`: answered. */
export function closeRequest(changes: JsonObject = {}): Intent {
  return {
    subject: requestSubject,
    type: 'request.closed',
    by: 'DEMO-LEG-1/LEG',
    body: {
      ...circumstances('2021-04-02T11:30:00Z'),
      closure: 'ANSWERED',
      reason: 'DEMO: the authority has its answer',
      ...changes,
    },
  };
}
