import type { Kysely } from 'kysely';
import { type Signer, signCheckpoint, type VerifierKey } from '../../log/index.js';
import type { Database } from '../schema/index.js';
import type { CheckpointVault, SignedCheckpoint } from '../vault.js';
import { requireContinues } from './agreement.js';
import { readPosition } from './insert.js';
import { AppendUnavailable } from './outcome.js';

/** The log's own key: it signs checkpoints and nothing else. */
export interface LogKey {
  readonly key: VerifierKey;
  readonly signer: Signer;
}

/**
 * Signs a checkpoint of what is committed, never one that is not consistent with the last one signed
 * (log-format section 5): lock the vault, read it, *then* read the committed size and root.
 */
export async function signCommitted(
  db: Kysely<Database>,
  vault: CheckpointVault,
  logKey: LogKey,
): Promise<SignedCheckpoint> {
  const signed = await vault.exclusively(async last => {
    const position = await readPosition(db, false);
    if (position === undefined) throw new AppendUnavailable('database', 'there is no log in this database');
    const { size, root, origin } = position;
    await requireContinues(db, position, last);
    if (size === last.size) return last;
    return { size, root, note: await signCheckpoint({ origin, size, root }, logKey.key, logKey.signer) };
  });
  await keep(db, signed);
  return signed;
}

/** A copy for readers; the vault is what counts. A crash before it leaves a gap in the copies only. */
async function keep(db: Kysely<Database>, { size, note }: SignedCheckpoint): Promise<void> {
  await db
    .insertInto('checkpoint')
    .values({ size, note })
    .onConflict(conflict => conflict.column('size').doNothing())
    .execute();
}
