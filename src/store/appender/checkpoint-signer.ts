import { type Kysely, sql } from 'kysely';
import type { LogState } from '../../custody/log/state.js';
import { type Signer, signCheckpoint, type VerifierKey } from '../../log/index.js';
import { type LogKeys, signersAt } from '../log-keys.js';
import type { Database } from '../schema/index.js';
import type { CheckpointVault, SignedCheckpoint } from '../vault.js';
import { requireContinues } from './agreement.js';
import { AppendUnavailable } from './outcome.js';

/** A key of the log: it signs checkpoints and head statements, and nothing else. */
export interface LogKey {
  readonly key: VerifierKey;
  readonly signer: Signer;
}

/**
 * Signs a checkpoint of what is committed, never one that is not consistent with the last one signed
 * (log-format section 5): lock the vault, read it, *then* read the committed size and root. After a rotation it bears
 * the lines of two keys, the one in force first (section 8).
 * @throws LogKeyNotHeld where a key that has to sign is not in the key file; nothing was signed
 */
export async function signCommitted(
  db: Kysely<Database>,
  vault: CheckpointVault,
  logKeys: LogKeys,
): Promise<SignedCheckpoint> {
  const signed = await vault.exclusively(async last => {
    const committed = await readCommitted(db);
    const { size, root, origin } = committed;
    await requireContinues(db, committed, last);
    if (size === last.size) return last;
    const { inForce, before } = await signersAt(logKeys, committed, size);
    return { size, root, note: await signCheckpoint({ origin, size, root }, inForce, before) };
  });
  await keep(db, signed);
  return signed;
}

type Committed = Pick<LogState, 'logKey' | 'formerLogKeys'> & {
  readonly origin: string;
  readonly size: number;
  readonly root: Uint8Array;
};

/** Where the log stands, and the keys that it names, of one instant. */
async function readCommitted(db: Kysely<Database>): Promise<Committed> {
  const row = await db
    .selectFrom('log_state')
    .innerJoin('subject', 'subject.subject', 'log_state.subject')
    .select([
      'log_state.origin',
      'log_state.size',
      'log_state.root',
      sql<string>`subject.state->>'logKey'`.as('logKey'),
      sql<LogState['formerLogKeys'] | null>`subject.state->'formerLogKeys'`.as('formerLogKeys'),
    ])
    .executeTakeFirst();
  if (row === undefined) throw new AppendUnavailable('database', 'there is no log in this database');
  const { formerLogKeys, root, ...rest } = row;
  return { ...rest, root: new Uint8Array(root), ...(formerLogKeys && { formerLogKeys }) };
}

/** A copy for readers; the vault is what counts. A crash before it leaves a gap in the copies only. */
async function keep(db: Kysely<Database>, { size, note }: SignedCheckpoint): Promise<void> {
  await db
    .insertInto('checkpoint')
    .values({ size, note })
    .onConflict(conflict => conflict.column('size').doNothing())
    .execute();
}
