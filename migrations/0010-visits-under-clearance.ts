import { type Kysely, sql } from 'kysely';

/**
 * Which visits let the visitor read what lies at the incident: not those for which GATE-1 was passed, nor those the log
 * learnt of after the scene was closed. Rows that are there already let nobody read until the next rebuild.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table visit add column overridden boolean not null default true`.execute(db);
  await sql`alter table scene add column closed_index bigint`.execute(db);
}
