import { type Kysely, sql } from 'kysely';
import type { Database } from '../schema/index.js';

/** A file that an event names and that nobody has uploaded yet. */
export interface OwedFile {
  readonly sha256: string;
  readonly size: number;
  readonly mediaType: string;
  /** Leaf index and subject of the first event that names it. */
  readonly index: number;
  readonly subject: string;
}

/** Files owed, in the order in which the log first named them, after leaf `after`. */
export async function readOwedFiles(
  db: Kysely<Database>,
  { after = -1, limit = 100 }: { after?: number; limit?: number } = {},
): Promise<readonly OwedFile[]> {
  const { rows } = await sql<OwedFile>`
    select sha256, size, media_type as "mediaType", log_index as index, subject
    from (
      select distinct on (sha256) sha256, size, media_type, log_index, subject
      from file_reference reference
      where size is not null and not exists (select from file where file.sha256 = reference.sha256)
      order by sha256, log_index
    ) owed
    where log_index > ${after}
    order by log_index, sha256
    limit ${limit}`.execute(db);
  return rows;
}
