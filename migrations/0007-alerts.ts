import { type Kysely, sql } from 'kysely';

/** What is looked through for alerts is a small part of each table: only that part is indexed. */
export async function up(db: Kysely<unknown>): Promise<void> {
  // Serves: items checked out, by the day they are due back (RQ-26).
  await sql`create index evidence_due_back on evidence (due_back) where due_back is not null`.execute(db);
  // Serves: items refused on arrival that the courier still has (RQ-25).
  await sql`create index evidence_refused on evidence (id) where transfer_stage = 'REFUSED'`.execute(db);
  // Serves: safety certificates that run out while the item is held (GATE-2).
  await sql`create index evidence_certificates on evidence (safety_valid_until)
    where safety_valid_until is not null and custodian is not null`.execute(db);
  // Serves: transfers that somebody still waits for (RQ-25).
  await sql`create index transfer_awaited on transfer (planned_arrival) where open_items > 0`.execute(db);
  // Serves: scenes where people may still work (GATE-1).
  await sql`create index scene_open on scene (id) where not closed`.execute(db);
}
