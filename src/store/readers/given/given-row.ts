import type { OutcomeReported, ReleaseDecision } from '../../../custody/release/state.js';
import type { GivenWay } from '../../../custody/vocabulary/outcomes.js';

/** What was given of a piece as a copy (E45), as the act says it. */
export interface CopyGiven {
  readonly as: string;
  /** How many copies. */
  readonly copies: number;
  /** How many files were copied; none: the record. */
  readonly files: number;
  /** Of these, photographs given as cleaned copies, without the data of the camera; null: the form did not say. */
  readonly cleaned: number | null;
  /** Withheld members left out of the copy of the record; null: the form did not say. */
  readonly leftOut: number | null;
}

/** One piece that one recipient was given (RQ-65). */
export interface GivenRow {
  /** UUID of the release. */
  readonly release: string;
  readonly releaseNumber: string;
  /** UUID of the request of the authority; null: the release names its reference alone. */
  readonly request: string | null;
  /** The decision it was given under; null: none that the log can tell. */
  readonly decision: ReleaseDecision | null;
  readonly by: GivenWay;
  /** `<kind>/<UUID>` of the handover, the dossier, or of the release where a copy was disclosed. */
  readonly given: string;
  /** `<kind>/<UUID>`. */
  readonly piece: string;
  /** Null: it was no copy, or went in a dossier, or the reader may not see the piece. */
  readonly copy: CopyGiven | null;
  /** As people call the piece; null: the reader may not see it. */
  readonly number: string | null;
  /** UUID of the unit that has it. */
  readonly unit: string;
  readonly capacity: string;
  readonly nationalReferences: readonly string[];
  /** When it was given, as stated. */
  readonly at: string;
  /** UUID of who answers for its having been given. */
  readonly officer: string;
  /** What came of it, as known last; null: nothing was reported. */
  readonly outcome: OutcomeReported | null;
  /** Leaf of the act by which it was given. */
  readonly leaf: number;
}
