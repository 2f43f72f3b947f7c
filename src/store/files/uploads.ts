import { type Kysely, type Selectable, sql, type Transaction } from 'kysely';
import { transact } from '../database.js';
import type { FileTable } from '../schema/file.js';
import type { Database } from '../schema/index.js';
import type { FileStore, StagedFile } from './file-store.js';

export interface Upload {
  /** Hexadecimal. */
  readonly sha256: string;
  readonly mediaType: string;
  /** Officer; null: the service itself. */
  readonly uploadedBy: string | null;
  readonly uploadedAt: Date;
}

export type StoredFile = Selectable<FileTable>;

/**
 * Makes staged bytes a file of the log's. Durable when it returns. A file that an event names stays as it was first
 * recorded; one that nothing names yet is recorded anew, so that its term runs from the last time somebody was
 * told that it is kept.
 */
export async function acceptUpload(
  db: Kysely<Database>,
  files: FileStore,
  staged: StagedFile,
  upload: Upload,
): Promise<StoredFile> {
  try {
    const stored = await transact(db, async ({ db: trx }) => {
      await lockFile(trx, upload.sha256);
      // A crash between this and the commit leaves bytes without a row: unsettled.
      await staged.commit();
      return recordUpload(trx, staged.size, upload);
    });
    await files.settle(upload.sha256);
    return stored;
  } finally {
    await staged.discard();
  }
}

async function recordUpload(
  trx: Transaction<Database>,
  size: number,
  { sha256, mediaType, uploadedBy, uploadedAt }: Upload,
): Promise<StoredFile> {
  await trx.deleteFrom('file').where('sha256', '=', sha256).where(unnamed).execute();
  await trx
    .insertInto('file')
    .values({ sha256, size, media_type: mediaType, uploaded_by: uploadedBy, uploaded_at: uploadedAt })
    .onConflict(conflict => conflict.doNothing())
    .execute();
  return trx.selectFrom('file').selectAll().where('sha256', '=', sha256).executeTakeFirstOrThrow();
}

export async function findFile(db: Kysely<Database>, sha256: string): Promise<StoredFile | undefined> {
  return db.selectFrom('file').selectAll().where('sha256', '=', sha256).executeTakeFirst();
}

/**
 * Removes files that no event names and that were uploaded before `before`; up to `limit` of them.
 * @returns their hashes
 */
export async function expireUploads(
  db: Kysely<Database>,
  files: FileStore,
  before: Date,
  limit = 1_000,
): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('file')
    .select('sha256')
    .where('uploaded_at', '<', before)
    .where(unnamed)
    .orderBy('uploaded_at')
    .limit(limit)
    .execute();
  const expired: string[] = [];
  for (const { sha256 } of rows) if (await expireOne(db, files, sha256)) expired.push(sha256);
  return expired;
}

const unnamed = sql<boolean>`not exists (select from file_reference where file_reference.sha256 = file.sha256)`;

/**
 * An event that names the file while it expires finds it owed again, and whoever has it uploads it again. A
 * crash between the two steps leaves bytes without a row: unsettled.
 */
async function expireOne(db: Kysely<Database>, files: FileStore, sha256: string): Promise<boolean> {
  const expired = await transact(db, async ({ db: trx }) => {
    await lockFile(trx, sha256);
    const { numDeletedRows } = await trx
      .deleteFrom('file')
      .where('sha256', '=', sha256)
      .where(unnamed)
      .executeTakeFirstOrThrow();
    if (numDeletedRows === 0n) return false;
    await files.unsettle(sha256);
    return true;
  });
  if (expired) await settleOne(db, files, sha256);
  return expired;
}

/** Makes bytes and rows agree where a crash, or a database that went away, came between them before `before`. */
export async function settleUploads(db: Kysely<Database>, files: FileStore, before: number): Promise<void> {
  for (const sha256 of await files.unsettled(before)) await settleOne(db, files, sha256);
}

/** The row decides: bytes without one were never acknowledged. */
async function settleOne(db: Kysely<Database>, files: FileStore, sha256: string): Promise<void> {
  await transact(db, async ({ db: trx }) => {
    await lockFile(trx, sha256);
    if ((await findFile(trx, sha256)) === undefined) await files.remove(sha256);
    await files.settle(sha256);
  });
}

/** Storing and removing the same bytes take turns: neither may see the other half done. */
async function lockFile(trx: Transaction<Database>, sha256: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${sha256}, 0))`.execute(trx);
}
