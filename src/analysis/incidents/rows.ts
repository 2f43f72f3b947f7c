import type { CasualtiesOnRecord } from '../../custody/account/facts/casualties.js';
import type { DefinitionFollowed } from '../../custody/incident/facts/definitions.js';
import type { DeviceOnRecord } from '../../custody/incident/facts/devices.js';

/** An incident as its last statement says, of those that were known. */
export interface IncidentRow {
  /** UUID. */
  readonly incident: string;
  /** `event_id` of the statement. */
  readonly event: string;
  /** Codes of V1, or the words where none fits. */
  readonly types: readonly string[];
  readonly targets: readonly string[];
  /** Definitions of types that its record says it follows. */
  readonly definitions: readonly DefinitionFollowed[];
  /** ms since 1970, and how precisely it is known. */
  readonly happened: number;
  readonly precision: string;
  /** The place's units at the time, and today's where they are called otherwise. */
  readonly regions: readonly string[];
  readonly regionsToday: readonly string[];
  /** Null: not known. */
  readonly exploitation: string | null;
  readonly exploitationReasons: readonly string[];
  readonly devices: readonly DeviceOnRecord[];
}

/** What one source says of an incident, where it was not withdrawn. */
export interface AccountRow {
  /** UUID. */
  readonly account: string;
  /** `event_id` of the statement. */
  readonly event: string;
  readonly incident: string;
  /** Code of the kind of source, or the words where none fits. */
  readonly sourceKind: string;
  readonly casualties: readonly CasualtiesOnRecord[];
}
