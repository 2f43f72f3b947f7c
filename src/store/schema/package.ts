import type { BigInteger, LogPlace, Timestamp } from './columns.js';

export interface PackageTable extends LogPlace {
  readonly id: string;
  readonly number: string;
  readonly package_type: string;
  readonly holds: string;
  /** The seal on it now; old ones are in `seal`. */
  readonly seal_number: string;
  readonly seal_state: string;
  readonly sealed_by: string;
  readonly contents: readonly string[];
  readonly last_occurred: Timestamp;
}

/** Every seal that was issued, used or not. */
export interface SealTable {
  readonly number: string;
  readonly stock: string;
  readonly seal_type: string;
  readonly status: string;
  readonly issued_to: string;
  /** The package it was put on; null while in stock. */
  readonly package: string | null;
  readonly issued_index: BigInteger;
}
