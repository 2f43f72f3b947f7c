import { type Kysely, sql } from 'kysely';

/** What came into the register of late, and whether anything bears its calibre already: asked each time alerts are read. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create index materiel_version_late on materiel_version (known_index)
    where superseded_index is null and import is null`.execute(db);
  await sql`create index materiel_version_calibre on materiel_version (calibre, known_index)
    where calibre is not null`.execute(db);
}
