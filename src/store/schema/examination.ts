import type { LogPlace, NullableTimestamp, Timestamp } from './columns.js';

export interface ExaminationTable extends LogPlace {
  readonly id: string;
  readonly number: string;
  readonly requested_by: string;
  readonly requested_at: Timestamp;
  readonly requesting_unit: string;
  readonly incident: string;
  readonly laboratory: string;
  readonly level: string;
  readonly urgency: string;
  readonly status: string;
  readonly laboratory_number: string | null;
  readonly accepted_at: NullableTimestamp;
  readonly examiner: string | null;
  readonly reviewer: string | null;
  /** Days, `YYYY-MM-DD`. */
  readonly due: string;
  readonly assigned_due: string | null;
  readonly court_date: string | null;
  readonly classification: string | null;
  readonly first_reported_at: NullableTimestamp;
  readonly last_reported_at: NullableTimestamp;
  readonly versions: number;
  readonly held: boolean;
}

export interface ExaminationItemTable {
  readonly examination: string;
  readonly item: string;
  readonly status: string;
}
