import type { LogPlace } from './columns.js';

/** A source by its code name; nothing that tells who he is. */
export interface SourceTable extends LogPlace {
  readonly id: string;
  readonly code: string;
  readonly registered_by: string;
  readonly links: number;
  /** Consents that were not revoked. */
  readonly consents: number;
}

/** A withheld claim: in which piece a source could be identified, and by what. Gone once the claim is erased. */
export interface SourcePieceTable {
  readonly event_id: string;
  readonly digest: string;
  readonly source: string;
  /** `<kind>/<UUID>`. */
  readonly piece: string;
  readonly identifiable_by: readonly string[];
}
