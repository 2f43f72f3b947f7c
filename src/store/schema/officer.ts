import type { PublicJwk } from '../../log/index.js';
import type { BigInteger, LogPlace, NullableTimestamp, Timestamp } from './columns.js';

/** A name is a withheld claim: it is in `disclosure`, never in here. */
export interface OfficerTable extends LogPlace {
  readonly id: string;
  readonly unit: string | null;
  readonly national: boolean;
}

export interface OfficerKeyTable {
  readonly kid: string;
  readonly officer: string;
  readonly jwk: PublicJwk;
  readonly registered_index: BigInteger;
  readonly revoked_index: BigInteger | null;
  readonly revocation_reason: string | null;
  readonly compromised_since: BigInteger | null;
}

export interface OfficerRoleTable {
  readonly officer: string;
  /** UUID of the grant; for a founder the `event_id` of `log.opened`. */
  readonly grant_id: string;
  readonly role: string;
  readonly from_time: Timestamp;
  readonly until_time: NullableTimestamp;
  readonly granted_index: BigInteger;
  readonly ended_index: BigInteger | null;
}
