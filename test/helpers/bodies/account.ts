import type { JsonObject } from '../../../src/log/index.js';
import { circumstances, type Intent, uuidOf } from '../procedure.js';
import { incidentSubject } from './incident.js';

export const accountSubject = `account/${uuidOf('DEMO-ACCOUNT')}`;

export const openClassification: JsonObject = {
  level: 'CONFIDENTIAL',
  originator: 'DEMO-JMAC',
  caveats: [],
  reason: 'DEMO: analysis',
  review: null,
};

/** Dead, injured and abducted of one category; a range is one number, two, or a number and no limit. */
export function casualtiesOf(category: string, figures: JsonObject = {}): JsonObject {
  return { category: { code: category, text: null }, dead: null, injured: null, abducted: null, ...figures };
}

/** From the lowest to the highest; exactly so many where one number is given. */
export function range(lowest: number, highest: number | null = lowest): JsonObject {
  return { lowest, highest };
}

const stated: JsonObject = {
  source: { kind: { code: 'UNIT_REPORT', text: null }, description: 'DEMO-SOURCE' },
  reliability: 'B',
  credibility: 'PROBABLY_TRUE',
  asOf: '2021-04-02',
  casualties: [casualtiesOf('MISSION_MILITARY', { dead: range(4), injured: range(36) })],
  assailants: range(100),
  assailantsDead: range(40),
  damage: null,
  statedPlace: null,
  statedDate: null,
};

/** Body of `account.given`, of the incident of `openIncident`. */
export function accountBody(changes: JsonObject = {}): JsonObject {
  return {
    ...circumstances('2021-04-02T11:00:00Z'),
    incident: incidentSubject.slice('incident/'.length),
    ...stated,
    classification: openClassification,
    imported: null,
    ...changes,
  };
}

export function giveAccount(changes: JsonObject = {}, subject = accountSubject): Intent {
  return { subject, type: 'account.given', by: 'DEMO-JMAC-1/JMAC', body: accountBody(changes) };
}

/** Body of `account.restated`. */
export function restatedAccountBody(changes: JsonObject = {}): JsonObject {
  return {
    ...circumstances('2021-04-02T11:30:00Z'),
    ...stated,
    reason: 'DEMO: misread',
    ...changes,
  };
}

export function restateAccount(changes: JsonObject = {}, subject = accountSubject): Intent {
  return { subject, type: 'account.restated', by: 'DEMO-JMAC-1/JMAC', body: restatedAccountBody(changes) };
}

export function withdrawAccount(subject = accountSubject): Intent {
  const body = { ...circumstances('2021-04-02T11:40:00Z'), reason: 'DEMO: entered twice' };
  return { subject, type: 'account.withdrawn', by: 'DEMO-JMAC-1/JMAC', body };
}
