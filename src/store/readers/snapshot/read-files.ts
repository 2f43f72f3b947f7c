import { type Kysely, sql } from 'kysely';
import type { Database } from '../../schema/index.js';
import { inChunks } from './chunks.js';
import type { NamedFile, NamingSubject } from './log-snapshot.js';

/**
 * What a source signed goes into no export (GATE-8, F-28).
 * @param size of the tree: what later events say of a file changes nothing
 */
export async function readNamedFiles(
  db: Kysely<Database>,
  size: number,
  indexes: Iterable<number>,
): Promise<readonly NamedFile[]> {
  const found: NamedFile[] = [];
  for (const chunk of inChunks(indexes)) {
    const { rows } = await sql<NamedFile>`
      select sha256, digest, exists (select from file_reference telling
        where telling.sha256 = named.sha256 and telling.kept_back and telling.log_index < ${size}) as "keptBack"
      from file_reference named where log_index = any(${chunk}::bigint[])
        and named.subject not like 'source/%'`.execute(db);
    found.push(...rows);
  }
  return found;
}

export async function readSubjectsNaming(
  db: Kysely<Database>,
  size: number,
  files: readonly string[],
): Promise<readonly NamingSubject[]> {
  const found: NamingSubject[] = [];
  for (const chunk of inChunks(files)) {
    const { rows } = await sql<NamingSubject>`
      select distinct subject, sha256 from file_reference
      where sha256 = any(${chunk}::text[]) and digest = '' and log_index < ${size}`.execute(db);
    found.push(...rows);
  }
  return found;
}
