import type { RoleCode } from '../../roles.js';
import type { Sop } from '../document.js';

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
