import type { LogPlace, NullableTimestamp, Timestamp } from './columns.js';

export interface ReleaseTable extends LogPlace {
  readonly id: string;
  readonly number: string;
  readonly requested_by: string;
  readonly requested_at: Timestamp;
  readonly recipient_unit: string;
  readonly recipient_capacity: string;
  readonly purpose: string;
  /** Of the last decision; null: none yet. */
  readonly outcome: string | null;
  readonly valid_from: NullableTimestamp;
  readonly valid_until: NullableTimestamp;
}

export interface ReleaseItemTable {
  readonly release: string;
  readonly item: string;
  readonly status: string;
}
