import { type Kysely, sql } from 'kysely';
import type { Database } from '../../schema/index.js';

/** What an entry of a collection said at a leaf, and who signed that. */
export interface EntryOnRecord {
  readonly key: string;
  readonly leaf: number;
  readonly event: string;
  readonly statedBy: string;
  readonly kind: string;
  readonly mark: string | null;
  readonly producer: string | null;
  readonly country: string | null;
  readonly yearFrom: number | null;
  readonly yearTo: number | null;
  readonly model: string | null;
  readonly calibre: string | null;
  readonly calibreWritten: string | null;
  readonly source: string;
  readonly confidence: string;
}

/** Entries that stood at a leaf, by key; withdrawn ones are not among them. Who may see the collection is asked before. */
export async function readEntries(
  db: Kysely<Database>,
  reference: string,
  leaf: number,
): Promise<readonly EntryOnRecord[]> {
  const { rows } = await sql<EntryOnRecord>`
    select key, known_index as leaf, event_id as event, stated_by as "statedBy", kind, mark, producer, country,
      year_from as "yearFrom", year_to as "yearTo", model, calibre, calibre_written as "calibreWritten", source,
      confidence
    from reference_entry
    where reference = ${reference}::uuid and known_index <= ${leaf}
      and (superseded_index is null or superseded_index > ${leaf})
    order by key collate "C"`.execute(db);
  return rows;
}
