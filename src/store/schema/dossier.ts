import type { ColumnType } from 'kysely';
import type { DossierAccount, DossierRequest } from '../dossiers/order.js';
import type { BigInteger, Once } from './columns.js';

type OnceJson<T> = ColumnType<T, string, never>;

/** A dossier that was built and is frozen (E41). The service may add and read, never change. */
export interface DossierOrderTable {
  readonly id: Once<string>;
  readonly ordered_at: Once<Date>;
  readonly ordered_by: Once<string>;
  readonly request: OnceJson<DossierRequest>;
  readonly size: Once<BigInteger>;
  /** The signed note of that size, with the cosignatures it had. */
  readonly note: Once<string>;
  /** DER of the RFC 3161 token over it that there was; null: there was none. */
  readonly token: Once<Buffer | null>;
  /** SHA-256 of `tagmanifest-sha256.txt`, hexadecimal. */
  readonly hash: Once<string>;
  /** SHA-256 of `report/pieces.json`, hexadecimal. */
  readonly pieces_hash: Once<string>;
  readonly account: OnceJson<DossierAccount>;
  /** Files that were owed then: they stay out also when they have come. */
  readonly missing: Once<readonly string[]>;
}

/** What people read of a dossier, as it was made for it. */
export interface DossierPartTable {
  readonly dossier: Once<string>;
  /** Below `report/`. */
  readonly path: Once<string>;
  /** From 0; each but the last is 1 MiB. */
  readonly part: Once<number>;
  /** Of the file among those of the dossier, from 0. */
  readonly position: Once<number>;
  readonly bytes: Once<Buffer>;
}
