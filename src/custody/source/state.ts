import type { CommonState } from '../common/state.js';
import type { ConsentUse } from '../vocabulary/sources.js';

/** What a source consented to (RQ-64). Its words and the form he signed are withheld. */
export interface ConsentOfSource {
  readonly use: ConsentUse;
  /** UUID of the unit, for THIS_COURT. */
  readonly unit: string | null;
  /** First and last day, `YYYY-MM-DD`; null: until he revokes it. */
  readonly takenOn: string;
  readonly validUntil: string | null;
  readonly takenBy: string;
  readonly event: string;
  /** Day from which it counts no more; null while it stands. */
  readonly revokedOn: string | null;
}

/** A source or witness by code name alone (GATE-8, F-28): who he is and what he is linked to stand as digests. */
export interface SourceState extends CommonState {
  readonly code: string;
  readonly registeredBy: string;
  readonly protectionPlan: string | null;
  /** In the order of the log. */
  readonly consents: readonly ConsentOfSource[];
  /** How many links to pieces were recorded; to which is withheld. */
  readonly links: number;
}
