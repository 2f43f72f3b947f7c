import type { Kysely } from 'kysely';
import type { Database } from '../schema/index.js';

/**
 * GATE-8: the sources, `source/<UUID>`, that could be identified in each of these pieces. For the rules alone: whom it is
 * shown to is decided where it is read to be shown.
 * @param pieces `<kind>/<UUID>`
 */
export async function readSourcesOf(
  db: Kysely<Database>,
  pieces: readonly string[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  if (pieces.length === 0) return new Map();
  const rows = await db
    .selectFrom('source_piece')
    .select(['piece', 'source'])
    .distinct()
    .where('piece', 'in', [...pieces])
    .orderBy('piece')
    .orderBy('source')
    .execute();
  const found = new Map<string, string[]>();
  for (const { piece, source } of rows) found.set(piece, [...(found.get(piece) ?? []), `source/${source}`]);
  return found;
}
