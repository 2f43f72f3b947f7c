import { demandedDiscrepancies } from '../../discrepancy/demanded.js';
import type { EvidenceState } from '../../evidence/state.js';
import { type QuantityOf, sameQuantity } from '../../schema/quantity.js';
import { refuse, refuseIf, type Violation } from '../../violation.js';
import { foundUnbroken, type SealCompared, sealAsFound, sealsAsHandedOver } from './seals-compared.js';

/** What the receiver finds, and whether he takes it under reserve. */
export interface Finding {
  readonly quantity: QuantityOf | null;
  readonly seals: readonly SealCompared[];
  readonly conditionAgrees: boolean;
  readonly descriptionAgrees: boolean;
  readonly reserve: { readonly discrepancies: readonly string[] } | null;
}

/**
 * RQ-21: the receiver counts at once. Under an unbroken seal he counts the package, not what is in it: custody
 * of the content stays sealed (RQ-24).
 */
export function checkCounted({ number, seal }: EvidenceState, finding: Finding): readonly Violation[] {
  const counted = finding.quantity !== null || foundUnbroken(seal, finding.seals);
  return refuseIf(!counted, 'transfer.not-counted', '/body/quantity', { number });
}

/**
 * GATE-4, RQ-31: a receipt is never refused for what it finds, but what differs is received under reserve. The
 * discrepancies are opened on the item before the receipt, in the same batch or earlier, so that the item's own
 * history shows that they stand.
 */
export function checkReserve(state: EvidenceState, finding: Finding): readonly Violation[] {
  const { number, discrepancies } = state;
  if (finding.reserve === null) return checkNothingDiffers(state, finding);
  return finding.reserve.discrepancies.flatMap((discrepancy, position) =>
    discrepancies[discrepancy]?.open === true
      ? []
      : [
          refuse('transfer.discrepancy-not-open', `/body/reserve/discrepancies/${position}`, {
            number,
            discrepancy,
          }),
        ],
  );
}

function checkNothingDiffers(state: EvidenceState, finding: Finding): readonly Violation[] {
  const { seal, quantity, number } = state;
  const { seals, conditionAgrees, descriptionAgrees } = finding;
  const demanded = demandedDiscrepancies({
    present: true,
    seal: sealAsFound(seal, seals),
    sealAnnounced: sealsAsHandedOver(seal, seals),
    countAgrees: finding.quantity === null || isSameCount(quantity, finding.quantity),
    conditionAgrees,
    descriptionAgrees,
  });
  return refuseIf(demanded.length > 0, 'transfer.differs-without-reserve', '/body/reserve', {
    number,
    kinds: demanded.join(', '),
  });
}

/** A count of what the record does not state contradicts nothing. */
function isSameCount(recorded: EvidenceState['quantity'], found: QuantityOf): boolean {
  return recorded.amount === null ? recorded.unit === found.unit : sameQuantity(recorded, found);
}
