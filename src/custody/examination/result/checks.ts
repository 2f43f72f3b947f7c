import { checkCalibre } from '../../evidence/record/interpretation.js';
import { checkMarks } from '../../evidence/record/marks.js';
import type { EvidenceState } from '../../evidence/state.js';
import type { Act, LogWideFacts } from '../../rule.js';
import { refuse, refuseIf, type Violation } from '../../violation.js';
import { checkMadeInOrder } from '../checks/exam-order.js';
import { classOf, nameOfExam } from '../exam.js';
import { type ExaminationOnItem, examinationOnItem } from '../on-item.js';
import type { ExamMadeOf } from './exam-made.js';
import type { ResultOnItemBody } from './members.js';

const day = 86_400_000;

/** What a report may say of an item, against the item's own history. */
export function checkResult(
  state: EvidenceState,
  examination: string,
  result: ResultOnItemBody,
): readonly Violation[] {
  const asked = examinationOnItem(state, examination);
  if (asked === undefined) return [];
  return [
    ...checkExamined(state, result),
    ...checkAllAccountedFor(state, asked, result),
    ...checkSequence(state, examination, asked, result),
    ...checkNotBeforeReception(state, asked, result),
    ...checkApproved(state, asked, result.exams),
    ...checkApprovedBefore(state, asked, result.exams),
    ...checkSeals(state, result),
    ...checkAlteration(state, asked, result),
    ...checkMarks(result.marks, result.photographs),
    ...checkCalibre(result.interpretation),
  ];
}

/** D5: items examined, or not examined and why. */
function checkExamined(
  { number }: EvidenceState,
  { examined, notExamined, exams }: ResultOnItemBody,
): readonly Violation[] {
  const fits = examined
    ? exams.length > 0 && notExamined === null
    : exams.length === 0 && notExamined !== null;
  return refuseIf(!fits, 'examination.examined-incoherent', '/body/examined', { number });
}

/** RQ-50, GATE-5: each examination asked for is made, made before, or declared not made with the reason; once. */
function checkAllAccountedFor(
  { number }: EvidenceState,
  { exams: asked }: ExaminationOnItem,
  { exams, omitted }: ResultOnItemBody,
): readonly Violation[] {
  const told = [...exams, ...omitted].map(({ type }) => nameOfExam(type));
  const missing = asked.filter(({ type, status }) => status === 'ASKED' && !told.includes(type));
  const twice = told.filter((type, position) => told.indexOf(type) < position);
  const more = exams.filter(
    exam => classOf(exam) !== 'NEUTRAL' && !asked.some(({ type }) => type === nameOfExam(exam.type)),
  );
  return [
    ...missing.map(({ type }) =>
      refuse('examination.exam-unaccounted', '/body/exams', { number, exam: type }),
    ),
    ...twice.map(exam => refuse('examination.exam-twice', '/body/exams', { number, exam })),
    ...more.map(({ type }) =>
      refuse('examination.exam-not-requested', '/body/exams', { number, exam: nameOfExam(type) }),
    ),
  ];
}

/** GATE-5, and that the list is in the order of the days stated: the order is judged by it. */
function checkSequence(
  { number, examinations = {} }: EvidenceState,
  examination: string,
  { exams: asked }: ExaminationOnItem,
  { exams, omitted, occurred }: ResultOnItemBody,
): readonly Violation[] {
  const done = new Set(asked.filter(({ status }) => status === 'DONE').map(({ type }) => type));
  const made = exams.map(exam => ({ type: nameOfExam(exam.type), class: strictest(exam, asked) }));
  const days = [...exams.map(({ performedOn }) => performedOn), occurred.at.slice(0, '2021-04-02'.length)];
  return [
    ...days.flatMap((day, position) =>
      refuseIf(
        day > (days[position + 1] ?? day),
        'examination.exams-not-in-order',
        `/body/exams/${position}/performedOn`,
        { number, day, next: days[position + 1] ?? day },
      ),
    ),
    ...checkMadeInOrder(
      number,
      examinations,
      examination,
      made.map(exam => (done.has(exam.type) ? { ...exam, class: 'NEUTRAL' as const } : exam)),
      omitted.map(({ type }) => nameOfExam(type)),
    ),
  ];
}

/**
 * RQ-51: nothing is examined before the laboratory has it. The day is the examiner's own and reception is told in UTC, so
 * a day's difference stands.
 */
function checkNotBeforeReception(
  { number }: EvidenceState,
  { acceptedAt }: ExaminationOnItem,
  { exams }: ResultOnItemBody,
): readonly Violation[] {
  if (acceptedAt === undefined) return [];
  return exams.flatMap(({ type, performedOn }, position) =>
    refuseIf(
      performedOn < dayBefore(acceptedAt),
      'examination.exam-before-reception',
      `/body/exams/${position}/performedOn`,
      { number, exam: nameOfExam(type), day: performedOn, accepted: acceptedAt },
    ),
  );
}

