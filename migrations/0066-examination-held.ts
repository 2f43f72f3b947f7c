import { type Kysely, sql } from 'kysely';

/** On each examination whether it is under a hold now, as on items and information. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table examination add column held boolean not null default false`.execute(db);
  await sql`
    update examination set held = true
    where exists (select from hold_piece
      where hold_piece.piece = 'examination/' || examination.id and hold_piece.standing)`.execute(db);
}
