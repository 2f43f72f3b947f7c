import type { EvidenceState } from '../../evidence/state.js';
import { type QuantityOf, quantityText, sameQuantity } from '../../schema/quantity.js';
import { refuse, refuseIf, type Violation } from '../../violation.js';
import { foundUnbroken, type SealCompared, sealsAsHandedOver } from './seals-compared.js';

/** What the receiver finds, and whether he takes it under reserve. */
export interface Finding {
  readonly quantity: QuantityOf | null;
  readonly seals: readonly SealCompared[];
  readonly reserve: { readonly discrepancy: string } | null;
}

/**
 * RQ-21: the receiver counts at once. Under an unbroken seal he counts the package, not what is in it: custody
 * of the content stays sealed (RQ-24).
 */
export function checkCounted(
  { number, seal }: EvidenceState,
  { quantity, seals }: Finding,
): readonly Violation[] {
  return refuseIf(
    quantity === null && !foundUnbroken(seal, seals),
    'transfer.not-counted',
    '/body/quantity',
    { number },
  );
}

/**
 * GATE-4, RQ-31: a receipt is never refused for what it finds, but what differs is received under reserve. The
 * discrepancy is opened on the item before the receipt, in the same batch or earlier, so that the item's own
 * history shows that it stands.
 */
export function checkReserve(state: EvidenceState, finding: Finding): readonly Violation[] {
  const { number } = state;
  const { reserve } = finding;
  if (reserve !== null) {
    return refuseIf(
      state.discrepancies[reserve.discrepancy]?.open !== true,
      'transfer.discrepancy-not-open',
      '/body/reserve/discrepancy',
      { number, discrepancy: reserve.discrepancy },
    );
  }
  return [
    ...quantityDifference(state, finding),
    ...refuseIf(
      !sealsAsHandedOver(state.seal, finding.seals),
      'transfer.seal-differs-without-reserve',
      '/body/reserve',
      { number },
    ),
  ];
}

/** A quantity the record does not state cannot differ. */
function quantityDifference({ number, quantity }: EvidenceState, finding: Finding): readonly Violation[] {
  const found = finding.quantity;
  if (found === null || quantity.amount === null || sameQuantity(quantity, found)) return [];
  return [
    refuse('transfer.quantity-differs-without-reserve', '/body/reserve', {
      number,
      found: quantityText(found),
      recorded: quantityText(quantity),
    }),
  ];
}
