import type { JsonObject } from '../../../log/index.js';
import type { StagedAct } from '../../cast/stage.js';
import { type ItemEvents, itemEvents, type Packed, sameCircumstances } from '../consignment.js';
import { filesOfPiece } from '../files-of-piece.js';
import type { Play } from '../play.js';

/** Travels with the items and is repeated at the handover (RQ-62). */
export const condition = 'DEMO: no onward sharing without consent';

/** A report of a laboratory that goes along with the items: its examination, and the act that issued the version. */
export interface ReleasedReport {
  readonly examination: string;
  readonly version: string;
  /** Acts on items that it consists of. */
  readonly itemActs: readonly string[];
}

function reportEvents(
  reports: readonly ReleasedReport[],
  type: string,
  group: JsonObject,
  line: (report: ReleasedReport) => JsonObject,
): ItemEvents {
  return reports.map(report => ({
    subject: `examination/${report.examination}`,
    type,
    body: { ...sameCircumstances(group), ...line(report) },
  }));
}

const proceedings = 'DEMO-PROCEEDINGS-1';
const offence = 'DEMO : attaque armée contre un camp de la Mission';

/** Information and reports that go with the items. */
export interface Beside {
  readonly information?: readonly string[];
  readonly reports?: readonly ReleasedReport[];
}

/** E37: an authority asked, its request is registered, and the case officer asks for exactly these items to go to this unit. */
export function releaseRequest(
  play: Play,
  release: { readonly id: string; readonly number: string },
  unit: string,
  packages: readonly Packed[],
  { by = 'DEMO-CASE-1/CASE', information = [], reports = [] }: { readonly by?: string } & Beside = {},
): readonly [StagedAct, StagedAct] {
  const received = authoritysRequest(play, `REQUEST-OF-${release.number}`, unit);
  const body = play.form('release.requested', 'DEMO-HQ', {
    number: release.number,
    request: received.subject.slice('request/'.length),
    recipient: { unit, capacity: 'OPJ', person: null },
    purpose: 'DEMO',
    proceedings,
    offence,
    mandateBasis: 'DEMO : appui aux autorités judiciaires nationales',
    dossierType: 'ORIGINALS',
  });
  const requested: StagedAct = {
    subject: `release/${release.id}`,
    type: 'release.requested',
    by,
    body,
    items: [
      ...pieceEvents(packages, information, 'release-requested', body, subject => ({
        as: subject.startsWith('evidence/') ? 'ORIGINAL' : 'COPY',
        files: [...filesOfPiece(play, subject)],
        version: null,
      })),
      ...reportEvents(reports, 'examination.release-requested', body, ({ version, itemActs }) => ({
        as: 'COPY',
        files: [],
        version,
        itemActs: [...itemActs],
      })),
    ],
  };
  return [received, requested];
}

/** One event in the history of each piece, beside the event of the group. */
function pieceEvents(
  packages: readonly Packed[],
  information: readonly string[],
  word: string,
  group: JsonObject,
  line: (subject: string) => JsonObject,
): ItemEvents {
  return [
    ...itemEvents(packages, `evidence.${word}`, group, ({ subject }) => line(subject)),
    ...information.map(subject => ({
      subject,
      type: `information.${word}`,
      body: { ...sameCircumstances(group), ...line(subject) },
    })),
  ];
}

/** E37: what the authority asked for, as the legal office registers it. */
function authoritysRequest(play: Play, number: string, unit: string): StagedAct {
  return {
    subject: `request/${play.newId(number)}`,
    type: 'request.registered',
    by: 'DEMO-LEG-1/LEG',
    body: play.form('request.registered', 'DEMO-HQ', {
      number,
      authority: { unit, capacity: 'OPJ', person: null },
      kind: { code: 'REQUISITION', text: null },
      reference: 'DEMO-REQUISITION-1',
      date: play.inDays(-1).slice(0, 10),
      receivedOn: play.inDays(0).slice(0, 10),
      askedFor: { en: 'DEMO: the items of the attack', fr: 'DEMO : les pièces de l’attaque' },
      proceedings,
      offence,
      deadline: play.inDays(30).slice(0, 10),
    }),
  };
}

