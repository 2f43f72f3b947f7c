import type { BigInteger, LogPlace, NullableTimestamp, Timestamp } from './columns.js';

export interface UnitTable extends LogPlace {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly class: string;
  readonly class_text: string | null;
  readonly national: boolean;
  readonly country: string | null;
  /** First and last day it exists, `YYYY-MM-DD`. */
  readonly valid_from: string;
  readonly valid_until: string | null;
  /** Of the last human rights assessment; null: none was recorded. */
  readonly risk: string | null;
  /** `YYYY-MM-DD`. */
  readonly review_on: string | null;
  /** From receiving (RQ-63). */
  readonly suspended: boolean;
}

export interface SiteTable extends LogPlace {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly unit: string | null;
}

export interface SiteStoreTable {
  readonly site: string;
  readonly store: string;
  readonly name: string;
  readonly shelves: readonly string[];
  readonly hazard_classes: readonly string[];
  readonly open: boolean;
}

export interface IncidentTable extends LogPlace {
  readonly id: string;
  /** The import it came by; null: none. */
  readonly import: string | null;
  /** From the register: it counts in no statistic. */
  readonly withdrawn: boolean;
  readonly case_file: string;
  readonly types: readonly string[];
  readonly sub_types: readonly string[];
  readonly happened: Timestamp;
  readonly happened_precision: string;
  readonly place_name: string;
  readonly administrative_units: readonly string[];
  readonly reporting_unit: string;
  readonly opened_by: string;
  /** Case officers in charge now. */
  readonly assigned: readonly string[];
}

export interface SceneTable extends LogPlace {
  readonly id: string;
  readonly incident: string;
  readonly name: string;
  readonly scene_kind: string;
  readonly hazard_excluded: boolean;
  readonly leader: string | null;
  readonly closed: boolean;
  /** Where in the log it was closed; null while it is open. */
  readonly closed_index: BigInteger | null;
  /** How far it was exploited; null while it is open. */
  readonly exploited: string | null;
}

export interface VisitTable extends LogPlace {
  readonly id: string;
  readonly scene: string;
  readonly visitor: string;
  readonly role: string;
  readonly purpose: string;
  readonly escort: string | null;
  readonly entered: Timestamp;
  readonly entered_precision: string;
  /** A gate was passed for it by decision: it lets the visitor read nothing. */
  readonly overridden: boolean;
  /** Null while the visitor is inside. */
  readonly left_at: NullableTimestamp;
}
