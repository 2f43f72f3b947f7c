import type { CommonState } from '../common/state.js';
import type { MomentKnown } from '../common/time-order.js';
import type { DeviceOnRecord } from './facts/devices.js';

/** Facts that were stated anew, whole; the last statement is in force. */
export interface Restatement {
  readonly event: string;
  readonly by: string;
  readonly reason: string;
}

export interface Withdrawal extends Restatement {
  /** UUID of the incident that it is; null: it is no incident. */
  readonly duplicateOf: string | null;
}

export interface ExploitationOnRecord {
  readonly level: string;
  /** By code or in words. */
  readonly reasons: readonly string[];
}

export interface IncidentState extends CommonState {
  readonly caseFile: string;
  /** The row of a table it was taken over from; absent or null: it was recorded here. */
  readonly imported?: { readonly import: string; readonly row: number } | null;
  /** Codes of V1, or the words where none fits. */
  readonly types: readonly string[];
  readonly subTypes: readonly string[];
  readonly targets: readonly string[];
  readonly happened: MomentKnown;
  readonly placeName: string;
  readonly administrativeUnits: readonly string[];
  readonly reportingUnit: string;
  readonly openedBy: string;
  /** Case officers in charge now, in the order of their assignment. */
  readonly assigned: readonly string[];
  /** Null: not known; absent: opened in form 1, which did not ask, and not restated since. So are the devices. */
  readonly exploitation?: ExploitationOnRecord | null;
  readonly devices?: readonly DeviceOnRecord[];
  /** It counts in no statistic; null or absent: it does. */
  readonly withdrawn?: Withdrawal | null;
  /** Absent: never. */
  readonly restatements?: readonly Restatement[];
}
