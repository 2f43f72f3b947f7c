import type { JsonObject } from '../../../log/index.js';
import type { StagedAct } from '../../cast/stage.js';
import { itemEvents, type Packed } from '../consignment.js';
import type { Play } from '../play.js';

/** Travels with the items and is repeated at the handover (RQ-62). */
export const condition = 'DEMO: no onward sharing without consent';

/** E37: the case officer asks for exactly these items to go to this unit. */
export function releaseRequest(
  play: Play,
  release: { readonly id: string; readonly number: string },
  unit: string,
  packages: readonly Packed[],
  by = 'DEMO-CASE-1/CASE',
): StagedAct {
  const body = play.form('release.requested', 'DEMO-HQ', {
    number: release.number,
    recipient: { unit, capacity: 'OPJ', person: null },
    request: {
      kind: { code: 'REQUISITION', text: null },
      reference: 'DEMO-REQUISITION-1',
      date: play.inDays(0).slice(0, 10),
    },
    purpose: 'DEMO',
    proceedings: 'DEMO',
    offence: 'DEMO',
  });
  return {
    subject: `release/${release.id}`,
    type: 'release.requested',
    by,
    body,
    items: itemEvents(packages, 'evidence.release-requested', body, () => ({})),
  };
}

/** E39: a person decides, with an answer to each of the four questions (RQ-60); software never does (RQ-61). */
export function releaseDecision(
  play: Play,
  release: string,
  packages: readonly Packed[],
  { by = 'DEMO-LEG-1/LEG', validDays = 30 }: { readonly by?: string; readonly validDays?: number } = {},
): StagedAct {
  const yes: JsonObject = { answer: 'YES', basis: 'DEMO' };
  const body = play.form('release.decided', 'DEMO-HQ', {
    outcome: 'GRANTED_WITH_CONDITIONS',
    questions: {
      fairTrial: yes,
      protection: yes,
      consent: yes,
      noDeathPenalty: { answer: 'NO', basis: 'DEMO' },
    },
    assurance: { reference: 'DEMO-ASSURANCE-1', date: '2021-04-01', givenBy: 'DEMO' },
    riskAssessment: { reference: 'DEMO-HRDDP-1', mitigation: 'DEMO', reviewOn: '2021-12-31' },
    reasons: 'DEMO',
    conditions: [condition],
    validFrom: play.inDays(0),
    validUntil: play.inDays(validDays),
    capacity: 'DEMO legal officer',
  });
  return {
    subject: `release/${release}`,
    type: 'release.decided',
    by,
    body,
    items: itemEvents(packages, 'evidence.release-decided', body, () => ({})),
  };
}
