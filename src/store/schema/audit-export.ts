import type { ColumnType } from 'kysely';
import type { KeptCounts, KeptRequest } from '../exports/order.js';
import type { BigInteger, Once } from './columns.js';

type OnceJson<T> = ColumnType<T, string, never>;

/** An export that was ordered and is frozen (E60). The service may add and read, never change. */
export interface AuditExportTable {
  readonly id: Once<string>;
  readonly ordered_at: Once<Date>;
  readonly ordered_by: Once<string>;
  readonly request: OnceJson<KeptRequest>;
  readonly size: Once<BigInteger>;
  /** The signed note of that size, with the cosignatures it had. */
  readonly note: Once<string>;
  /** DER of the RFC 3161 token over it that there was; null: there was none. */
  readonly token: Once<Buffer | null>;
  /** SHA-256 of `tagmanifest-sha256.txt`, hexadecimal. */
  readonly hash: Once<string>;
  readonly counts: OnceJson<KeptCounts>;
  /** Files that were owed then: they stay out also when they have come. */
  readonly missing: Once<readonly string[]>;
}
