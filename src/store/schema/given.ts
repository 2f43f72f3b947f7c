import type { BigInteger } from './columns.js';

/** One piece that one recipient was given (RQ-65). Never changed: what was given was given. */
export interface GivenTable {
  /** Leaf of the act by which it was given. */
  readonly leaf: BigInteger;
  /** Among the pieces of that act, from 0. */
  readonly position: number;
  readonly release: string;
  readonly by: 'HANDOVER' | 'DOSSIER' | 'COPY';
  /** `<kind>/<UUID>` of the handover, the dossier, or of the release where a copy was disclosed. */
  readonly given: string;
  /** `<kind>/<UUID>`. */
  readonly piece: string;
  readonly unit: string;
  readonly capacity: string;
  readonly national_references: readonly string[];
  /** As stated, in the log's form. */
  readonly at: string;
  readonly officer: string;
}
