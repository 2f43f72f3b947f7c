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
 * Makes staged bytes a file of the log's. Durable when it returns. A file uploaded again stays as it was first
 * recorded.
 */
export async function acceptUpload(
  db: Kysely<Database>,
  staged: StagedFile,
  upload: Upload,
): Promise<StoredFile> {
  const { sha256, mediaType, uploadedBy, uploadedAt } = upload;
  try {
    return await transact(db, async ({ db: trx }) => {
      await lockFile(trx, sha256);
      // A crash after this leaves bytes without a row: the next upload of the same writes it.
      await staged.commit();
      await trx
        .insertInto('file')
        .values({
          sha256,
          size: staged.size,
          media_type: mediaType,
          uploaded_by: uploadedBy,
          uploaded_at: uploadedAt,
        })
        .onConflict(conflict => conflict.doNothing())
        .execute();
      return trx.selectFrom('file').selectAll().where('sha256', '=', sha256).executeTakeFirstOrThrow();
    });
  } finally {
    await staged.discard();
  }
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
 * crash between the two leaves a row without bytes: the next run removes it.
 */
async function expireOne(db: Kysely<Database>, files: FileStore, sha256: string): Promise<boolean> {
  return transact(db, async ({ db: trx }) => {
    await lockFile(trx, sha256);
    const { numDeletedRows } = await trx
      .deleteFrom('file')
      .where('sha256', '=', sha256)
      .where(unnamed)
      .executeTakeFirstOrThrow();
    if (numDeletedRows === 0n) return false;
    await files.remove(sha256);
    return true;
  });
}

/** Storing and removing the same bytes take turns: neither may see the other half done. */
async function lockFile(trx: Transaction<Database>, sha256: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${sha256}, 0))`.execute(trx);
}
