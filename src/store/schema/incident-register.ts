import type { CasualtiesOnRecord } from '../../custody/account/facts/casualties.js';
import type { DefinitionFollowed } from '../../custody/incident/facts/definitions.js';
import type { DeviceOnRecord } from '../../custody/incident/facts/devices.js';
import type { BigInteger, LogPlace, Timestamp } from './columns.js';

/**
 * What an incident was said to be, one row for each statement of its facts: the greatest `known_index` is in force, the
 * greatest that is not above a leaf is what was known there.
 */
export interface IncidentVersionTable {
  readonly incident: string;
  /** Leaf of the act that stated it. */
  readonly known_index: BigInteger;
  readonly event_id: string;
  /** By code or in words, as on the incident itself. */
  readonly types: readonly string[];
  readonly sub_types: readonly string[];
  /** Definitions of types that the record says it follows. */
  readonly definitions: readonly DefinitionFollowed[];
  readonly targets: readonly string[];
  readonly happened: Timestamp;
  readonly happened_precision: string;
  /** Name and units the place had at the time, largest first. */
  readonly place_name: string;
  readonly administrative_units: readonly string[];
  /** Today's, where it is called otherwise; null, and none. */
  readonly place_today: string | null;
  readonly administrative_units_today: readonly string[];
  readonly reporting_unit: string;
  /** How far it was exploited; null: not known. */
  readonly exploitation: string | null;
  readonly exploitation_reasons: readonly string[];
  readonly devices: readonly DeviceOnRecord[];
  /** It counts no more from here on, until it is restated; the facts are those that stood then. */
  readonly withdrawn: boolean;
}

/** An account as it stands now. */
export interface AccountTable extends LogPlace {
  readonly id: string;
  /** The import it came by; null: none. */
  readonly import: string | null;
  readonly incident: string;
  readonly source_kind: string;
  readonly reliability: string | null;
  readonly credibility: string | null;
  /** `YYYY-MM-DD`. */
  readonly as_of: string;
  readonly stated_place: string | null;
  readonly stated_date: string | null;
  readonly given_by: string;
  readonly classification: string;
  readonly withdrawn: boolean;
}

/** What an account said, one row for each statement of it and one for its withdrawal, as those of incidents. */
export interface AccountVersionTable {
  readonly account: string;
  readonly known_index: BigInteger;
  readonly event_id: string;
  readonly incident: string;
  readonly source_kind: string;
  readonly reliability: string | null;
  readonly credibility: string | null;
  readonly as_of: string;
  readonly casualties: readonly CasualtiesOnRecord[];
  /** Assailants, and dead ones; an end that was not said is null. */
  readonly assailants_lowest: number | null;
  readonly assailants_highest: number | null;
  readonly assailants_dead_lowest: number | null;
  readonly assailants_dead_highest: number | null;
  readonly stated_place: string | null;
  readonly stated_date: string | null;
  readonly stated_date_precision: string | null;
  /** It counts no more from here on. */
  readonly withdrawn: boolean;
}
