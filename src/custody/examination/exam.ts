import { Exactly, Flag, type Static } from '../schema/described.js';
import { Coded, type CodedValue, codeOrText } from '../vocabulary/coded.js';
import { classOfExam, type ExamClass, type ExamType, examTypes } from '../vocabulary/laboratory.js';

export function TypeOfExam() {
  return Coded(examTypes, 'Type of examination', "Type d'examen");
}

/** V7, D5: one examination that is asked for; the list is the order in which they are made. */
export const RequestedExam = Exactly({
  type: TypeOfExam(),
  destructive: Flag('Does it alter or use up the item?', 'Altère-t-il ou consomme-t-il la pièce ?'),
});

export type RequestedExamOf = Static<typeof RequestedExam>;

/** A type of examination as a state keeps it: its code, or the words where no code fits. */
export function nameOfExam(type: CodedValue): string {
  return codeOrText(type);
}

/** GATE-5: what the type is by itself, or destructive where the examiner says that it is so for this item. */
export function classOf({ type, destructive }: RequestedExamOf): ExamClass {
  return destructive ? 'DESTRUCTIVE' : classOfExam[type.code as ExamType];
}

const ranks: Readonly<Record<ExamClass, number | null>> = {
  NEUTRAL: null,
  TRACE: 0,
  HANDLING: 1,
  DESTRUCTIVE: 2,
};

/** GATE-5: has `earlier` to come before `later`? What touches nothing comes whenever one likes. */
export function comesBefore(earlier: ExamClass, later: ExamClass): boolean {
  const [first, second] = [ranks[earlier], ranks[later]];
  return first !== null && second !== null && first < second;
}
