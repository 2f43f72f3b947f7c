import { groupId } from '../common/group-body.js';
import type { EvidenceState } from '../evidence/state.js';
import type { Circumstances } from '../rule.js';
import { refuse, type Violation } from '../violation.js';
import type {
  ExamClass,
  ExaminationLevel,
  ExaminationStatus,
  ResultClass,
} from '../vocabulary/laboratory.js';

/** An examination that is asked for, and whether it was made or declared not needed. */
export interface ExamOnItem {
  readonly type: string;
  readonly class: ExamClass;
  readonly status: 'ASKED' | 'DONE' | 'OMITTED';
}

/** One version of a result (RQ-54): every former version stays beside the newer. */
export interface ResultOnItem {
  readonly report: string;
  readonly version: number;
  readonly event: string;
  readonly examiner: string;
  /** Null only where a procedure asks for none. */
  readonly reviewer: string | null;
  readonly at: string;
  readonly exams: readonly { readonly type: string; readonly result: ResultClass }[];
  readonly traces: readonly { readonly kind: string; readonly reference: string }[];
  readonly marks: readonly { readonly text: string; readonly place: string }[];
}

/** E32: what two officers approved beforehand. */
export interface DestructionApproved {
  readonly event: string;
  readonly exam: string;
  /** Decimal; null: no amount is stated, the whole may be used up. */
  readonly atMost: string | null;
  /** RFC 3339, as stated; absent: approved before this was kept. */
  readonly at?: string;
}

/** Something of the item was used up (E53). */
export interface Consumed {
  readonly event: string;
  readonly exam: string;
  /** Decimal; null: the item's amount was never stated. */
  readonly amount: string | null;
}

/** A lead: where it comes from and how sure it is. It changes no status of anything. */
export interface LeadOnItem {
  readonly event: string;
  readonly trace: string;
  readonly source: string;
  /** State that issued the warrant, null: none did; absent where it is withheld. */
  readonly issuedBy?: string | null;
  readonly confidence: string;
}

/** Two officers found the same trace or mark on other items (V7, case-to-case comparison). */
export interface TraceMatchOnItem {
  readonly event: string;
  readonly examination: string;
  readonly reference: string;
  /** UUIDs of the other items. */
  readonly with: readonly string[];
  readonly result: string;
}

/** What laboratories left in the history of an item; each member is absent where there is nothing of it. */
export interface LaboratoryOnItem {
  /** By UUID of the examination. */
  readonly examinations?: Readonly<Record<string, ExaminationOnItem>>;
  /** How it was taken from its parent, and for which examination (RQ-02). */
  readonly obtained?: { readonly how: string; readonly examination: string | null };
  readonly traceMatches?: readonly TraceMatchOnItem[];
}

/** What one examination says about this item, so that the item's history tells it alone. */
export interface ExaminationOnItem {
  readonly number: string;
  /** Unit that examines. */
  readonly laboratory: string;
  readonly level: ExaminationLevel;
  readonly status: ExaminationStatus;
  readonly requestedBy: string;
  readonly question: string;
  readonly exams: readonly ExamOnItem[];
  readonly laboratoryNumber: string | null;
  /** RFC 3339, when the laboratory took the item; absent: not yet, or taken before this was kept. */
  readonly acceptedAt?: string;
  readonly destruction: readonly DestructionApproved[];
  readonly consumed: readonly Consumed[];
  readonly results: readonly ResultOnItem[];
  /** What follows from a hit on a list: never more than a lead. Absent: none. */
  readonly leads?: readonly LeadOnItem[];
  /** `event_id` of the item's event that gave this status. */
  readonly event: string;
}

/** What an examination says of the item; undefined where it was never asked for. */
export function examinationOnItem(
  { examinations = {} }: EvidenceState,
  examination: string,
): ExaminationOnItem | undefined {
  return Object.hasOwn(examinations, examination) ? examinations[examination] : undefined;
}

/** The act makes sense for an item of this examination at one of these statuses. */
export function checkExaminationStatus(
  state: EvidenceState,
  allowed: readonly ExaminationStatus[],
  circumstances: Circumstances,
): readonly Violation[] {
  const { number } = state;
  const found = examinationOnItem(state, groupId(circumstances));
  if (found === undefined) return [refuse('examination.item-not-requested', '/subject', { number })];
  if (allowed.includes(found.status)) return [];
  return [
    refuse('examination.item-status', '/subject', {
      number,
      status: found.status,
      expected: allowed.join(', '),
    }),
  ];
}

/** The item with what an act says of it in one examination. */
export function withExamination(
  state: EvidenceState,
  examination: string,
  changes: Partial<ExaminationOnItem>,
): EvidenceState {
  const found = examinationOnItem(state, examination);
  if (found === undefined) return state;
  return { ...state, examinations: { ...state.examinations, [examination]: { ...found, ...changes } } };
}
