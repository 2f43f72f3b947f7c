import type { Kysely } from 'kysely';
import type { Database } from './schema/index.js';

/** An RFC 3161 time-stamp of the checkpoint of one size. Times in ms since 1970. */
export interface CheckpointTimestamp {
  readonly size: number;
  /** DER of a TimeStampToken. */
  readonly token: Uint8Array;
  /** What the token says. */
  readonly stampedAt: number;
  /** When it was asked for, by this service's clock. */
  readonly askedAt: number;
}

/** Null where the checkpoint of this size was not stamped. */
export async function readTokenOf(db: Kysely<Database>, size: number): Promise<Uint8Array | null> {
  const row = await db
    .selectFrom('checkpoint_timestamp')
    .select('token')
    .where('size', '=', size)
    .executeTakeFirst();
  return row === undefined ? null : new Uint8Array(row.token);
}

/** Which checkpoint was stamped last, and when that was asked for; null where none was. */
export async function readLastStamped(
  db: Kysely<Database>,
): Promise<Pick<CheckpointTimestamp, 'size' | 'askedAt'> | null> {
  const row = await db
    .selectFrom('checkpoint_timestamp')
    .select(['size', 'asked_at'])
    .orderBy('size', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row === undefined ? null : { size: row.size, askedAt: row.asked_at };
}

/** Of two processes that ask for the same, the first one's token stays. */
export async function keepTimestamp(
  db: Kysely<Database>,
  { size, token, stampedAt, askedAt }: CheckpointTimestamp,
): Promise<void> {
  await db
    .insertInto('checkpoint_timestamp')
    .values({ size, token: Buffer.from(token), stamped_at: stampedAt, asked_at: askedAt })
    .onConflict(conflict => conflict.column('size').doNothing())
    .execute();
}
