import type { EvidenceState } from '../../src/custody/evidence/state.js';
import { examinationOnItem } from '../../src/custody/examination/on-item.js';
import type { ExaminationState } from '../../src/custody/examination/state.js';
import type { ExaminationStatus } from '../../src/custody/vocabulary/laboratory.js';
import type { JsonObject } from '../../src/log/index.js';
import { classifiedBody, code } from './bodies/evidence.js';
import {
  acceptedItem,
  askedOfItem,
  exam,
  examinationAcceptedBody,
  examinationAct,
  examinationAssignedBody,
  examinationRequestedBody,
  made,
  resultIssuedBody,
  resultOfItem,
} from './bodies/examination.js';
import { type Intent, uuidOf } from './procedure.js';
import { type Custody, fieldUnit, idOf, type Person } from './random-custody.js';

const examiners: readonly Person[] = ['DEMO-WIT-1', 'DEMO-WIT-2', 'DEMO-CSO-1'];
export const field: ReadonlySet<string> = new Set(examiners.map(uuidOf));
/** An examination that uses up what it tests: asked for now and then, made where it was approved. */
export const destructive = 'EXPLOSIVE_IDENTIFICATION';

/** Exploitation in the field (V7, L1): asked, taken in, assigned, reported, amended, classified, and what comes to nothing. */
export const laboratoryActs: Readonly<Record<string, (c: Custody) => Intent | undefined>> = {
  'examination.requested'(c) {
    const item = c.anItem(inField);
    if (item === undefined) return undefined;
    const body = examinationRequestedBody(c.at, {
      ...c.circumstances(),
      number: `DEMO-EXAM-${c.next()}`,
      incident: c.item(item).incident,
      laboratory: fieldUnit,
      requestingUnit: fieldUnit,
      level: 'L1',
      due: '2031-12-31',
    });
    const { explosivePossible, firearm } = c.item(item);
    const hazard = explosivePossible || firearm ? 'DEMO: stated' : null;
    const more = c.choice.once(4) ? [] : [exam(destructive, true)];
    const asked = askedOfItem({ exams: [exam('VISUAL'), ...more], hazard });
    const [by, subject] = [c.somebody(['CASE', 'WIT']), c.fresh('examination')];
    return examinationAct(
      'examination.requested',
      'evidence.examination-requested',
      by,
      body,
      [[item, asked]],
      [],
      subject,
    );
  },
  'examination.accepted': c => {
    const make = ({ subject, state }: Examined, item: string, by: string) => {
      const laboratoryNumber = state.laboratoryNumber ?? `DEMO-LAB-${c.next()}`;
      const body = examinationAcceptedBody(c.at, { ...c.circumstances(), laboratoryNumber });
      const { amount, unit } = c.item(item).quantity;
      const seen = acceptedItem({ quantity: { amount, unit } });
      return overItem('accepted', 'examination-accepted', { subject, by, body }, item, seen);
    };
    return onExamination(c, 'REQUESTED', make, inField);
  },
  'examination.rejected': c =>
    onExamination(c, 'REQUESTED', ({ subject }, item, by) => {
      const body = { ...c.circumstances(), capacity: 'DEMO', whatNow: 'DEMO: it stays where it is' };
      const why = { reason: { code: 'BEYOND_MEANS', text: null }, explanation: 'DEMO', condition: null };
      return overItem('rejected', 'examination-rejected', { subject, by, body }, item, why);
    }),
  'examination.withdrawn': c =>
    onExamination(c, 'REQUESTED', ({ subject, state }, item) => {
      const body = { ...c.circumstances(), reason: 'DEMO: asked elsewhere' };
      const by = c.who(state.requestedBy);
      return overItem('withdrawn', 'examination-withdrawn', { subject, by, body }, item, {});
    }),
  'examination.assigned': c =>
    onExamination(c, 'ACCEPTED', ({ subject }, _item, by) => {
      const [examiner, reviewer] = c.choice.once(2)
        ? ['DEMO-WIT-1', 'DEMO-WIT-2']
        : ['DEMO-CSO-1', 'DEMO-WIT-1'];
      const body = examinationAssignedBody(c.at, uuidOf(examiner ?? ''), uuidOf(reviewer ?? ''), {
        ...c.circumstances(),
        due: '2031-12-31',
      });
      return { subject, type: 'examination.assigned', by, body };
    }),
  'examination.result-issued': c =>
    onExamination(c, 'ACCEPTED', (examination, item) => reported(c, 'result-issued', examination, item)),
  'examination.result-amended': c =>
    onExamination(c, 'REPORTED', (examination, item) => reported(c, 'result-amended', examination, item)),
  'examination.classified': c =>
    onExamination(c, 'REPORTED', ({ subject, state }) => {
      const by = c.choice.once(2) ? 'DEMO-LEG-1/LEG' : c.who(state.examiner);
      return {
        subject,
        type: 'examination.classified',
        by,
        body: { ...classifiedBody(c.at), ...c.circumstances() },
      };
    }),
};

