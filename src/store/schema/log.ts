import type { ColumnType, Generated } from 'kysely';
import type { BigInteger, Once } from './columns.js';

export interface EventTable {
  readonly log_index: Once<BigInteger>;
  readonly event_id: Once<string>;
  readonly subject: Once<string>;
  readonly seq: Once<number>;
  readonly type: Once<string>;
  readonly form: Once<number>;
  readonly officer: Once<string>;
  readonly jws: Once<string>;
  /** 145 bytes, log-format section 4. */
  readonly leaf: Once<Buffer>;
  /** ms since 1970. */
  readonly received_at: Once<BigInteger>;
}

export interface DisclosureTable {
  readonly digest: Once<string>;
  readonly event_id: Once<string>;
  readonly disclosure: Once<string>;
}

export interface SubjectTable {
  readonly subject: Once<string>;
  readonly kind: Once<string>;
  readonly salt: Once<Buffer>;
  readonly seq: number;
  readonly head: string;
  readonly head_leaf: Buffer;
  readonly state: ColumnType<unknown, string, string>;
}

export interface ClaimTable {
  readonly claim_set: Once<string>;
  readonly claim_key: Once<string>;
  readonly subject: Once<string>;
}

export interface TileTable {
  readonly level: Once<number>;
  readonly tile_index: Once<BigInteger>;
  /** 1 to 256 hashes of 32 bytes; a partial tile grows. */
  readonly hashes: Buffer;
}

export interface LogStateTable {
  readonly only_row: Generated<boolean>;
  readonly origin: Once<string>;
  readonly subject: Once<string>;
  readonly size: BigInteger;
  readonly root: Buffer;
  readonly received_at: BigInteger;
}

/** A line of a witness under a checkpoint; the newest of each witness is shown. */
export interface CosignatureTable {
  readonly size: Once<BigInteger>;
  readonly key_name: Once<string>;
  readonly key_id: Once<string>;
  /** ms since 1970, by the witness's clock. */
  readonly witnessed_at: Once<BigInteger>;
  /** Signature line of the note, with its newline. */
  readonly line: Once<string>;
  readonly kept_at: Generated<Date>;
}

export interface CheckpointTable {
  readonly size: Once<BigInteger>;
  readonly note: Once<string>;
  readonly signed_at: Generated<Date>;
}

export interface CheckpointTimestampTable {
  readonly size: Once<BigInteger>;
  /** DER of an RFC 3161 TimeStampToken. */
  readonly token: Once<Buffer>;
  /** What the token says, ms since 1970. */
  readonly stamped_at: Once<BigInteger>;
  /** When it was asked for, ms since 1970. */
  readonly asked_at: Once<BigInteger>;
}
