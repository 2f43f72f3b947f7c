import { randomBytes } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, readdir, rm, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { Readable } from 'node:stream';
import { createGzip } from 'node:zlib';
import type { Kysely } from 'kysely';
import { whileLocked } from '../../disk/while-locked.js';
import { writeFileDurably } from '../../disk/write-durably.js';
import { base64Text, formatTime } from '../../log/index.js';
import { type DatabaseDump, withDump } from '../../store/backup/dump-tables.js';
import type { FileStore } from '../../store/files/file-store.js';
import type { Database } from '../../store/schema/index.js';
import type { CheckpointVault } from '../../store/vault.js';
import { isMissing } from '../home.js';
import { UsageError } from '../usage-error.js';
import { writeHashed } from './copy-hashed.js';
import { listHomeFiles } from './home-files.js';
import { filePath, homePath, type Manifest, manifestName, tablePath } from './manifest.js';

export interface BackupParts {
  readonly home: string;
  readonly db: Kysely<Database>;
  readonly vault: CheckpointVault;
  readonly files: FileStore;
  readonly now: () => number;
  /** Files looked at, of how many. */
  readonly report: (done: number, total: number) => void;
}

export interface WrittenBackup {
  readonly manifest: Manifest;
  /** The manifest as it was written. */
  readonly text: string;
  /** Files whose bytes were not there from an earlier backup. */
  readonly copied: number;
  /** Files that are recorded and whose bytes are gone or changed: all else is in the backup. */
  readonly lost: readonly string[];
}

/**
 * Writes a backup of everything into a folder, or brings the one that is there up to date: files that are there are
 * not copied again. Durable when it returns. The vault is read first, then the database in one snapshot, then the
 * files: so what is restored goes on from the vault beside it, and has every file that it records. The manifest is
 * put in place last: a crash before leaves the backup of the time before, whole.
 */
export async function writeBackup(folder: string, parts: BackupParts): Promise<WrittenBackup> {
  await requireOutside(folder, parts.home);
  return whileLocked(await lockIn(folder), async () => {
    const { note: checkpoint } = await parts.vault.read();
    const made = formatTime(parts.now());
    const generation = `generation-${made.replaceAll(/[^0-9A-Za-z]/g, '')}-${randomBytes(4).toString('hex')}`;
    const written = await withDump(parts.db, dump => writeDump(folder, generation, dump));
    const copied = await copyFiles(folder, written.files, parts);
    const home = await copyHome(folder, generation, parts.home);
    const { origin, size, root, receivedAt } = written.position;
    const manifest: Manifest = {
      v: 1,
      kind: 'scelle-backup',
      generation,
      made,
      origin,
      size,
      root: base64Text(root),
      receivedAt,
      checkpoint,
      migrations: [...written.migrations],
      tables: [...written.tables],
      files: [...copied.files],
      home: [...home],
    };
    const text = `${JSON.stringify(manifest)}\n`;
    await writeFileDurably(join(folder, manifestName), text);
    await removeOlder(folder, generation);
    return { manifest, text, copied: copied.count, lost: copied.lost };
  });
}

/** A backup inside the home would hold itself. */
async function requireOutside(folder: string, home: string): Promise<void> {
  if (!`${resolve(folder)}/`.startsWith(`${resolve(home)}/`)) return;
  throw new UsageError({
    en: `${folder} lies inside ${home}: a backup belongs on another disk`,
    fr: `${folder} se trouve dans ${home} : une sauvegarde va sur un autre disque`,
  });
}

/** An empty folder, or one with a backup; never one with something else. */
async function lockIn(folder: string): Promise<string> {
  const names = await readdir(folder).catch((error: unknown) => {
    if (isMissing(error)) return [];
    throw error;
  });
  const ours = /^(manifest\.json(\..*\.new)?|files|backup\.lock|generation-.*)$/;
  const other = names.find(name => !ours.test(name));
  if (other !== undefined) {
    throw new UsageError({
      en: `${folder} holds ${other}, which is no part of a backup: give an empty folder, or one with a backup`,
      fr: `${folder} contient ${other}, qui n'appartient à aucune sauvegarde : donnez un dossier vide, ou une sauvegarde`,
    });
  }
  await mkdir(folder, { recursive: true, mode: 0o700 });
  return join(folder, 'backup.lock');
}

async function writeDump(folder: string, generation: string, dump: DatabaseDump) {
  const tables: Manifest['tables'] = [];
  const files: { sha256: string; size: number }[] = [];
  for (const table of dump.tables) {
    let rows = 0;
    const lines = dump.lines(table, count => {
      rows = count;
    });
    const kept = table.name === 'file' ? noting(lines, files) : lines;
    const zipped = Readable.from(kept, { objectMode: false }).pipe(createGzip({ level: 1 }));
    const { sha256 } = await writeHashed(tablePath(folder, { generation }, table.name), zipped);
    tables.push({ name: table.name, rows, sha256 });
  }
  const { position, migrations } = dump;
  return { tables, files, position, migrations };
}

/** Which files the database records, as their rows pass. */
async function* noting(
  lines: AsyncIterable<string>,
  files: { sha256: string; size: number }[],
): AsyncGenerator<string> {
  for await (const part of lines) {
    for (const line of part.split('\n').filter(text => text !== '')) {
      const { sha256, size }: { sha256: string; size: number } = JSON.parse(line);
      files.push({ sha256, size });
    }
    yield part;
  }
}

/** A file that no event names may expire meanwhile: then it is not part of the backup. */
async function copyFiles(
  folder: string,
  recorded: readonly { readonly sha256: string; readonly size: number }[],
  { db, files, report }: BackupParts,
) {
  const there: { sha256: string; size: number }[] = [];
  const lost: string[] = [];
  let count = 0;
  for (const [done, { sha256, size }] of recorded.entries()) {
    report(done + 1, recorded.length);
    const path = filePath(folder, sha256);
    const before = await stat(path).catch(() => null);
    if (before?.size !== size) {
      const kept = await files.sizeOf(sha256);
      if (kept === undefined && !(await isRecorded(db, sha256))) continue;
      if (kept === undefined || (await writeHashed(path, files.read(sha256))).sha256 !== sha256) {
        // Never a file under a hash that it has not.
        await rm(path, { force: true });
        lost.push(sha256);
        continue;
      }
      count += 1;
    }
    there.push({ sha256, size });
  }
  return { files: there, count, lost };
}

async function isRecorded(db: Kysely<Database>, sha256: string): Promise<boolean> {
  return (
    (await db.selectFrom('file').select('sha256').where('sha256', '=', sha256).executeTakeFirst()) !==
    undefined
  );
}

async function copyHome(folder: string, generation: string, home: string): Promise<Manifest['home']> {
  const copied: Manifest['home'] = [];
  for await (const { path, mode } of listHomeFiles(home)) {
    const target = homePath(folder, { generation }, path);
    copied.push({ path, mode, ...(await writeHashed(target, createReadStream(join(home, path)))) });
  }
  return copied;
}

/** What the manifest before named, and what a crash left. */
async function removeOlder(folder: string, generation: string): Promise<void> {
  for (const name of await readdir(folder)) {
    if (/^generation-/.test(name) && name !== generation) await rm(join(folder, name), { recursive: true });
  }
}
