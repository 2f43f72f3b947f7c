import type { Kysely } from 'kysely';
import { LocalizedError } from '../../custody/text.js';
import { readPosition } from '../appender/insert.js';
import type { FileStore } from '../files/file-store.js';
import { liftTimeouts } from '../rebuild/lift-timeouts.js';
import { rebuildFaults } from '../rebuild/read-logged-acts.js';
import type { Database } from '../schema/index.js';
import type { SopDocuments } from '../sop-documents.js';
import type { CheckpointVault } from '../vault.js';
import { checkAccessLog } from './check-access-log.js';
import { type BeginChecks, checkEvents, keptThoughErased } from './check-events.js';
import { checkFiles, countFiles, findUnrecorded } from './check-files.js';
import { checkPosition, readVaultNote } from './check-position.js';
import { checkStates } from './check-states.js';
import type { Difference } from './difference.js';
import { readKeysInLog } from './keys-in-log.js';

/** In this order; each begins where the one before has ended. */
export const fsckStages = ['events', 'tree', 'states', 'files', 'access', 'done'] as const;
export type FsckStage = (typeof fsckStages)[number];

/** How far a check has come: enough to go on after it was broken off. */
export interface FsckProgress {
  readonly v: 1;
  readonly origin: string;
  /** Leaves in the log when it began: so many events are checked. */
  readonly size: number;
  readonly stage: FsckStage;
  /** Events checked, while at `events`. */
  readonly events: number;
  /** Rows compared at `states`. */
  readonly rows: number;
  /** Files checked, and the hash of the last. */
  readonly files: number;
  readonly lastFile: string;
  /** Entries of the access log checked. */
  readonly entries: number;
  readonly differences: readonly Difference[];
}

export interface FsckParts {
  readonly db: Kysely<Database>;
  /** Of the tables' owner: for what is made anew beside. */
  readonly owner: Kysely<Database>;
  readonly vault: CheckpointVault;
  readonly files: FileStore;
  readonly sopDocuments: SopDocuments;
  readonly beginChecks: BeginChecks;
  /** Events in memory at once. */
  readonly stretch: number;
  /** Keeps how far it has come, durably. Throws where the check is to be broken off. */
  readonly keep: (progress: FsckProgress) => Promise<void>;
  readonly report: (stage: FsckStage, done: number, total: number) => void;
}

/** There is nothing to check, or what was begun was another log. */
class FsckError extends LocalizedError {
  override readonly name = 'FsckError';
}

/**
 * Reads everything that is stored again, and reports every difference. Changes nothing; the service may run.
 * @param begun how far an earlier run came, to go on from there
 * @returns with stage `done`
 */
export async function fsck(parts: FsckParts, begun: FsckProgress | null): Promise<FsckProgress> {
  let progress = begun ?? (await beginning(parts.db));
  const keep = async (changed: Partial<FsckProgress>, found: readonly Difference[] = []) => {
    progress = { ...progress, ...changed, differences: [...progress.differences, ...found] };
    await parts.keep(progress);
  };
  if (progress.stage === 'events') await eventsStage(parts, progress, keep);
  if (progress.stage === 'tree') await treeStage(parts, keep);
  if (progress.stage === 'states') await statesStage(parts, keep);
  if (progress.stage === 'files') await filesStage(parts, () => progress, keep);
  if (progress.stage === 'access') await accessStage(parts, keep);
  return progress;
}

type Keep = (changed: Partial<FsckProgress>, found?: readonly Difference[]) => Promise<void>;

async function beginning(db: Kysely<Database>): Promise<FsckProgress> {
  const position = await readPosition(db, false);
  if (position === undefined) throw new FsckError(rebuildFaults.noLog());
  const { origin, size } = position;
  const nothing = { events: 0, rows: 0, files: 0, lastFile: '', entries: 0, differences: [] };
  return { v: 1, origin, size, stage: 'events', ...nothing };
}

async function eventsStage(parts: FsckParts, { origin, size, events }: FsckProgress, keep: Keep) {
  const { db, beginChecks, stretch, report } = parts;
  const checks = beginChecks({ origin, keys: (await readKeysInLog(db)).officers });
  try {
    await checkEvents(db, { from: events, size }, checks.check, {
      stretch,
      async checked(done, found) {
        report('events', done, size);
        await keep({ events: done }, found);
      },
    });
  } finally {
    await checks.end();
  }
  await keep({ stage: 'tree' }, await keptThoughErased(db));
}

async function treeStage({ db, vault, report }: FsckParts, keep: Keep): Promise<void> {
  const vaultNote = await readVaultNote(vault);
  const { log: keys } = await readKeysInLog(db);
  const snapshot = db.transaction().setIsolationLevel('repeatable read').setAccessMode('read only');
  const found = await snapshot.execute(async trx => {
    await liftTimeouts(trx);
    const position = await readPosition(trx, false);
    if (position === undefined) throw new FsckError(rebuildFaults.noLog());
    return checkPosition(trx, position, vaultNote, keys, done => report('tree', done, position.size));
  });
  await keep({ stage: 'states' }, found);
}

async function statesStage({ owner, sopDocuments, report }: FsckParts, keep: Keep): Promise<void> {
  const { rows, differences } = await checkStates(owner, sopDocuments, (done, total) =>
    report('states', done, total),
  );
  await keep({ stage: 'files', rows }, differences);
}

async function filesStage(
  { db, files, report }: FsckParts,
  progress: () => FsckProgress,
  keep: Keep,
): Promise<void> {
  const total = await countFiles(db);
  await checkFiles(db, files, progress().lastFile, async (lastFile, count, found) => {
    const done = progress().files + count;
    report('files', done, Math.max(total, done));
    await keep({ files: done, lastFile }, found);
  });
  await keep({ stage: 'access' }, await findUnrecorded(db, files));
}

async function accessStage({ db, report }: FsckParts, keep: Keep): Promise<void> {
  const { entries, differences } = await checkAccessLog(db, (done, total) => report('access', done, total));
  await keep({ stage: 'done', entries }, differences);
}
