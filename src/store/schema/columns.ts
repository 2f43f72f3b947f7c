import type { ColumnType } from 'kysely';

/** A column that is written once: an update does not compile. */
export type Once<T> = ColumnType<T, T, never>;
/** `bigint` columns: node-postgres gives them as text; they are below 2^53 and read as numbers by the pool. */
export type BigInteger = number;
/** `timestamptz`: written as text (log-format, Conventions), read as a `Date`. */
export type Timestamp = ColumnType<Date, string, string>;
export type NullableTimestamp = ColumnType<Date | null, string | null, string | null>;

/** Where in the log a subject began and where it was last touched, countersignatures included. */
export interface LogPlace {
  /** Leaf index of the event that began the subject: the order of all lists, and their cursor. */
  readonly first_index: BigInteger;
  readonly last_index: BigInteger;
}
