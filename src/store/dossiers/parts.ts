import type { Kysely, Transaction } from 'kysely';
import type { Database } from '../schema/index.js';

const partBytes = 1_048_576;

/** A file of a dossier that is kept as it was made. */
export interface KeptFile {
  /** Below `report/`. */
  readonly path: string;
  open(): AsyncIterable<Uint8Array> | Iterable<Uint8Array>;
}

/** Keeps the files of a dossier in parts: none of them is in memory whole. */
export async function keepParts(
  trx: Transaction<Database>,
  dossier: string,
  files: readonly KeptFile[],
): Promise<void> {
  for (const [position, { path, open }] of files.entries()) {
    let part = 0;
    for await (const bytes of inParts(open())) {
      await trx.insertInto('dossier_part').values({ dossier, path, part, position, bytes }).execute();
      part++;
    }
  }
}

async function* inParts(bytes: AsyncIterable<Uint8Array> | Iterable<Uint8Array>): AsyncGenerator<Buffer> {
  let waiting = Buffer.alloc(0);
  let none = true;
  for await (const some of bytes) {
    waiting = Buffer.concat([waiting, some]);
    for (; waiting.length >= partBytes; waiting = waiting.subarray(partBytes)) {
      yield waiting.subarray(0, partBytes);
      none = false;
    }
  }
  if (waiting.length > 0 || none) yield waiting;
}

/** Paths of the files that were kept for a dossier, in the order in which they were made. */
export async function findKept(db: Kysely<Database>, dossier: string): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('dossier_part')
    .select('path')
    .where('dossier', '=', dossier)
    .where('part', '=', 0)
    .orderBy('position')
    .execute();
  return rows.map(({ path }) => path);
}

/** A kept file, part by part. @throws Error where none is kept under this path */
export async function* readKept(
  db: Kysely<Database>,
  dossier: string,
  path: string,
): AsyncGenerator<Uint8Array> {
  for (let part = 0; ; part++) {
    const row = await db
      .selectFrom('dossier_part')
      .select('bytes')
      .where('dossier', '=', dossier)
      .where('path', '=', path)
      .where('part', '=', part)
      .executeTakeFirst();
    if (row === undefined && part === 0) throw new Error(`no ${path} is kept for dossier ${dossier}`);
    if (row === undefined) return;
    yield row.bytes;
  }
}
