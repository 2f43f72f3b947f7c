import { type Kysely, sql } from 'kysely';
import type { Database } from '../../schema/index.js';
import { inChunks } from './chunks.js';
import type { NamedFile } from './log-snapshot.js';

export async function readNamedFiles(
  db: Kysely<Database>,
  indexes: Iterable<number>,
): Promise<readonly NamedFile[]> {
  const found: NamedFile[] = [];
  for (const chunk of inChunks(indexes)) {
    const rows = await db
      .selectFrom('file_reference')
      .select(['sha256', 'digest'])
      .where('log_index', '=', sql<number>`any(${chunk}::bigint[])`)
      .execute();
    for (const { sha256, digest } of rows) found.push({ sha256, digest });
  }
  return found;
}
