import type { JsonObject } from '../../../src/log/index.js';
import { circumstances, type Intent, uuidOf } from '../procedure.js';
import { requestSubject } from './request.js';

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
    request: requestSubject.slice('request/'.length),
    purpose: 'DEMO: investigation of the attack',
    proceedings: 'DEMO-PROC-1',
    offence: 'DEMO: attack on a camp',
    article: null,
    mandateBasis: 'DEMO: support to the national judicial authorities',
    dossierType: 'ORIGINALS',
    ...changes,
  };
}

/** Of no offence that death is provided for. */
export function deathPenalty(changes: JsonObject = {}): JsonObject {
  return {
    possible: false,
    state: 'NOT_FOR_OFFENCE',
    basis: 'DEMO: the code',
    assurance: null,
    level: 'LEGAL_OFFICER',
    ...changes,
  };
}

export function dueDiligence(changes: JsonObject = {}): JsonObject {
  return {
    assessment: null,
    reference: 'DEMO-HRDDP-1',
    risk: 'DEMO: low',
    mitigation: 'DEMO: monitoring visits',
    reviewOn: '2021-12-31',
    ...changes,
  };
}

/** Every view done without, for a reason. */
export function waived(changes: Readonly<Record<string, JsonObject>> = {}): JsonObject[] {
  return ['HRDDP', 'ORIGINATOR', 'SOURCE_PROTECTION', 'SECURITY'].map(kind => ({
    kind,
    given: null,
    reason: 'DEMO: nothing to ask',
    ...changes[kind],
  }));
}

/** `release.input-given`: no objection of human rights. */
export function giveInput(by: string, changes: JsonObject = {}): Intent {
  return {
    subject: releaseSubject,
    type: 'release.input-given',
    by,
    body: {
      ...circumstances('2021-04-02T10:30:00Z'),
      kind: 'HRDDP',
      view: 'NO_OBJECTION',
      originator: null,
      unit: null,
      pieces: [],
      sources: changes.kind === 'SOURCE_PROTECTION' ? [] : null,
      text: null,
      basis: 'DEMO-HRDDP-1',
      date: '2021-04-01',
      document: null,
      ...changes,
    },
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
    recipientQuestions: [],
    privileges: {
      documents: null,
      personnel: null,
      waiverNeeded: false,
      waiver: null,
      withoutPrejudice: { en: 'DEMO: without prejudice', fr: 'DEMO : sous toutes réserves' },
    },
    dueDiligence: dueDiligence(),
    deathPenalty: deathPenalty(),
    torture: { risk: 'NONE_KNOWN', basis: 'DEMO: reports', mitigation: 'DEMO: none is needed' },
    sources: { identifiable: false, protectionPlan: 'DEMO: none is needed' },
    originators: [],
    thirdPersons: { present: false, whose: null, treatment: null },
    classification: { now: 'CONFIDENTIAL', after: 'CONFIDENTIAL', downgraded: null },
    redactions: [],
    originalPhotographs: [],
    inputs: waived(),
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

/** Body of `release.copy-disclosed`. */
export function copyDisclosedBody(unit: string, at: string, changes: JsonObject = {}): JsonObject {
  return {
    ...circumstances(at),
    recipient: { unit, capacity: 'DEMO: officier de police judiciaire', person: null },
    means: 'BY_HAND',
    references: ['DEMO-PV-3'],
    receipt: null,
    ...changes,
  };
}

/** `release.outcome-reported`: joined to the file. */
export function reportOutcome(by: string, at: string, changes: JsonObject = {}): Intent {
  return {
    subject: releaseSubject,
    type: 'release.outcome-reported',
    by,
    body: {
      ...circumstances(at),
      given: [],
      stage: 'JOINED_TO_FILE',
      sentence: null,
      on: at.slice(0, '2021-04-02'.length),
      knownFrom: 'DEMO: letter of the prosecutor',
      nationalReference: 'DEMO-RP-1',
      document: null,
      remarks: null,
      askAgainOn: null,
      ...changes,
    },
  };
}

const asCopy: JsonObject = { as: 'COPY', files: [], copies: 1, cleaned: [], leftOut: [] };

/** An act by which copies of pieces are disclosed, with the event of each. */
export function discloseCopies(
  by: string,
  body: JsonObject,
  items: readonly string[],
  members: JsonObject = {},
  subject = releaseSubject,
): Intent {
  const { occurred = null, place = null } = body;
  return {
    subject,
    type: 'release.copy-disclosed',
    by,
    body,
    items: items.map(item => ({
      subject: item,
      type: `${item.split('/')[0]}.copy-disclosed`,
      body: { occurred, place, ...asCopy, ...members },
    })),
  };
}

const asOriginal: JsonObject = { as: 'ORIGINAL', files: [], version: null };

/** An act on a release with the event of each item. */
export function releaseAct(
  word: 'requested' | 'decided' | 'suspended' | 'withdrawn',
  by: string,
  body: JsonObject,
  items: readonly string[],
  subject = releaseSubject,
  members: JsonObject = {},
): Intent {
  const { occurred = null, place = null } = body;
  return {
    subject,
    type: `release.${word}`,
    by,
    body,
    items: items.map(item => ({
      subject: item,
      type: `${item.split('/')[0]}.release-${word}`,
      body: { occurred, place, ...(word === 'requested' ? asOriginal : {}), ...members },
    })),
  };
}
