import { type Kysely, sql } from 'kysely';

/** Human rights due diligence on units: the risk found, when it is looked at again, whether a unit is suspended. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table unit add column risk text`.execute(db);
  await sql`alter table unit add column review_on date`.execute(db);
  await sql`alter table unit add column suspended boolean not null default false`.execute(db);
  // Serves: assessments that are due for review.
  await sql`create index unit_review_on on unit (review_on) where review_on is not null`.execute(db);
}
