import type { CommonState } from '../common/state.js';
import type { MomentKnown } from '../common/time-order.js';
import type { DiscrepancyKind, DiscrepancyOutcome } from '../vocabulary/discrepancies.js';

/** A finding of the owner: what he established, and on what (RQ-73). */
export interface Explanation {
  readonly finding: string;
  readonly officer: string;
  readonly event: string;
}

export interface DiscrepancyState extends CommonState {
  readonly kind: DiscrepancyKind;
  readonly what: string;
  readonly owner: string;
  readonly deadline: string;
  readonly openedBy: string;
  readonly openedAt: string;
  readonly lastOccurred: MomentKnown;
  /** `evidence/<UUID>` of the items concerned. */
  readonly items: readonly string[];
  readonly package: string | null;
  readonly sealNumber: string | null;
  readonly transfer: string | null;
  /** Custodians concerned, as named when it was opened: none of them signs its closure (RQ-73). */
  readonly custodians: readonly string[];
  readonly explanations: readonly Explanation[];
  readonly closed: null | {
    readonly outcome: DiscrepancyOutcome;
    readonly finding: string;
    readonly by: readonly string[];
    readonly event: string;
  };
}
