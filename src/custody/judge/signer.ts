import { holdsKey, holdsRole } from '../officer/state.js';
import type { Act, Circumstances } from '../rule.js';
import { refuseIf, type Violation } from '../violation.js';

/**
 * The key is a good key of the officer and the role is held at the time received (log-format section 8,
 * *key* and *role*). A holder may revoke his own key whatever his role: that event alone asks for no role.
 */
export function checkSigner(act: Act, circumstances: Circumstances): readonly Violation[] {
  const { officer, role } = act.actor;
  const state = circumstances.officer(officer);
  const keyGood = state !== undefined && holdsKey(state, act.kid);
  const roleHeld = state !== undefined && holdsRole(state, role, circumstances.receivedAt);
  const roleFree = act.type === 'officer.key-revoked' && officer === act.id;
  return [
    ...refuseIf(!keyGood, 'signer.key-not-good', '/actor/officer', { kid: act.kid, officer }),
    ...refuseIf(keyGood && !roleHeld && !roleFree, 'signer.role-not-held', '/actor/role', { officer, role }),
  ];
}
