import { holdsKey, holdsRole, type OfficerState } from '../officer/state.js';
import type { Act, Circumstances } from '../rule.js';
import { refuseIf, type Violation } from '../violation.js';

/**
 * The key is a good key of the officer and the role is held at the time received (log-format section 8,
 * *key* and *role*). A holder may revoke his own key whatever his role: that event alone asks for no role.
 */
export function checkSigner(act: Act, circumstances: Circumstances): readonly Violation[] {
  const roleFree = act.type === 'officer.key-revoked' && act.actor.officer === act.id;
  return checkGood(act, circumstances.officer(act.actor.officer), circumstances.receivedAt, roleFree);
}

/**
 * A countersigner is good at the leaf of the act too: a key or role that the act itself brings in cannot
 * countersign it (log-format section 10).
 * @param before the officer as of the act
 */
export function checkCountersigner(
  countersignature: Act,
  before: OfficerState | undefined,
  receivedAt: number,
): readonly Violation[] {
  return checkGood(countersignature, before, receivedAt, false);
}

function checkGood(
  { actor: { officer, role }, kid }: Act,
  state: OfficerState | undefined,
  receivedAt: number,
  roleFree: boolean,
): readonly Violation[] {
  const keyGood = state !== undefined && holdsKey(state, kid);
  const roleHeld = state !== undefined && holdsRole(state, role, receivedAt);
  return [
    ...refuseIf(!keyGood, 'signer.key-not-good', '/actor/officer', { kid, officer }),
    ...refuseIf(keyGood && !roleHeld && !roleFree, 'signer.role-not-held', '/actor/role', { officer, role }),
  ];
}