/** E38: one of those whose question it is gives his view, and signs it himself. */
export function releaseInput(
  play: Play,
  release: string,
  kind: 'HRDDP' | 'SOURCE_PROTECTION' | 'SECURITY',
  by: string,
): StagedAct {
  return {
    subject: `release/${release}`,
    type: 'release.input-given',
    by,
    body: play.form('release.input-given', 'DEMO-HQ', {
      kind,
      view: 'NO_OBJECTION',
      sources: kind === 'SOURCE_PROTECTION' ? [] : null,
      basis: 'DEMO',
      date: play.inDays(0).slice(0, 10),
    }),
  };
}

/** E39: a person decides, with an answer to each of the four questions (RQ-60); software never does (RQ-61). */
export function releaseDecision(
  play: Play,
  release: string,
  packages: readonly Packed[],
  {
    by = 'DEMO-LEG-1/LEG',
    validDays = 30,
    inputs = {},
    assessment = null,
    information = [],
    changes = {},
    reports = [],
  }: {
    readonly by?: string;
    readonly validDays?: number;
    /** `event_id` of the views that were given, by kind; the others are done without. */
    readonly inputs?: Readonly<Record<string, string>>;
    /** `event_id` of the assessment of the unit that is in force; null: the register holds none (RQ-63). */
    readonly assessment?: string | null;
    readonly changes?: JsonObject;
  } & Beside = {},
): StagedAct {
  const yes: JsonObject = { answer: 'YES', basis: 'DEMO : avis du bureau juridique' };
  const body = play.form('release.decided', 'DEMO-HQ', {
    outcome: 'GRANTED_WITH_CONDITIONS',
    questions: {
      fairTrial: yes,
      protection: yes,
      consent: yes,
      noDeathPenalty: { answer: 'NO', basis: 'DEMO : encourue, sous moratoire ; une assurance est donnée' },
    },
    recipientQuestions: [],
    privileges: {
      documents: null,
      personnel: null,
      waiverNeeded: false,
      waiver: null,
      withoutPrejudice: {
        en: 'DEMO: nothing here waives the privileges and immunities of the United Nations.',
        fr: "DEMO : rien ici ne vaut renonciation aux privilèges et immunités de l'Organisation des Nations Unies.",
      },
    },
    dueDiligence: {
      assessment,
      reference: 'DEMO-HRDDP-1',
      risk: 'DEMO',
      mitigation: 'DEMO',
      reviewOn: '2021-12-31',
    },
    deathPenalty: {
      possible: true,
      state: 'MORATORIUM',
      basis: 'DEMO : code pénal et moratoire',
      assurance: {
        reference: 'DEMO-ASSURANCE-1',
        date: '2021-04-01',
        givenBy: 'DEMO-MINISTRY',
        document: null,
      },
      level: 'LEGAL_OFFICER',
    },
    torture: { risk: 'MITIGATED', basis: 'DEMO', mitigation: 'DEMO' },
    sources: { identifiable: false, protectionPlan: 'DEMO: none is needed' },
    originators: [],
    thirdPersons: { present: false, whose: null, treatment: null },
    classification: { now: 'CONFIDENTIAL', after: 'CONFIDENTIAL', downgraded: null },
    redactions: [],
    originalPhotographs: [],
    conditions: [{ kind: 'ONWARD_SHARING', text: condition }],
    inputs: ['HRDDP', 'ORIGINATOR', 'SOURCE_PROTECTION', 'SECURITY'].map(kind => ({
      kind,
      given: inputs[kind] ?? null,
      reason: inputs[kind] === undefined ? 'DEMO : rien à demander' : 'DEMO : suivi',
    })),
    reasons: "DEMO : les quatre questions ont reçu réponse et l'assurance est donnée",
    validFrom: play.inDays(0),
    validUntil: play.inDays(validDays),
    capacity: 'DEMO legal officer',
    ...changes,
  });
  return {
    subject: `release/${release}`,
    type: 'release.decided',
    by,
    body,
    items: [
      ...pieceEvents(packages, information, 'release-decided', body, () => ({})),
      ...reportEvents(reports, 'examination.release-decided', body, () => ({})),
    ],
  };
}
