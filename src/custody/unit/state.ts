import { parseTime } from '../../log/index.js';
import type { CommonState } from '../common/state.js';
import type { RiskLevel } from '../vocabulary/due-diligence.js';
import type { OrganisationClass } from '../vocabulary/institutions.js';

export interface UnitState extends CommonState {
  readonly name: string;
  readonly code: string;
  readonly class: OrganisationClass;
  /** The text where the class is OTHER. */
  readonly classText: string | null;
  /** Of the host State: its officers hold NAT roles. */
  readonly national: boolean;
  /** ISO 3166-1 alpha-3 of the State that contributes it; null where none does. */
  readonly country: string | null;
  /** First day it exists. */
  readonly validFrom: string;
  /** Last day it exists; null while that is not known. */
  readonly validUntil: string | null;
  /** The last assessment of it (RQ-63); absent: none was recorded. */
  readonly assessment?: UnitAssessment;
  /** Set while it is suspended from receiving (RQ-63); absent or null: it is not. */
  readonly suspension?: UnitSuspension | null;
}

/** Human rights due diligence on a unit (D6, RQ-63). How the risk is mitigated is withheld. */
export interface UnitAssessment {
  readonly reference: string;
  readonly risk: RiskLevel;
  readonly assessedOn: string;
  readonly reviewOn: string;
  readonly by: string;
  readonly event: string;
}

/** Since when a unit is suspended, and by whom. Why is withheld. */
export interface UnitSuspension {
  readonly since: string;
  readonly authority: string;
  readonly by: string;
  readonly event: string;
}

const day = 86_400_000;

/**
 * Does the institution exist at this instant (GATE-10, V12)? Both days belong to it; days are UTC, which is
 * the time of Mali.
 * @param at ms since 1970
 */
export function isUnitInForce(unit: UnitState, at: number): boolean {
  const { validFrom, validUntil } = unit;
  return startOf(validFrom) <= at && (validUntil === null || at < startOf(validUntil) + day);
}

function startOf(date: string): number {
  return parseTime(`${date}T00:00:00Z`);
}
