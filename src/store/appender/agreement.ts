import type { Kysely } from 'kysely';
import { equalBytes, rootFromTiles } from '../../log/index.js';
import type { Database } from '../schema/index.js';
import { storedTiles } from '../tiles.js';
import type { CheckpointVault, SignedCheckpoint } from '../vault.js';
import { type LogPosition, readPosition } from './insert.js';
import { AppendUnavailable, OldBackupRestored } from './outcome.js';

/**
 * The tree that is stored goes on from the one that was signed last, or it is not this log's (log-format section 5).
 * Costs nothing where both are of one size, as they are between two appends.
 * @throws OldBackupRestored
 */
export async function requireContinues(
  db: Kysely<Database>,
  position: Pick<LogPosition, 'size' | 'root'>,
  last: SignedCheckpoint,
): Promise<void> {
  const sizes = { signed: last.size, stored: position.size };
  if (last.size > position.size) throw new OldBackupRestored('behind', sizes);
  const root = last.size === position.size ? position.root : await rootFromTiles(last.size, storedTiles(db));
  if (!equalBytes(root, last.root)) throw new OldBackupRestored('forked', sizes);
}

/**
 * Whether anything could be appended now, as far as database and vault go.
 * @returns leaves in the log, and the last checkpoint that was signed
 * @throws OldBackupRestored, AppendUnavailable where there is no log, VaultError
 */
export async function requireAgreement(
  db: Kysely<Database>,
  vault: CheckpointVault,
): Promise<{ readonly size: number; readonly last: SignedCheckpoint }> {
  // The vault first: a log that grows meanwhile is no log that was set back.
  const last = await vault.read();
  const position = await readPosition(db, false);
  if (position === undefined) throw new AppendUnavailable('database', 'there is no log in this database');
  await requireContinues(db, position, last);
  return { size: position.size, last };
}
