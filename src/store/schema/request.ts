import type { LogPlace, Timestamp } from './columns.js';

export interface RequestTable extends LogPlace {
  readonly id: string;
  readonly number: string;
  readonly authority_unit: string;
  readonly authority_capacity: string;
  readonly kind: string;
  readonly reference: string;
  /** `YYYY-MM-DD`, as it was said: days have no time zone. */
  readonly received_on: string;
  readonly asked_for_en: string;
  readonly asked_for_fr: string;
  readonly incident: string | null;
  readonly proceedings: string;
  /** `YYYY-MM-DD`; null: none was set. */
  readonly deadline: string | null;
  readonly registered_by: string;
  readonly registered_at: Timestamp;
  /** The last answer that settles it; null: none. */
  readonly answer: string | null;
  /** Nobody waits for an answer any more. */
  readonly settled: boolean;
}
