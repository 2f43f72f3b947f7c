import type { JsonObject } from '../../../src/log/index.js';
import { circumstances, type Intent, uuidOf } from '../procedure.js';

export const examinationSubject = `examination/${uuidOf('DEMO-EXAMINATION')}`;
export const laboratory = uuidOf('DEMO-LABORATORY');

function coded(code: string, text: string | null = null): JsonObject {
  return { code, text };
}

/** An examination as it is asked for. */
export function exam(code: string, destructive = false): JsonObject {
  return { type: coded(code, code === 'OTHER' ? 'DEMO' : null), destructive };
}

/** Body of `examination.requested`. */
export function examinationRequestedBody(at: string, changes: JsonObject = {}): JsonObject {
  return {
    ...circumstances(at),
    number: 'DEMO-EXAM-1',
    requestingUnit: uuidOf('DEMO-UNIT'),
    contact: 'DEMO: case officer, extension 1',
    incident: uuidOf('DEMO-INCIDENT'),
    offence: 'DEMO: attack on a camp',
    circumstances: 'DEMO: found at a launch site',
    laboratory,
    level: 'L2',
    urgency: coded('ROUTINE'),
    courtDate: null,
    due: '2021-04-20',
    returnTo: 'DEMO: headquarters store',
    ...changes,
  };
}

/** Body of `evidence.examination-requested`: prints before comparison. */
export function askedOfItem(changes: JsonObject = {}): JsonObject {
  return {
    question: 'DEMO: whose prints, and which weapon fired it?',
    exams: [exam('PRINTS_CYANOACRYLATE'), exam('CASE_COMPARISON')],
    priorExams: 'DEMO: none known',
    hazard: null,
    certificates: [],
    precautions: [coded('GLOVES_CHANGED')],
    ...changes,
  };
}

/** Body of `examination.accepted`. */
export function examinationAcceptedBody(at: string, changes: JsonObject = {}): JsonObject {
  return {
    ...circumstances(at),
    laboratoryNumber: 'DEMO-LAB-1',
    broughtBy: 'DEMO: headquarters custodian',
    transfer: null,
    capacity: 'DEMO: reception of the laboratory',
    due: null,
    remarks: null,
    ...changes,
  };
}

/** Body of `evidence.examination-accepted`: as on record, under no seal. */
export function acceptedItem(changes: JsonObject = {}): JsonObject {
  return {
    quantity: { amount: '1', unit: 'PIECE' },
    seals: [],
    condition: 'DEMO: dry',
    conditionAgrees: true,
    description: 'DEMO: as on record',
    descriptionAgrees: true,
    reserve: null,
    ...changes,
  };
}

/** Body of `examination.assigned`. */
export function examinationAssignedBody(
  at: string,
  examiner: string,
  reviewer: string,
  changes: JsonObject = {},
): JsonObject {
  return { ...circumstances(at), examiner, reviewer, due: '2021-04-15', instructions: null, ...changes };
}

/** Body of `examination.result-issued`. */
export function resultIssuedBody(at: string, changes: JsonObject = {}): JsonObject {
  return {
    ...circumstances(at),
    report: 'DEMO-REPORT-1',
    version: 1,
    languages: ['FR', 'EN'],
    classification: {
      level: 'CONFIDENTIAL',
      originator: 'DEMO-LABORATORY',
      caveats: [],
      reason: 'DEMO: investigation under way',
      review: null,
    },
    capacity: 'DEMO: examiner, prints and firearms',
    reviewerCapacity: 'DEMO: technical reviewer',
    quality: 'DEMO: procedures of the laboratory, not accredited',
    summary: { en: 'DEMO: one mark, no identification', fr: 'DEMO : une trace, aucune identification' },
    deviceDetail: null,
    ...changes,
  };
}

/** One examination as it was made. */
export function made(code: string, changes: JsonObject = {}): JsonObject {
  return {
    type: coded(code),
    destructive: false,
    performedOn: '2021-04-02',
    method: 'DEMO-METHOD-1',
    instrument: null,
    limits: 'DEMO: one side of the case alone',
    result: 'INCONCLUSIVE',
    finding: { en: 'DEMO: finding', fr: 'DEMO : constatation' },
    opinion: null,
    comparedWith: [],
    traces: [],
    files: [],
    ...changes,
  };
}

/** Body of `evidence.result-issued`. */
export function resultOfItem(changes: JsonObject = {}): JsonObject {
  return {
    examined: true,
    notExamined: null,
    exams: [made('PRINTS_CYANOACRYLATE'), made('CASE_COMPARISON')],
    omitted: [],
    photographs: [],
    marks: [],
    headstamp: null,
    construction: null,
    interpretation: null,
    seals: { opened: null, resealed: null, note: 'DEMO: it came under no seal' },
    alteration: { kind: 'NOTHING', text: null, residue: null },
    derived: [],
    ...changes,
  };
}

/** An act on an examination, with the event of each item. */
export function examinationAct(
  type: string,
  itemType: string,
  by: string,
  body: JsonObject,
  items: readonly (readonly [subject: string, body: JsonObject])[],
  countersigned: readonly string[] = [],
  subject = examinationSubject,
): Intent {
  const { occurred = null, place = null } = body;
  return {
    subject,
    type,
    by,
    body,
    countersigned,
    items: items.map(([item, said]) => ({
      subject: item,
      type: itemType,
      body: { occurred, place, ...said },
    })),
  };
}
