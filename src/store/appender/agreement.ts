import type { Kysely } from 'kysely';
import { type SigningKeys, signingKeysAt } from '../../custody/log/log-keys.js';
import type { Sop } from '../../custody/sop/document.js';
import { equalBytes, leafHash, rootFromTiles, TILE_HASH_BYTES, TILE_WIDTH } from '../../log/index.js';
import { type LogKeys, signersAt } from '../log-keys.js';
import { readLogStanding } from '../read-log-standing.js';
import type { Database } from '../schema/index.js';
import { storedTiles } from '../tiles.js';
import type { CheckpointVault, SignedCheckpoint } from '../vault.js';
import { type LogPosition, readPosition } from './insert.js';
import { AppendUnavailable, EventsMissing, OldBackupRestored } from './outcome.js';
import type { ProvenStates } from './proven-states.js';

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

export interface ReadyParts {
  readonly db: Kysely<Database>;
  readonly vault: CheckpointVault;
  /** `log/<UUID>`. */
  readonly subject: string;
  readonly logKeys: LogKeys;
  readonly appender: { readonly provenStates: ProvenStates };
  /** The SOP in force now. */
  sop(): Promise<{ readonly document: Sop }>;
}

/** Places that are looked at for events that are gone. */
const placesLookedAt = 64;

/**
 * Whether the service is whole enough to be sent to: what `requireAgreement` asks, that the keys which sign for the log
 * now are held, that the states of officers and of the log follow from signed events, and that the events stand under the
 * tree, as far as a look at each interval can tell: the last one by its hash, others by being there. All of it is what
 * `scelle fsck` tells.
 * @returns the verifier key in force, and the one before it that still signs
 * @throws EventsMissing, StateChanged, LogKeyNotHeld, and what `requireAgreement` throws
 */
export async function requireReady({
  db,
  vault,
  subject,
  logKeys,
  appender,
  sop,
}: ReadyParts): Promise<SigningKeys & { readonly size: number }> {
  const { size, last } = await requireAgreement(db, vault);
  const { state } = await readLogStanding({ db, subject });
  await signersAt(logKeys, state, size);
  const step = Math.max(1, Math.floor(size / placesLookedAt));
  const places = Array.from({ length: Math.min(size, placesLookedAt) }, (_, place) => place * step);
  const { count } = await db
    .selectFrom('event')
    .select(({ fn }) => fn.countAll<string>().as('count'))
    .where('log_index', 'in', places)
    .executeTakeFirstOrThrow();
  const missing = places.length - Number(count);
  if (missing > 0) throw new EventsMissing(`of ${places.length} events looked at, ${missing} are gone`);
  await requireLastLeaf(db, size - 1);
  const { document } = await sop();
  // One moment: an officer whose state moves on while it is looked at is no officer whose state was changed.
  const snapshot = db.transaction().setIsolationLevel('repeatable read').setAccessMode('read only');
  await snapshot.execute(async trx => {
    const position = await readPosition(trx, false);
    if (position === undefined) throw new AppendUnavailable('database', 'there is no log in this database');
    await appender.provenStates.requireAll(trx, { position, last, log: state, sop: document });
  });
  return { size, ...signingKeysAt(state, size) };
}

async function requireLastLeaf(db: Kysely<Database>, last: number): Promise<void> {
  const row = await db.selectFrom('event').select('leaf').where('log_index', '=', last).executeTakeFirst();
  if (row === undefined) throw new EventsMissing(`the last event, ${last}, is gone`);
  const index = Math.floor(last / TILE_WIDTH);
  const width = (last % TILE_WIDTH) + 1;
  const hashes = await storedTiles(db).readTile({ level: 0, index, width });
  const from = (width - 1) * TILE_HASH_BYTES;
  if (!equalBytes(hashes.subarray(from, from + TILE_HASH_BYTES), leafHash(row.leaf)))
    throw new EventsMissing(`the last event, ${last}, is not the one in the tree`);
}
