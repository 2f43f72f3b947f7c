import type { PublicJwk } from '../../log/index.js';
import type { CommonState } from '../common/state.js';
import type { RoleCode } from '../roles.js';
import { keyRevocationReasons } from '../vocabulary/officers.js';
import { codesOf } from '../vocabulary/vocabulary.js';

/** Reasons a key is revoked for (log-format section 8). */
export const revocationReasons = codesOf(keyRevocationReasons);
export type RevocationReason = (typeof revocationReasons)[number];

export interface OfficerKey {
  readonly jwk: PublicJwk;
  /** Leaf index of its registration. */
  readonly registered: number;
  readonly revoked: null | {
    readonly index: number;
    readonly reason: RevocationReason;
    readonly compromisedSince: number | null;
  };
}

export interface RoleGrant {
  readonly role: RoleCode;
  /** ms since 1970. */
  readonly from: number;
  readonly until: number | null;
  /** Leaf index of the grant. */
  readonly granted: number;
  /** Leaf index of its end by an event, before `until`. */
  readonly ended: number | null;
}

export interface OfficerState extends CommonState {
  readonly unit: string | null;
  /** An officer of a national authority: holds NAT roles, and only those. */
  readonly national: boolean;
  readonly keys: Readonly<Record<string, OfficerKey>>;
  readonly grants: Readonly<Record<string, RoleGrant>>;
}

/** Does this key count for an event of this officer appended now? (log-format section 8, *key*) */
export function holdsKey(officer: OfficerState, kid: string): boolean {
  const key = Object.hasOwn(officer.keys, kid) ? officer.keys[kid] : undefined;
  return key !== undefined && key.revoked === null;
}

/** Does the officer hold the role at this time received? (log-format section 8, *role*; SD-8) */
export function holdsRole(officer: OfficerState, role: string, receivedAt: number): boolean {
  return Object.values(officer.grants).some(grant => grant.role === role && isInForce(grant, receivedAt));
}

export function isInForce(grant: RoleGrant, receivedAt: number): boolean {
  return (
    grant.ended === null && grant.from <= receivedAt && (grant.until === null || receivedAt < grant.until)
  );
}

export function rolesHeld(officer: OfficerState, receivedAt: number): readonly RoleCode[] {
  const held = Object.values(officer.grants).filter(grant => isInForce(grant, receivedAt));
  return [...new Set(held.map(grant => grant.role))].sort();
}
