import { parseTime } from '../../log/index.js';
import { endOf, type MomentKnown } from '../common/time-order.js';
import { occurrenceOf } from '../judge/occurrence.js';
import type { Act } from '../rule.js';

/** What lets people work at a scene (GATE-1): an EOD clearance, or the hazard excluded from the start. */
export interface EntryPermission {
  readonly basis: 'CLEARANCE' | 'EXCLUSION';
  readonly officer: string;
  /** First instant of validity: when the clearance or the opening occurred. */
  readonly from: string;
  /** Null: an exclusion has no end. */
  readonly validUntil: string | null;
  readonly withdrawn: null | { readonly event: string; readonly at: string };
}

/** The permission an event of a scene gives; undefined where it gives none. */
export function permissionOf({ type, actor, body, ...act }: Act): EntryPermission | undefined {
  const occurred = occurrenceOf({ type, actor, body, ...act });
  if (occurred === undefined) return undefined;
  const common = { officer: actor.officer, from: occurred.at, withdrawn: null };
  if (type === 'scene.cleared') {
    return { basis: 'CLEARANCE', ...common, validUntil: String(body.validUntil) };
  }
  return type === 'scene.opened' && body.hazard === 'EXCLUDED'
    ? { basis: 'EXCLUSION', ...common, validUntil: null }
    : undefined;
}

/**
 * Does it cover an act that occurred then? Judged at the time the act occurred (design section 4). A time
 * known only to the day must lie in the validity with the whole of the day: a gate is shown to be met.
 */
export function covers(permission: EntryPermission, occurred: MomentKnown): boolean {
  const { from, validUntil } = permission;
  return (
    parseTime(from) <= parseTime(occurred.at) &&
    (validUntil === null || endOf(occurred) <= parseTime(validUntil))
  );
}

/** Was it still standing? What was done before a withdrawal was done with leave. */
export function isStanding({ withdrawn }: EntryPermission, occurred: MomentKnown): boolean {
  return withdrawn === null || endOf(occurred) <= parseTime(withdrawn.at);
}
