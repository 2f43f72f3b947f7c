import { type Kysely, sql } from 'kysely';

/** Items under way are few at any time, of all that were ever carried: whoever looks for what is stopped reads these. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create index transfer_item_under_way on transfer_item (transfer)
    where status in ('OFFERED', 'DEPARTED', 'REFUSED_ON_ARRIVAL')`.execute(db);
}
