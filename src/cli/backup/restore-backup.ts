import { createReadStream } from 'node:fs';
import { chmod, readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Kysely } from 'kysely';
import { migrations } from '../../../migrations/index.js';
import { writeFileDurably } from '../../disk/write-durably.js';
import { base64Bytes, equalBytes, type VerifierKey } from '../../log/index.js';
import { noteAdministrativeAct, readOwedActs } from '../../store/administration/owed-acts.js';
import { readPosition } from '../../store/appender/insert.js';
import { emptyTables, loadTables } from '../../store/backup/load-tables.js';
import { openDatabase } from '../../store/database.js';
import { FolderFileStore } from '../../store/files/folder-file-store.js';
import { readLogVerifierKeys } from '../../store/log-key-file.js';
import { migrateToLatest } from '../../store/migrate.js';
import { readSignedCheckpoint } from '../../store/read-signed-checkpoint.js';
import type { Database } from '../../store/schema/index.js';
import { FileVault } from '../../store/vault.js';
import { isMissing } from '../home.js';
import { systemRandom } from '../system-random.js';
import { UsageError } from '../usage-error.js';
import { writeHashed } from './copy-hashed.js';
import { filePath, homePath, type Manifest, tablePath } from './manifest.js';
import { readRows } from './read-rows.js';
import { type Genuine, requireGenuine } from './require-genuine.js';

export interface RestoreParts {
  readonly folder: string;
  readonly manifest: Manifest;
  /** Of the manifest. */
  readonly sha256: string;
  readonly home: string;
  /** As the operator knows it from elsewhere than the backup; null where he named none. */
  readonly logKey: VerifierKey | null;
  readonly despiteDifferences: boolean;
  readonly report: (what: 'rows' | 'files' | 'events', done: number, total: number) => void;
}

/** Of the home that a restore was begun in: what it was begun with. */
const marker = 'restoring.json';

/**
 * A home may hold nothing but a vault that outlived it: that one stays. A restore that was broken off goes on.
 * @throws UsageError where something would be written over
 */
export async function prepareHome({ home, manifest }: RestoreParts): Promise<void> {
  const names = await readdir(home).catch((error: unknown) => {
    if (isMissing(error)) return [];
    throw error;
  });
  const begun = await readFile(join(home, marker), 'utf8').catch(() => null);
  const { generation } = manifest;
  // A kill while the marker was written leaves what is not there yet.
  const unfinished = names.filter(name => name.startsWith(`${marker}.`) && name.endsWith('.new'));
  const other = names.filter(name => name !== 'vault' && !unfinished.includes(name));
  if (begun === null && other.length > 0) {
    throw new UsageError({
      en: `${home} is not empty (${other.slice(0, 3).join(', ')}): a restore writes over nothing. Move it away, all but its vault, or give another --home`,
      fr: `${home} n'est pas vide (${other.slice(0, 3).join(', ')}) : une restauration n'écrase rien. Mettez-le de côté, sauf son coffre, ou donnez un autre --home`,
    });
  }
  if (begun !== null && JSON.parse(begun).generation !== generation) {
    throw new UsageError({
      en: `the restore of another backup was begun in ${home}: end that one, or empty the folder`,
      fr: `la restauration d'une autre sauvegarde a été commencée dans ${home} : terminez-la, ou videz le dossier`,
    });
  }
  await readVault(home, manifest);
  for (const name of unfinished) await rm(join(home, name));
  if (begun === null) await writeMarker(home, { generation, filling: false });
}

/** @param filling whether the database was found empty and is being filled: its rows are then those of this restore */
async function writeMarker(
  home: string,
  begun: { readonly generation: string; readonly filling: boolean },
): Promise<void> {
  await writeFileDurably(join(home, marker), `${JSON.stringify(begun)}\n`);
}

/** Of the vault that outlived the rest; null where there is none. Nothing of it is verified. */
async function readVault(home: string, { origin }: Manifest) {
  const folder = join(home, 'vault');
  if (!(await FileVault.exists(folder))) return null;
  return new FileVault(folder, note => readSignedCheckpoint(note, origin)).read();
}

/**
 * Takes back what was put into the home, once nothing of the database runs in it: all but the vault, for the home was
 * empty before. The marker goes last: a crash before leaves a restore that goes on, and is refused again.
 */
export async function emptyHome(home: string): Promise<void> {
  const names = await readdir(home);
  for (const name of names.filter(name => name !== 'vault' && name !== marker))
    await rm(join(home, name), { recursive: true });
  await rm(join(home, marker), { force: true });
}

/** Files of the log and everything else of the home but the log's key, which comes last. */
export async function restoreFiles({ folder, manifest, home, report }: RestoreParts): Promise<void> {
  const files = await FolderFileStore.open(join(home, 'files'));
  for (const [done, { sha256, size }] of manifest.files.entries()) {
    if ((await files.sizeOf(sha256)) === undefined) {
      const staged = await files.stage(sha256, createReadStream(filePath(folder, sha256)), size);
      await staged.commit();
      await files.settle(sha256);
    }
    report('files', done + 1, manifest.files.length);
  }
  for (const file of manifest.home.filter(({ path }) => path !== 'log.key'))
    await restoreHomeFile(folder, manifest, home, file);
}

async function restoreHomeFile(
  folder: string,
  manifest: Manifest,
  home: string,
  { path, mode }: Manifest['home'][number],
): Promise<void> {
  const target = join(home, path);
  await writeHashed(target, createReadStream(homePath(folder, manifest, path)));
  // Written with mode 600. Whom else it was open to is the backup's word, and nobody's permission.
  if ((mode & 0o100) !== 0) await chmod(target, 0o700);
}

