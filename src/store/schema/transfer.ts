import type { LogPlace, NullableTimestamp, Timestamp } from './columns.js';

export interface TransferTable extends LogPlace {
  readonly id: string;
  readonly kind: string;
  readonly stage: string;
  readonly manifest: string;
  readonly giver: string | null;
  readonly giver_unit: string | null;
  readonly giver_site: string | null;
  readonly receiver: string | null;
  readonly receiver_role: string | null;
  readonly receiver_unit: string | null;
  readonly receiver_site: string | null;
  /** All couriers, in the order of their legs. */
  readonly couriers: readonly string[];
  readonly release: string | null;
  readonly begun_at: Timestamp;
  readonly planned_departure: NullableTimestamp;
  readonly planned_arrival: NullableTimestamp;
  /** Items somebody is still waiting for. */
  readonly open_items: number;
}

export interface TransferItemTable {
  readonly transfer: string;
  readonly item: string;
  readonly status: string;
}