export interface Examined {
  readonly subject: string;
  readonly state: ExaminationState;
}

/** An item of an examination that stands so there, and somebody of the field to do something about it. */
export function onExamination(
  c: Custody,
  status: ExaminationStatus,
  make: (examination: Examined, item: string, by: string) => Intent | undefined,
  fits: (state: EvidenceState) => boolean = () => true,
): Intent | undefined {
  const fitting = ({ items }: ExaminationState): readonly string[] =>
    Object.keys(items)
      .filter(id => c.careless || items[id] === status)
      .map(id => `evidence/${id}`)
      .filter(item => c.careless || fits(c.item(item)));
  const stateOf = (subject: string) =>
    subject.startsWith('examination/') ? c.state<ExaminationState>(subject) : undefined;
  const subject = c.earlier(event => {
    const state = stateOf(event.subject);
    return state !== undefined && fitting(state).length > 0;
  })?.subject;
  const state = subject === undefined ? undefined : stateOf(subject);
  if (subject === undefined || state === undefined) return undefined;
  return make({ subject, state }, c.choice.one(fitting(state)), c.somebody(['WIT', 'CSO']));
}

/** The field has it, out of any package: it can be taken in. */
function inField({ custody, transit, seal }: EvidenceState): boolean {
  return field.has(custody?.officer ?? '') && transit === null && seal === null;
}

export function overItem(
  word: string,
  itemWord: string,
  { subject, by, body, countersigned = [] }: Pick<Intent, 'subject' | 'by' | 'body' | 'countersigned'>,
  item: string,
  said: JsonObject,
): Intent {
  return examinationAct(
    `examination.${word}`,
    `evidence.${itemWord}`,
    by,
    body,
    [[item, said]],
    countersigned,
    subject,
  );
}

function reported(
  c: Custody,
  word: 'result-issued' | 'result-amended',
  { subject, state }: Examined,
  item: string,
): Intent | undefined {
  const { examiner, reviewer, reports } = state;
  if (examiner === null || reviewer === null) return undefined;
  const last = reports.filter(({ items }) => items.includes(idOf(item))).at(-1);
  if (word === 'result-amended' && last === undefined) return undefined;
  const amended = {
    change: { what: 'DEMO', why: 'DEMO' },
    version: (last?.version ?? 0) + 1,
    report: last?.report ?? '',
  };
  const body = resultIssuedBody(c.at, {
    ...c.circumstances(),
    report: `DEMO-REPORT-${c.next()}`,
    ...(word === 'result-amended' ? amended : {}),
  });
  const act = { subject, by: c.who(examiner), body, countersigned: [`${c.who(reviewer)} as reviewer`] };
  return overItem(word, word, act, item, foundOn(c, idOf(subject), item));
}

/** What was asked for is made, or said not to be; what was used up is what the record says. */
function foundOn(c: Custody, examination: string, item: string): JsonObject {
  const state = c.item(item);
  const { exams: asked = [], destruction = [], consumed = [] } = examinationOnItem(state, examination) ?? {};
  const performedOn = c.at.slice(0, 10);
  const trace = {
    reference: `DEMO-TRACE-${1 + c.choice.below(4)}`,
    kind: code('FINGER_MARK'),
    place: 'DEMO: side',
  };
  const visual = made('VISUAL', { performedOn, traces: c.choice.once(2) ? [trace] : [] });
  const wanted = asked.some(({ type }) => type === destructive);
  const makes = wanted && destruction.length > 0;
  const tested = makes ? [made(destructive, { performedOn, destructive: true })] : [];
  const omitted =
    wanted && !makes ? [{ type: code(destructive), result: 'NOT_EXAMINED', reason: 'DEMO' }] : [];
  const used = state.physical === 'CONSUMED' ? 'ALL' : 'PART';
  const alteration =
    consumed.length > 0
      ? { kind: used, text: 'DEMO: used up', residue: 'DEMO: none' }
      : { kind: 'NOTHING', text: null, residue: null };
  return resultOfItem({ exams: [visual, ...tested], omitted, alteration });
}
