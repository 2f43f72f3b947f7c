import { type RoleCode, roleCodes, roles } from '../../roles.js';
import type { Sop } from '../document.js';

/**
 * Who may witness, and be the second officer before whom something is done: whoever of the Mission holds an
 * operational role. Not the registrars and the operator (SD-7), nor an officer of the authority that receives.
 */
export const witnesses: readonly RoleCode[] = roleCodes.filter(
  role => roles[role].operational && !roles[role].national,
);

type ActSignatures = Sop['acts'][string];

/** Who signs an act: roles of the signer, and countersignatures as `[capacity, count, roles or null for any]`. */
export function signedBy(
  signers: readonly RoleCode[],
  countersignatures: readonly (readonly [as: string, count: number, roles: readonly RoleCode[] | null])[],
  source: string,
  confidence: ActSignatures['confidence'],
): ActSignatures {
  return {
    signers: [...signers],
    countersignatures: countersignatures.map(([as, count, roles]) => ({
      as,
      count,
      roles: roles === null ? null : [...roles],
    })),
    source,
    confidence,
  };
}
