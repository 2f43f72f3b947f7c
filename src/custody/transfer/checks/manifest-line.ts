import type { EvidenceState } from '../../evidence/state.js';
import { type QuantityOf, quantityText, sameQuantity } from '../../schema/quantity.js';
import { refuseIf, type Violation } from '../../violation.js';

/** What a line of the manifest says of the item, beside its seal (D4). */
export interface LineOfManifest {
  readonly quantity: QuantityOf;
  readonly package: string | null;
  readonly hazard: string | null;
  readonly certificates: readonly string[];
}

/** D4: the line is a faithful copy of the record, so that the receiver compares the object and not two papers. */
export function checkLineOfManifest(state: EvidenceState, line: LineOfManifest): readonly Violation[] {
  const { number, quantity, seal, safety } = state;
  const dangerous = state.explosivePossible || state.firearm || state.hazardClass !== null;
  const { certificate } = safety;
  return [
    ...refuseIf(!sameQuantity(quantity, line.quantity), 'transfer.quantity-not-of-record', '/body/quantity', {
      number,
      stated: quantityText(line.quantity),
      recorded: quantityText(quantity),
    }),
    ...refuseIf((seal?.package ?? null) !== line.package, 'transfer.package-not-of-record', '/body/package', {
      number,
    }),
    ...refuseIf(dangerous && line.hazard === null, 'transfer.hazard-not-flagged', '/body/hazard', { number }),
    ...refuseIf(
      certificate !== null && !line.certificates.includes(certificate),
      'transfer.certificate-not-listed',
      '/body/certificates',
      { number, certificate: certificate ?? '' },
    ),
  ];
}
