import { createHash } from 'node:crypto';
import type { Readable } from 'node:stream';
import { type Kysely, sql } from 'kysely';
import type { FileStore } from '../files/file-store.js';
import type { Database } from '../schema/index.js';
import type { Difference } from './difference.js';

interface FileRow {
  readonly sha256: string;
  readonly size: number;
  /** First event that names it, and the first that names another size. */
  readonly named_at: number | null;
  readonly otherwise_at: number | null;
}

const filesAtOnce = 200;
const hashesAtOnce = 5_000;

/**
 * Reads every file again that was taken in, in the order of their hashes, and compares bytes, hash and size with what
 * was recorded and with what the events bind. A file that an event names and nobody has sent yet is owed, not wrong.
 * @param after goes on behind this hash
 * @param checked told after each stretch; throws to break off
 */
export async function checkFiles(
  db: Kysely<Database>,
  files: FileStore,
  after: string,
  checked: (last: string, count: number, found: readonly Difference[]) => Promise<void>,
): Promise<void> {
  for (let last = after; ; ) {
    const rows = await readRows(db, last);
    const end = rows.at(-1);
    if (end === undefined) return;
    const found: Difference[] = [];
    for (const row of rows) found.push(...(await checkFile(files, row)));
    last = end.sha256;
    await checked(last, rows.length, found);
  }
}

/**
 * Bytes that lie in the store and that nothing records: whoever put them there did not come through the service. What is
 * on its way, or about to be removed, is unsettled and left out.
 */
export async function findUnrecorded(db: Kysely<Database>, files: FileStore): Promise<readonly Difference[]> {
  const found: Difference[] = [];
  let waiting: string[] = [];
  const look = async () => {
    const unrecorded = await withoutRecord(db, waiting);
    const underWay = new Set(unrecorded.length === 0 ? [] : await files.unsettled(Number.POSITIVE_INFINITY));
    // Once more: the record may have come, and the mark gone, between the two.
    const settled = await withoutRecord(
      db,
      unrecorded.filter(sha256 => !underWay.has(sha256)),
    );
    for (const sha256 of settled) {
      const detail = 'nothing records these bytes';
      found.push({ check: 'file', index: null, where: `file ${sha256}`, detail });
    }
    waiting = [];
  };
  for await (const sha256 of files.stored()) {
    waiting.push(sha256);
    if (waiting.length === hashesAtOnce) await look();
  }
  await look();
  return found;
}

async function withoutRecord(db: Kysely<Database>, hashes: readonly string[]): Promise<readonly string[]> {
  if (hashes.length === 0) return [];
  const { rows } = await sql<{ sha256: string }>`
    select sha256 from unnest(${hashes}::text[]) as stored (sha256)
    where not exists (select from file where file.sha256 = stored.sha256)
      and not exists (select from file_reference named where named.sha256 = stored.sha256)
    order by sha256`.execute(db);
  return rows.map(({ sha256 }) => sha256);
}

export async function countFiles(db: Kysely<Database>): Promise<number> {
  const { count } = await db
    .selectFrom('file')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return Number(count);
}

async function readRows(db: Kysely<Database>, after: string): Promise<readonly FileRow[]> {
  const { rows } = await sql<FileRow>`
    select file.sha256, file.size,
      (select min(log_index) from file_reference named where named.sha256 = file.sha256) as named_at,
      (select min(log_index) from file_reference named where named.sha256 = file.sha256 and named.size <> file.size)
        as otherwise_at
    from file where file.sha256 > ${after} order by file.sha256 limit ${filesAtOnce}`.execute(db);
  return rows;
}

async function checkFile(files: FileStore, row: FileRow): Promise<readonly Difference[]> {
  const { sha256, size, named_at: index } = row;
  const where = `file ${sha256}`;
  const found = (detail: string, at = index): Difference => ({ check: 'file', index: at, where, detail });
  const named =
    row.otherwise_at === null ? [] : [found('an event binds it with another size', row.otherwise_at)];
  const kept = await files.sizeOf(sha256);
  if (kept === undefined) return [...named, found('its bytes are missing')];
  if (kept !== size) return [...named, found(`expected ${size} bytes, found ${kept}`)];
  const hash = await hashOf(files.read(sha256)).catch((error: unknown) => `unreadable (${String(error)})`);
  return hash === sha256 ? named : [...named, found(`the SHA-256 of its bytes is ${hash}`)];
}

async function hashOf(bytes: Readable): Promise<string> {
  const hash = createHash('sha256');
  for await (const part of bytes) hash.update(part as Uint8Array);
  return hash.digest('hex');
}
