import type { CommonState } from '../common/state.js';
import type { Classification, ReleaseOnItem } from '../evidence/state.js';
import type { HeldPiece } from '../hold/on-piece.js';
import type { ExaminationLevel, ExaminationStatus } from '../vocabulary/laboratory.js';
import type { ItemActs } from './item-acts.js';

/** One version of a report (E33, E34). None is ever taken out (RQ-54). */
export interface ReportVersion {
  readonly report: string;
  readonly version: number;
  readonly event: string;
  readonly at: string;
  readonly examiner: string;
  readonly examinerRole: string;
  readonly capacity: string;
  readonly reviewer: string | null;
  readonly reviewerRole: string | null;
  readonly reviewerCapacity: string;
  readonly languages: readonly string[];
  readonly classification: Classification;
  /** UUIDs of the items it reports on. */
  readonly items: readonly string[];
  /** What this version changes, and why; null in the first. */
  readonly change: { readonly what: string; readonly why: string } | null;
}

export interface ExaminationState extends CommonState, HeldPiece {
  readonly number: string;
  readonly requestedBy: string;
  readonly requestingUnit: string;
  readonly incident: string;
  readonly laboratory: string;
  readonly level: ExaminationLevel;
  readonly urgency: string;
  readonly requestedAt: string;
  /** Days, `YYYY-MM-DD`: what the laboratory keeps, and what it asked of its examiner. */
  readonly due: string;
  readonly assignedDue: string | null;
  readonly courtDate: string | null;
  readonly laboratoryNumber: string | null;
  readonly acceptedAt: string | null;
  readonly receivedBy: string | null;
  readonly examiner: string | null;
  readonly reviewer: string | null;
  /** Everybody who was ever to examine: none of them reviews (SD-3). */
  readonly examiners: readonly string[];
  readonly items: Readonly<Record<string, ExaminationStatus>>;
  readonly reports: readonly ReportVersion[];
  /** Leads and matches recorded, by their events; absent: none. */
  readonly findings?: readonly {
    readonly kind: 'LEAD' | 'MATCH';
    readonly event: string;
    readonly at: string;
    /** How many versions of reports stood in the examination when it was recorded. */
    readonly reportsBefore?: number;
  }[];
  /** Item events that reports consist of; absent: none. */
  readonly itemActs?: readonly ItemActs[];
  /** What each release says of it, by UUID of the release (GATE-6); absent: nobody asked for one. */
  readonly legal?: Readonly<Record<string, ReleaseOnItem>>;
  /** The strictest that any version of a report was given; absent: nothing is reported. */
  readonly classification?: Classification;
  /** `event_id` of the classification in force, where it brought the originator's consent with it (GATE-9). */
  readonly originatorConsent?: string;
}

/** Once a version of a report was issued, the examination is classified. */
export function hasReported(
  state: ExaminationState,
): state is ExaminationState & { readonly classification: Classification } {
  return state.classification !== undefined;
}

/** The state with a status, said by a person, of the items that his act lists. */
export function withItems(
  state: ExaminationState,
  items: readonly { readonly subject: string }[],
  status: ExaminationStatus,
): ExaminationState {
  const changed = idsOf(items).map(item => [item, status] as const);
  return { ...state, items: { ...state.items, ...Object.fromEntries(changed) } };
}

/** The state with a lead or a match recorded; neither changes where the examination stands. */
export function withFinding(
  state: ExaminationState,
  kind: 'LEAD' | 'MATCH',
  event: string,
  at: string,
): ExaminationState {
  const recorded = { kind, event, at, reportsBefore: state.reports.length };
  return { ...state, findings: [...(state.findings ?? []), recorded] };
}

/** UUIDs of the items that an act lists. */
export function idsOf(items: readonly { readonly subject: string }[]): readonly string[] {
  return items.map(({ subject }) => subject.slice(subject.indexOf('/') + 1));
}

/** Where the examination stands as a whole: what is still owed for any item comes first. */
export function statusOf({ items }: Pick<ExaminationState, 'items'>): ExaminationStatus {
  const order: readonly ExaminationStatus[] = ['ACCEPTED', 'REQUESTED', 'REPORTED', 'REJECTED', 'WITHDRAWN'];
  const found = Object.values(items);
  return order.find(status => found.includes(status)) ?? 'REQUESTED';
}
