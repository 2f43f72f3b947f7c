import type { CommonState } from '../common/state.js';
import type { Classification } from '../evidence/state.js';
import type { CountRangeOf } from '../schema/range.js';
import type { CasualtiesOnRecord } from './facts/casualties.js';

/** Why and by whom something was done to an account. */
interface Done {
  readonly event: string;
  readonly by: string;
  readonly reason: string;
}

/** What one source says of an incident. Who the source is stays withheld (GATE-8). */
export interface AccountState extends CommonState {
  /** UUID. */
  readonly incident: string;
  /** By code or in words. */
  readonly sourceKind: string;
  readonly reliability: string | null;
  readonly credibility: string | null;
  /** `YYYY-MM-DD`. */
  readonly asOf: string;
  readonly casualties: readonly CasualtiesOnRecord[];
  /** Null: not said. */
  readonly assailants: CountRangeOf | null;
  readonly assailantsDead: CountRangeOf | null;
  readonly damage: string | null;
  readonly statedPlace: string | null;
  readonly statedDate: { readonly on: string; readonly precision: string } | null;
  readonly givenBy: string;
  /** Null: entered here. */
  readonly imported: { readonly import: string; readonly row: number } | null;
  readonly classification: Classification;
  /** `event_id` of the classification in force, where it brought the originator's consent with it. */
  readonly originatorConsent?: string;
  /** Absent: never; the last statement is in force. */
  readonly restatements?: readonly Done[];
  /** It counts no more; null: it stands. */
  readonly withdrawn: Done | null;
}
