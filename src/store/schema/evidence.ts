import type { LogPlace, NullableTimestamp, Timestamp } from './columns.js';

/** One item as it stands now. Nothing of a withheld claim is in here. */
export interface EvidenceTable extends LogPlace {
  readonly id: string;
  /** The import it came by; null: none. */
  readonly import: string | null;
  /** Printed number with its check character. */
  readonly number: string;
  readonly incident: string;
  readonly scene: string | null;
  readonly parent: string | null;
  readonly root: string;
  readonly found_in: string | null;
  readonly category: string;
  readonly sub_category: string;
  readonly calibre: string | null;
  readonly serial: string | null;
  readonly description_en: string;
  readonly description_fr: string;
  /** Decimal number as text; null: not stated. */
  readonly quantity_amount: string | null;
  readonly quantity_unit: string;
  readonly found_as: string;
  readonly recovering_party: string;
  readonly registered_by: string;
  readonly collected_by: string | null;
  readonly physical: string;
  readonly safety: string;
  readonly safety_valid_until: string | null;
  readonly weapon_cleared: boolean;
  readonly custodian: string | null;
  readonly custodian_role: string | null;
  readonly custodian_unit: string | null;
  readonly custody_since: NullableTimestamp;
  readonly site: string | null;
  readonly store: string | null;
  readonly shelf: string | null;
  /** When a checked-out item is due back. */
  readonly due_back: NullableTimestamp;
  readonly package: string | null;
  readonly seal_number: string | null;
  readonly seal_state: string | null;
  readonly classification: string;
  /** The transfer it is in, from offer to receipt, refusal or recall. */
  readonly transfer: string | null;
  readonly transfer_stage: string | null;
  /** Units of granted releases, and of the authority it was handed over to. */
  readonly recipient_units: readonly string[];
  /** Under a hold that stands (E57). */
  readonly held: boolean;
  readonly discrepancy_open: boolean;
  /** Lower case: number, descriptions, marks, serial, calibre, seal; for `like '%…%'`. */
  readonly search_text: string;
  readonly last_occurred: Timestamp;
  readonly last_precision: string;
}