/** What was asked for as destructive is so, whatever the examiner says of it afterwards. */
function strictest(exam: ExamMadeOf, asked: ExaminationOnItem['exams']) {
  const found = asked.find(({ type }) => type === nameOfExam(exam.type));
  return found?.class === 'DESTRUCTIVE' ? found.class : classOf(exam);
}

/** E32, RQ-52: what alters or uses up the item was approved before; no override takes the place of that. */
function checkApproved(
  { number }: EvidenceState,
  { destruction, exams: asked }: ExaminationOnItem,
  exams: readonly ExamMadeOf[],
): readonly Violation[] {
  return exams
    .filter(exam => strictest(exam, asked) === 'DESTRUCTIVE')
    .map(({ type }) => nameOfExam(type))
    .filter(exam => !destruction.some(approved => approved.exam === exam))
    .map(exam => refuse('examination.destruction-not-approved', '/body/exams', { number, exam }));
}

/**
 * E32, RQ-52: approved before it is made. Days of two people in two zones: a day's difference stands, and of several
 * approvals one is enough.
 */
function checkApprovedBefore(
  { number }: EvidenceState,
  { destruction, exams: asked }: ExaminationOnItem,
  exams: readonly ExamMadeOf[],
): readonly Violation[] {
  return exams.flatMap((exam, position) => {
    if (strictest(exam, asked) !== 'DESTRUCTIVE') return [];
    const name = nameOfExam(exam.type);
    const approvals = destruction.filter(approved => approved.exam === name);
    const tooEarly = approvals.every(({ at }) => at !== undefined && exam.performedOn < dayBefore(at));
    return refuseIf(
      approvals.length > 0 && tooEarly,
      'examination.destruction-approved-later',
      `/body/exams/${position}/performedOn`,
      { number, exam: name, day: exam.performedOn, approved: approvals[0]?.at ?? '' },
    );
  });
}

/** The day before a time, `YYYY-MM-DD`. */
function dayBefore(at: string): string {
  return new Date(Date.parse(at) - day).toISOString().slice(0, '2021-04-02'.length);
}

/** D5: what is said of opening and resealing is what the seals of the record say (RQ-30). */
function checkSeals(
  { number, seal, formerSeals }: EvidenceState,
  { seals }: ResultOnItemBody,
): readonly Violation[] {
  const { opened, resealed, note } = seals;
  const recorded = [...formerSeals, ...(seal === null ? [] : [seal])];
  const wasOpened = recorded.some(
    known => known.number === opened && ['OPENED_AUTHORISED', 'SUPERSEDED'].includes(known.status),
  );
  const wasResealed = recorded.some(known => known.number === resealed);
  return [
    ...refuseIf(opened !== null && !wasOpened, 'examination.seal-not-of-record', '/body/seals/opened', {
      number,
      seal: opened ?? '',
    }),
    ...refuseIf(resealed !== null && !wasResealed, 'examination.seal-not-of-record', '/body/seals/resealed', {
      number,
      seal: resealed ?? '',
    }),
    ...refuseIf(
      (opened === null || resealed === null) && note === null,
      'examination.seals-not-explained',
      '/body/seals/note',
      { number },
    ),
  ];
}

/** RQ-52, RQ-55: what is said to be used up is what the record says was (E53), and nothing is left out. */
function checkAlteration(
  { number, physical }: EvidenceState,
  { consumed }: ExaminationOnItem,
  { alteration: { kind, text, residue } }: ResultOnItemBody,
): readonly Violation[] {
  const recorded = physical === 'CONSUMED' ? 'ALL' : 'PART';
  const usedUp = kind === 'PART' || kind === 'ALL';
  return [
    ...refuseIf(
      consumed.length > 0 ? kind !== recorded : usedUp,
      'examination.alteration-not-of-record',
      '/body/alteration/kind',
      { number, kind },
    ),
    ...refuseIf(
      kind !== 'NOTHING' && text === null,
      'examination.alteration-not-told',
      '/body/alteration/text',
      {
        number,
      },
    ),
    ...refuseIf(usedUp && residue === null, 'examination.alteration-not-told', '/body/alteration/residue', {
      number,
    }),
  ];
}

/** RQ-02: what is listed as taken from the item has it for its parent. */
export function checkTakenFromIt(
  { id, body }: Act<ResultOnItemBody>,
  facts: LogWideFacts,
): readonly Violation[] {
  return body.derived.flatMap((derived, position) => {
    const child = facts.state(`evidence/${derived}`) as EvidenceState | undefined;
    return refuseIf(
      child !== undefined && child.parent !== id,
      'examination.not-derived-from-item',
      `/body/derived/${position}`,
      { number: child?.number ?? '' },
    );
  });
}
