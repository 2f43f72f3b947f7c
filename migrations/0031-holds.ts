import { type Kysely, sql } from 'kysely';
import { grantReading } from './grant-reading.js';

/** Holds over pieces, for reading; and on each piece whether it is under one now. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table hold (
      id uuid primary key,
      number text not null unique,
      function text not null,
      ground text not null,
      scope text not null,
      authority text not null,
      placed_by uuid not null,
      placed_at timestamptz not null,
      review_on date,
      standing integer not null,
      first_index bigint not null unique,
      last_index bigint not null
    )`.execute(db);
  // Serves: holds that stand, by the day they are looked at again.
  await sql`create index hold_standing on hold (review_on) where standing > 0`.execute(db);
  // Serves: scope custody.
  await sql`create index hold_placed_by on hold (placed_by, first_index)`.execute(db);
  await sql`
    create table hold_piece (
      hold uuid not null,
      piece text not null,
      standing boolean not null,
      primary key (hold, piece)
    )`.execute(db);
  // Serves: the holds over a piece.
  await sql`create index hold_piece_piece on hold_piece (piece)`.execute(db);
  await sql`alter table evidence add column held boolean not null default false`.execute(db);
  await sql`alter table information add column held boolean not null default false`.execute(db);
  // Serves: what is under hold, in register order: few of many.
  await sql`create index evidence_held on evidence (first_index) where held`.execute(db);
  await grantReading(db, ['hold', 'hold_piece']);
}
