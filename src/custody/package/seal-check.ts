import type { LogWideFacts } from '../rule.js';
import type { Static } from '../schema/described.js';
import { type SealstockState, statusInStock } from '../sealstock/state.js';
import { refuse, refuseIf, type Violation } from '../violation.js';
import type { SealApplied } from './fields.js';

/**
 * D3: the seal is of an issued stock, in the sealer's hands, and neither spoiled nor lost. That it was never
 * used before is the claim on its number.
 */
export function checkSealFromStock(
  seal: Static<typeof SealApplied>,
  sealer: string,
  facts: LogWideFacts,
): readonly Violation[] {
  const stock = facts.state(`sealstock/${seal.stock}`) as SealstockState | undefined;
  if (stock === undefined) return [];
  const { number, type } = seal;
  const status = statusInStock(stock, number);
  if (status === undefined) return [refuse('package.seal-not-in-stock', '/body/seal/number', { number })];
  return [
    ...refuseIf(status !== 'ISSUED', 'package.seal-withdrawn', '/body/seal/number', { number, status }),
    ...refuseIf(stock.issuedTo !== sealer, 'package.seal-not-issued-to-sealer', '/body/seal/stock', {
      number,
    }),
    ...refuseIf(stock.sealType.code !== type, 'package.seal-type-differs', '/body/seal/type', {
      type,
      issued: stock.sealType.code,
    }),
  ];
}
