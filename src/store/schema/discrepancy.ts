import type { LogPlace, Timestamp } from './columns.js';

export interface DiscrepancyTable extends LogPlace {
  readonly id: string;
  readonly kind: string;
  readonly owner: string;
  readonly deadline: Timestamp;
  readonly opened_by: string;
  readonly opened_at: Timestamp;
  readonly package: string | null;
  readonly seal_number: string | null;
  readonly transfer: string | null;
  readonly custodians: readonly string[];
  readonly open: boolean;
  readonly outcome: string | null;
}

export interface DiscrepancyItemTable {
  readonly discrepancy: string;
  readonly item: string;
}
