import { type Kysely, sql } from 'kysely';
import type { FileNaming } from '../../custody/rule.js';
import type { Database } from '../schema/index.js';

interface Row extends FileNaming {
  readonly sha256: string;
}

/**
 * GATE-8: what else in the log names a file of these pieces in the open, each subject from its first act that does. For the
 * rules alone: whom it is shown to is decided where it is read to be shown.
 * @param pieces `<kind>/<UUID>`
 * @returns by SHA-256, hexadecimal
 */
export async function readFilesShared(
  db: Kysely<Database>,
  pieces: readonly string[],
): Promise<ReadonlyMap<string, readonly FileNaming[]>> {
  if (pieces.length === 0) return new Map();
  const { rows } = await sql<Row>`
    select other.sha256, other.subject, min(other.log_index) as index
    from file_reference own
    join file_reference other on other.sha256 = own.sha256 and other.digest = '' and other.subject <> own.subject
    where own.subject = any(${pieces}::text[]) and own.digest = ''
    group by other.sha256, other.subject
    order by index`.execute(db);
  const found = new Map<string, FileNaming[]>();
  for (const { sha256, subject, index } of rows)
    found.set(sha256, [...(found.get(sha256) ?? []), { subject, index: Number(index) }]);
  return found;
}