/**
 * The schema as it was, the rows, what this release adds to the schema, and then the question whether it is the log at
 * all. One transaction for the rows: a crash leaves an empty database, and the same command fills it; after it, the
 * same command goes on with what is there. What is refused leaves no row.
 * @throws UsageError
 */
export async function restoreDatabase(ownerUrl: string, parts: RestoreParts): Promise<Genuine> {
  const { manifest, home, logKey, despiteDifferences, report } = parts;
  const owner = openDatabase<Database>(ownerUrl, { maxConnections: 3 });
  try {
    if (!(await isLoaded(owner, parts))) {
      await writeMarker(home, { generation: manifest.generation, filling: true });
      await loadDatabase(ownerUrl, owner, parts);
    }
    await migrateToLatest(ownerUrl);
    await noteRestore(owner, parts);
    return await requireGenuine({
      owner,
      files: await FolderFileStore.open(join(home, 'files')),
      manifest,
      keyFile: await keysInBackup(parts),
      kept: await readVault(home, manifest),
      logKey,
      despiteDifferences,
      report: (done, total) => report('events', done, total),
    });
  } catch (error) {
    if (error instanceof UsageError && !(error instanceof DatabaseTaken)) await emptyTables(owner);
    throw error;
  } finally {
    await owner.destroy();
  }
}

async function loadDatabase(
  ownerUrl: string,
  owner: Kysely<Database>,
  { folder, manifest, report }: RestoreParts,
): Promise<void> {
  const unknown = manifest.migrations.filter(name => !Object.hasOwn(migrations, name));
  if (unknown.length > 0) {
    throw new UsageError({
      en: `the backup was made by a newer release: it has ${unknown.join(', ')}`,
      fr: `la sauvegarde vient d'une version plus récente : elle a ${unknown.join(', ')}`,
    });
  }
  const then = Object.fromEntries(
    Object.entries(migrations).filter(([name]) => manifest.migrations.includes(name)),
  );
  await migrateToLatest(ownerUrl, then);
  const tables = manifest.tables.map(({ name, rows }) => ({
    name,
    rows,
    lines: () => readRows(tablePath(folder, manifest, name)),
  }));
  const { size, receivedAt } = manifest;
  let loaded = 0;
  const total = tables.reduce((sum, { rows }) => sum + rows, 0);
  const root = base64Bytes(manifest.root, 'root');
  await loadTables(owner, tables, { size, receivedAt, root }, (_table, rows) => {
    loaded += rows;
    report('rows', loaded, total);
  });
}

/** In a schema that knows such acts, whatever the backup was made by. Once, however often the restore was broken off. */
async function noteRestore(owner: Kysely<Database>, { manifest, sha256 }: RestoreParts): Promise<void> {
  const owed = await readOwedActs(owner);
  if (owed.some(({ act, details }) => act === 'RESTORED' && details.sha256 === sha256)) return;
  const details = { size: manifest.size, sha256 };
  await noteAdministrativeAct(owner, { act: 'RESTORED', at: Date.now(), details }, systemRandom);
}

/** The database holds something that this restore has not put there. */
export class DatabaseTaken extends UsageError {}

/** Whether a run before has filled it. @throws DatabaseTaken where somebody else has */
async function isLoaded(
  db: Kysely<Database>,
  { home, manifest: { origin, size, root } }: RestoreParts,
): Promise<boolean> {
  const position = await readPosition(db, false).catch(() => undefined);
  if (position === undefined) return false;
  const { filling } = JSON.parse(await readFile(join(home, marker), 'utf8'));
  const same =
    position.origin === origin &&
    position.size === size &&
    equalBytes(position.root, base64Bytes(root, 'root'));
  if (same && filling === true) return true;
  throw new DatabaseTaken({
    en: `the database holds ${position.origin} with ${position.size} events already: a restore writes over nothing`,
    fr: `la base contient déjà ${position.origin} avec ${position.size} actes : une restauration n'écrase rien`,
  });
}

/** Keys in the key file of the backup, as it names them; null where it holds none. */
async function keysInBackup({ folder, manifest }: RestoreParts): Promise<readonly VerifierKey[] | null> {
  const held = manifest.home.some(({ path }) => path === 'log.key');
  return held ? readLogVerifierKeys(homePath(folder, manifest, 'log.key')) : null;
}

/**
 * The vault, then the log's key, without which nothing is served: what a crash leaves before is no service. A vault
 * that is there and has signed more stays: then the service refuses to append, and says why.
 * @returns leaves under the checkpoint of the vault
 */
export async function finishRestore({ folder, manifest, home }: RestoreParts): Promise<number> {
  const kept = await readVault(home, manifest);
  const brought = readSignedCheckpoint(manifest.checkpoint, manifest.origin);
  if (kept === null) await FileVault.create(join(home, 'vault'), manifest.checkpoint);
  else if (kept.size < brought.size) {
    const vault = new FileVault(join(home, 'vault'), note => readSignedCheckpoint(note, manifest.origin));
    await vault.exclusively(async last => (last.size < brought.size ? brought : last));
  }
  for (const file of manifest.home.filter(({ path }) => path === 'log.key'))
    await restoreHomeFile(folder, manifest, home, file);
  await rm(join(home, marker));
  return Math.max(kept?.size ?? 0, brought.size);
}
