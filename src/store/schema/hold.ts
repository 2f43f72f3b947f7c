import type { LogPlace, Timestamp } from './columns.js';

export interface HoldTable extends LogPlace {
  readonly id: string;
  readonly number: string;
  /** Role in which it was placed. */
  readonly function: string;
  readonly ground: string;
  readonly scope: string;
  readonly authority: string;
  readonly placed_by: string;
  readonly placed_at: Timestamp;
  /** `YYYY-MM-DD`. */
  readonly review_on: string | null;
  /** How many pieces it still holds. */
  readonly standing: number;
}

export interface HoldPieceTable {
  readonly hold: string;
  /** `<kind>/<UUID>`. */
  readonly piece: string;
  readonly standing: boolean;
}
