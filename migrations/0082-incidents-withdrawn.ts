import { type Kysely, sql } from 'kysely';

/** An incident that was withdrawn from the register; none was before there was such an act. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table incident add column withdrawn boolean not null default false`.execute(db);
  await sql`alter table incident alter column withdrawn drop default`.execute(db);
  await sql`alter table incident_version add column withdrawn boolean not null default false`.execute(db);
  await sql`alter table incident_version alter column withdrawn drop default`.execute(db);
}
