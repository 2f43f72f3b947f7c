import type { Act, Circumstances } from '../rule.js';
import { refuseIf, type Violation } from '../violation.js';

/** Signed in role OPS (log-format section 8, *role*), whatever the SOP says. */
export function byOperator({ actor }: Act<unknown>): readonly Violation[] {
  return refuseIf(actor.role !== 'OPS', 'log.not-by-operator', '/actor/role');
}

/** Signed in role OPS and countersigned by an officer in role REG (log-format section 8, `log.key-rotated`). */
export function byOperatorAndRegistrar(
  act: Act<unknown>,
  { countersigners }: Circumstances,
): readonly Violation[] {
  const registrar = countersigners.some(({ role }) => role === 'REG');
  return [...byOperator(act), ...refuseIf(!registrar, 'log.registrar-missing', '/body')];
}
