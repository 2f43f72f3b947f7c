import type { Act, Circumstances } from '../rule.js';
import { refuseIf, type Violation } from '../violation.js';

/** The registrar signs about somebody else (log-format section 8, *role*). */
export function aboutAnother(act: Act<unknown>): readonly Violation[] {
  return refuseIf(act.actor.officer === act.id, 'officer.registrar-about-himself', '/actor/officer');
}

/**
 * Signed by an officer in role REG about somebody else and countersigned by another in role REG
 * (log-format section 8). That the countersigner is another officer is checked by *group*.
 */
export function secondRegistrar(act: Act<unknown>, circumstances: Circumstances): readonly Violation[] {
  const second = circumstances.countersigners.some(signer => signer.role === 'REG');
  return [
    ...aboutAnother(act),
    ...refuseIf(act.actor.role !== 'REG' || !second, 'officer.second-registrar-missing', '/body'),
  ];
}
