import type { ColumnType } from 'kysely';
import type { BigInteger, NullableTimestamp, Timestamp } from './columns.js';

/**
 * Who answered for an item, where and under which seal, from one change to the next (RQ-04). Intervals of an
 * item lie end to end, half-open; a constraint of the database keeps two from overlapping.
 *
 * As known at leaf K: the rows with `known_from_index <= K`, and `ended` counts as null where
 * `end_known_index > K`.
 */
export interface CustodyIntervalTable {
  readonly evidence: string;
  readonly officer: string;
  readonly role: string;
  readonly unit: string | null;
  readonly site: string | null;
  readonly store: string | null;
  readonly shelf: string | null;
  readonly place: string;
  readonly reason: string;
  readonly package: string | null;
  readonly seal_number: string | null;
  readonly seal_state: string | null;
  /** Physical state (domain.md C.1). Null in rows written before it was kept: a rebuild fills it in. */
  readonly physical: string | null;
  /** The act since which the officer answers for it here: a new seal leaves it as it is. Null as above. */
  readonly custody_event: string | null;
  /** The time said, or the beginning of the interval before where a coarse time lies earlier. */
  readonly began: Timestamp;
  /** `occurred.at` of the act that began it. */
  readonly began_said: Timestamp;
  readonly began_precision: string;
  readonly began_event: string;
  readonly known_from_index: BigInteger;
  /** ms since 1970. */
  readonly known_from: BigInteger;
  readonly ended: NullableTimestamp;
  readonly ended_said: NullableTimestamp;
  readonly ended_precision: string | null;
  readonly ended_event: string | null;
  readonly end_known_index: BigInteger | null;
  /** ms since 1970. */
  readonly end_known: BigInteger | null;
  /** `[began, ended)`, made by the database; for `during @> instant`. */
  readonly during: ColumnType<string, never, never>;
}

/** A period nobody can account for, as an officer stated it (GATE-12). */
export interface CustodyGapTable {
  readonly evidence: string;
  /** From 0, in the order they were stated. */
  readonly position: number;
  readonly from_time: Timestamp;
  readonly until_time: Timestamp;
  readonly reason: string;
  readonly event_id: string;
}
