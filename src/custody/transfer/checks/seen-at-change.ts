import type { EvidenceState, Remark, SealOnItem } from '../../evidence/state.js';
import { refuseIf, type Violation } from '../../violation.js';
import { unbrokenStatuses } from '../../vocabulary/seals.js';
import { checkReserve, type Finding } from './reserve.js';
import { checkSealsCompared } from './seals-compared.js';

/** What the incoming custodian says of an item. */
type Seen = Pick<Finding, 'seals' | 'conditionAgrees' | 'reserve'> & { readonly seen: boolean };

/**
 * GATE-4, RQ-31, GATE-12: the incoming custodian compares the seal and the condition as a receiver does, and takes
 * under reserve what differs. What the record calls missing he has not seen, and says so; of what is not missing on
 * record that cannot be said.
 */
export function checkSeen(state: EvidenceState, found: Seen): readonly Violation[] {
  const { number, physical } = state;
  const missing = physical === 'UNACCOUNTED';
  const compared = checkReserve(state, { ...found, quantity: null, descriptionAgrees: true });
  if (found.seen) {
    return [
      ...refuseIf(missing, 'transfer.missing-item-taken-over', '/body/seen', { number }),
      ...checkSealsCompared(state, found.seals),
      ...compared,
    ];
  }
  return [
    ...(found.reserve === null ? [] : compared),
    ...refuseIf(!missing, 'transfer.unseen-not-missing', '/body/seen', { number }),
    ...refuseIf(found.seals.length > 0, 'transfer.unseen-seal-compared', '/body/seals', { number }),
  ];
}

/** What form 1 says of a seal; null: he read no number. */
interface Read {
  readonly sealNumber: string | null;
  readonly condition: string;
}

/** A difference stays on the item, and its seal is not whole any more. One that the record knows broken heals by nothing. */
export function sealRead(
  seal: SealOnItem | null,
  { sealNumber, condition }: Read,
  { event, officer }: { readonly event: string; readonly officer: string },
): { readonly seal: SealOnItem | null; readonly remarks: readonly Remark[] } {
  if (isAsRecorded(seal, sealNumber)) return { seal, remarks: [] };
  const text = `${sealNumber ?? '–'} ≠ ${seal?.number ?? '–'}: ${condition}`;
  const status = sealNumber === null ? 'UNREADABLE' : 'NUMBER_MISMATCH';
  const broken = seal === null || !unbrokenStatuses.includes(seal.status);
  return {
    seal: broken ? seal : { ...seal, status, event },
    remarks: [{ kind: 'SEAL', event, officer, text }],
  };
}

/** Of a seal that is open, damaged or gone by the record there may be no number to read any more. */
function isAsRecorded(seal: SealOnItem | null, read: string | null): boolean {
  if (seal === null) return read === null;
  return read === seal.number || (read === null && !unbrokenStatuses.includes(seal.status));
}
