import type { JsonObject } from '../../../src/log/index.js';
import { circumstances, type Intent, uuidOf } from '../procedure.js';

export const releaseSubject = `release/${uuidOf('DEMO-RELEASE')}`;

/** Body of `release.requested`. */
export function releaseRequestedBody(unit: string, at: string, changes: JsonObject = {}): JsonObject {
  return {
    ...circumstances(at),
    number: 'DEMO-R-1',
    recipient: {
      unit,
      capacity: 'DEMO: officier de police judiciaire',
      person: { name: 'DEMO-NAT-1', grade: 'DEMO capitaine' },
    },
    request: { kind: { code: 'REQUISITION', text: null }, reference: 'DEMO-REQ-1', date: '2021-03-30' },
    purpose: 'DEMO: investigation of the attack',
    proceedings: 'DEMO-PROC-1',
    offence: 'DEMO: attack on a camp',
    ...changes,
  };
}

const yes = { answer: 'YES', basis: 'DEMO: assessment of the legal office' };

export function questions(changes: JsonObject = {}): JsonObject {
  return { fairTrial: yes, protection: yes, consent: yes, noDeathPenalty: yes, ...changes };
}

/** Body of `release.decided`: granted for ninety days. */
export function releaseDecidedBody(at: string, changes: JsonObject = {}): JsonObject {
  return {
    ...circumstances(at),
    outcome: 'GRANTED',
    questions: questions(),
    assurance: null,
    riskAssessment: {
      reference: 'DEMO-HRDDP-1',
      mitigation: 'DEMO: monitoring visits',
      reviewOn: '2021-12-31',
    },
    reasons: 'DEMO: all four questions answered',
    conditions: [],
    validFrom: '2021-04-02T00:00:00Z',
    validUntil: '2021-07-01T00:00:00Z',
    capacity: 'DEMO legal adviser',
    ...changes,
  };
}

/** Body of `release.suspended` and `release.withdrawn`. */
export function releaseHaltedBody(at: string, changes: JsonObject = {}): JsonObject {
  return {
    ...circumstances(at),
    reason: 'DEMO: new information on the unit',
    effectOnHandovers: 'DEMO: none pending',
    ...changes,
  };
}

/** An act on a release with the event of each item. */
export function releaseAct(
  word: 'requested' | 'decided' | 'suspended' | 'withdrawn',
  by: string,
  body: JsonObject,
  items: readonly string[],
  subject = releaseSubject,
): Intent {
  const { occurred = null, place = null } = body;
  return {
    subject,
    type: `release.${word}`,
    by,
    body,
    items: items.map(item => ({
      subject: item,
      type: `evidence.release-${word}`,
      body: { occurred, place },
    })),
  };
}
