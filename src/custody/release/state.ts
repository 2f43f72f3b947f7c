import type { CommonState } from '../common/state.js';
import type { LegalStatus } from '../evidence/state.js';
import type { ReleaseOutcome } from '../vocabulary/releases.js';

/** One decision on a release; a later one may cover items an earlier one left out. */
export interface ReleaseDecision {
  readonly event: string;
  readonly officer: string;
  readonly role: string;
  readonly capacity: string;
  readonly outcome: ReleaseOutcome;
  readonly conditions: readonly string[];
  readonly validFrom: string | null;
  readonly validUntil: string | null;
  readonly at: string;
}

export interface ReleaseState extends CommonState {
  readonly number: string;
  readonly requestedBy: string;
  /** UUID of the request of the authority that it follows; absent in form 2, which names its reference alone. */
  readonly request?: string;
  readonly recipientUnit: string;
  readonly recipientCapacity: string;
  readonly purpose: string;
  readonly proceedings: string;
  readonly offence: string;
  readonly requestedAt: string;
  readonly decisions: readonly ReleaseDecision[];
  /** What the last act said of each item, by UUID: copied, never computed (RQ-61). */
  readonly items: Readonly<Record<string, LegalStatus>>;
}

/** The state with a status, said by a person, of the items that his act lists. */
export function withStatus(
  state: ReleaseState,
  items: readonly { readonly subject: string }[],
  status: LegalStatus,
): ReleaseState {
  const changed = items.map(({ subject }) => [subject.slice(subject.indexOf('/') + 1), status] as const);
  return { ...state, items: { ...state.items, ...Object.fromEntries(changed) } };
}
