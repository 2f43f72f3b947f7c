import type { Row } from './rows.js';

const requested = (...members: readonly string[]) => ({ in: 'examination.requested', members });
const accepted = (...members: readonly string[]) => ({ in: 'examination.accepted', members });
const issued = (...members: readonly string[]) => ({ in: 'examination.result-issued', members });
const reviewed = { as: 'reviewer', rule: 'countersignature.missing' } as const;

/** Form D5, the left side of its table: what is asked of a laboratory. */
const request: readonly Row[] = [
  {
    field: 'Requesting unit, case, date',
    need: 'M',
    asked: [requested('number', 'requestingUnit', 'incident', 'laboratory', 'occurred', 'occurred/at')],
    otherwise: 'who asks signs the request',
  },
  { field: 'Requester contact', need: 'M', asked: [requested('contact')] },
  {
    field: 'Offence, short circumstances',
    need: 'M',
    asked: [requested('offence', 'circumstances')],
  },
  {
    field: 'Item list, question per item',
    need: 'M',
    asked: [requested('item:question')],
    otherwise: 'the item is the subject of the line, and listed by the group (log-format section 10)',
  },
  {
    field: 'Exam types, order',
    need: 'M',
    asked: [requested('level', 'item:exams', 'item:exams/0/type', 'item:exams/0/destructive')],
    otherwise: 'the list is the order (GATE-5)',
  },
  { field: 'Prior exams', need: 'M', asked: [requested('item:priorExams')] },
  {
    field: 'Hazards, certificates',
    need: 'M',
    asked: [requested('item:hazard', 'item:certificates', 'item:precautions')],
  },
  {
    field: 'Destructive testing allowed, approved by',
    need: 'C',
    asked: [
      {
        in: 'examination.destruction-approved',
        members: [
          ...['capacity', 'reviewerCapacity', 'grounds', 'occurred'],
          ...['item:exam', 'item:lost', 'item:atMost', 'item:kept', 'item:notified'],
        ],
        signed: reviewed,
      },
    ],
    otherwise: 'the legal or case officer who approves is the signer',
  },
  { field: 'Urgency, court date', need: 'O', asked: [requested('urgency', 'courtDate', 'due')] },
  { field: 'Return instructions', need: 'M', asked: [requested('returnTo')] },
];

/** The right side: what the laboratory answers. */
const result: readonly Row[] = [
  {
    field: 'Laboratory number, report number, version',
    need: 'M',
    asked: [
      accepted('laboratoryNumber'),
      issued('report', 'version'),
      {
        in: 'examination.result-amended',
        members: ['report', 'version', 'change', 'change/what', 'change/why'],
      },
    ],
  },
  {
    field: 'Received: date, from whom, count, state of the seal, condition',
    need: 'M',
    asked: [
      accepted(
        ...['occurred', 'occurred/at', 'broughtBy', 'transfer', 'capacity'],
        ...['item:quantity', 'item:quantity/amount', 'item:quantity/unit'],
        ...['item:seals', 'item:seals/0/number', 'item:seals/0/found', 'item:seals/0/status'],
        ...['item:condition', 'item:conditionAgrees', 'item:description', 'item:descriptionAgrees'],
        ...['item:reserve', 'item:reserve/text', 'item:reserve/discrepancies'],
      ),
    ],
  },
  {
    field: 'Items examined, or not examined and why',
    need: 'M',
    asked: [
      issued(
        ...['item:examined', 'item:notExamined'],
        ...['item:omitted', 'item:omitted/0/type', 'item:omitted/0/result', 'item:omitted/0/reason'],
      ),
    ],
  },
  {
    field: 'Method per item, with limits',
    need: 'M',
    asked: [
      issued(
        ...['item:exams', 'item:exams/0/type', 'item:exams/0/method'],
        ...['item:exams/0/instrument', 'item:exams/0/limits'],
      ),
    ],
  },
  {
    field: 'Findings, opinion apart',
    need: 'M',
    asked: [
      {
        in: 'examination.result-issued',
        members: ['summary', 'item:exams/0/result', 'item:exams/0/finding', 'item:exams/0/opinion'],
        disclosed: [
          ...['summary/en', 'summary/fr', 'item:exams/0/finding/en', 'item:exams/0/finding/fr'],
          ...['item:exams/0/opinion/en', 'item:exams/0/opinion/fr'],
        ],
      },
    ],
  },
  {
    field: 'Items opened, resealed, number of the new seal',
    need: 'M',
    asked: [issued('item:seals', 'item:seals/opened', 'item:seals/resealed', 'item:seals/note')],
  },
  {
    field: 'Consumed or altered, residue',
    need: 'M',
    asked: [
      issued(
        ...['item:exams/0/destructive', 'item:alteration', 'item:alteration/kind'],
        ...['item:alteration/text', 'item:alteration/residue'],
      ),
    ],
  },
  { field: 'Derived exhibits created', need: 'M', asked: [issued('item:derived')] },
  {
    field: 'Examiner, reviewer, dates',
    need: 'M',
    asked: [
      {
        in: 'examination.result-issued',
        members: ['capacity', 'reviewerCapacity', 'occurred', 'occurred/at', 'item:exams/0/performedOn'],
        signed: reviewed,
      },
    ],
    otherwise: 'the examiner is the signer of the report',
  },
  {
    field: 'Languages, classification',
    need: 'M',
    asked: [
      issued(
        ...['languages', 'quality', 'classification', 'classification/level'],
        ...['classification/originator', 'classification/caveats', 'classification/reason'],
      ),
    ],
  },
];

/** Form D5: the request, then the result. */
export const d5: readonly Row[] = [...request, ...result];
