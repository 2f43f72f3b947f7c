import { refuse, refuseIf, type Violation } from '../../violation.js';
import type { ExamClass } from '../../vocabulary/laboratory.js';
import { classOfExam, type ExamType } from '../../vocabulary/laboratory.js';
import { classOf, comesBefore, nameOfExam, type RequestedExamOf } from '../exam.js';
import type { ExaminationOnItem } from '../on-item.js';

/** GATE-5: in a request traces come before handling, and what alters the item comes last. */
export function checkRequestedOrder(number: string, exams: readonly RequestedExamOf[]): readonly Violation[] {
  return exams.flatMap((exam, position) => {
    const tooLate = exams.slice(position + 1).find(later => comesBefore(classOf(later), classOf(exam)));
    return tooLate === undefined
      ? []
      : [
          refuse('examination.exam-order', `/body/exams/${position}`, {
            number,
            exam: nameOfExam(exam.type),
            first: nameOfExam(tooLate.type),
          }),
        ];
  });
}

/** What destroys by its nature is said to, so that who approves sees it. Each type is asked for once. */
export function checkRequestedExams(number: string, exams: readonly RequestedExamOf[]): readonly Violation[] {
  return exams.flatMap(({ type, destructive }, position) => {
    const exam = nameOfExam(type);
    const twice = exams.findIndex(other => nameOfExam(other.type) === exam) < position;
    const pointer = `/body/exams/${position}`;
    return [
      ...refuseIf(twice, 'examination.exam-twice', pointer, { number, exam }),
      ...refuseIf(
        !destructive && classOfExam[type.code as ExamType] === 'DESTRUCTIVE',
        'examination.destructive-not-flagged',
        `${pointer}/destructive`,
        { number, exam },
      ),
    ];
  });
}

/** An examination as it was made, in its place in the order. */
export interface MadeExam {
  readonly type: string;
  readonly class: ExamClass;
}

/**
 * GATE-5: before the item was handled or altered, every trace examination that anybody still waits for was made or
 * declared not needed, in whatever request it stands: another laboratory's traces are lost as well.
 * @param settled types that this result makes or declares not needed, with the place in the order; -1: not needed
 */
export function checkMadeInOrder(
  number: string,
  examinations: Readonly<Record<string, ExaminationOnItem>>,
  examination: string,
  made: readonly MadeExam[],
  omitted: readonly string[],
): readonly Violation[] {
  return made.flatMap((exam, position) => {
    const before = new Set([...omitted, ...made.slice(0, position).map(({ type }) => type)]);
    return waiting(examinations)
      .filter(asked => comesBefore(asked.class, exam.class))
      .filter(asked => asked.examination !== examination || !before.has(asked.type))
      .map(asked =>
        refuse('examination.trace-not-first', `/body/exams/${position}`, {
          number,
          exam: exam.type,
          first: asked.type,
          request: asked.request,
        }),
      );
  });
}

function waiting(examinations: Readonly<Record<string, ExaminationOnItem>>) {
  return Object.entries(examinations)
    .filter(([, { status }]) => status === 'REQUESTED' || status === 'ACCEPTED')
    .flatMap(([examination, { number, exams }]) =>
      exams
        .filter(({ status }) => status === 'ASKED')
        .map(({ type, class: of }) => ({ examination, request: number, type, class: of })),
    );
}
