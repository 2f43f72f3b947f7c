import type { CommonState } from '../common/state.js';
import type { SealStatus } from '../evidence/state.js';
import type { sealTypes } from '../vocabulary/seals.js';
import { holdsNumber, type StockNumbersOf } from './seal-number.js';

/** A seal that left its stock without being applied. */
export interface WithdrawnSeal {
  readonly status: 'SPOILED_BEFORE_USE' | 'LOST_STOCK';
  readonly reason: string;
  readonly officer: string;
  readonly event: string;
}

export interface SealstockState extends CommonState {
  readonly numbers: StockNumbersOf;
  readonly sealType: { readonly code: keyof typeof sealTypes; readonly text: string | null };
  readonly issuedTo: string;
  readonly issuedBy: string;
  /** Seals spoiled or lost, by number. */
  readonly withdrawn: Readonly<Record<string, WithdrawnSeal>>;
}

/**
 * Status of a number in this stock; undefined where it is not of the stock. That a seal was applied is known
 * by its package.
 */
export function statusInStock(stock: SealstockState, number: string): SealStatus | undefined {
  if (Object.hasOwn(stock.withdrawn, number)) return stock.withdrawn[number]?.status;
  return holdsNumber(stock.numbers, number) ? 'ISSUED' : undefined;
}
