import { sealDiscrepancies } from '../../discrepancy/demanded.js';
import { openDiscrepancies } from '../../evidence/checks.js';
import type { EvidenceState, Remark, SealOnItem } from '../../evidence/state.js';
import { refuseIf, type Violation } from '../../violation.js';
import { unbrokenStatuses } from '../../vocabulary/seals.js';

/** What the incoming custodian says that he saw of an item. */
export interface Seen {
  /** Number as he read it on the seal; null: he read none. */
  readonly sealNumber: string | null;
  readonly condition: string;
}

/** GATE-12: nobody takes over what nobody can find; until it is found it stays with who answered for it last. */
export function checkNotMissing({ number, physical }: EvidenceState): readonly Violation[] {
  return refuseIf(physical === 'UNACCOUNTED', 'transfer.missing-item-taken-over', '/subject', { number });
}

/**
 * GATE-4, RQ-31: the seal as read is that of the record; where it is not, a discrepancy about the seal stands on the
 * item before, as with a receipt.
 */
export function checkSealSeen(state: EvidenceState, { sealNumber }: Seen): readonly Violation[] {
  const told = openDiscrepancies(state).some(id => {
    const kind = state.discrepancies[id]?.kind;
    return sealDiscrepancies.some(other => other === kind);
  });
  const differs = !isAsRecorded(state.seal, sealNumber);
  return refuseIf(differs && !told, 'transfer.seal-differs-at-change', '/body/sealNumber', {
    number: state.number,
    read: sealNumber ?? '–',
    recorded: state.seal?.number ?? '–',
    kinds: sealDiscrepancies.join(', '),
  });
}

/** A difference stays on the item, and its seal is not whole any more. One that the record knows broken heals by nothing. */
export function sealSeen(
  seal: SealOnItem | null,
  { sealNumber, condition }: Seen,
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
