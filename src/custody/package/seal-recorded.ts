import type { SealStatus } from '../evidence/state.js';
import { refuseIf, type Violation } from '../violation.js';
import { type DamagedStatus, damagedStatuses } from '../vocabulary/seals.js';
import type { PackageState } from './state.js';

/** The act names the seal the package is recorded under: the record and the object are compared (RQ-30). */
export function checkSealNamed(state: PackageState, named: string): readonly Violation[] {
  const { number } = state.seal;
  return refuseIf(named !== number, 'package.seal-differs', '/body/sealNumber', { named, number });
}

/**
 * An opening never hides a damaged seal (RQ-31): what the opener saw is what is recorded. Damage that is news
 * is an act of its own before it.
 */
export function checkSealState(
  recorded: SealStatus,
  { sealNumber, sealState }: { readonly sealNumber: string; readonly sealState: SealStatus },
): readonly Violation[] {
  const agrees = isDamaged(recorded) ? sealState === recorded : sealState === 'VERIFIED_INTACT';
  return refuseIf(!agrees, 'package.seal-state-differs', '/body/sealState', {
    number: sealNumber,
    found: sealState,
    recorded,
  });
}

function isDamaged(status: SealStatus): status is DamagedStatus {
  return (damagedStatuses as readonly SealStatus[]).includes(status);
}
