import { type Kysely, sql } from 'kysely';
import { grantReading } from './grant-reading.js';

/** Sources by code name, and the pieces in which each could be identified: made of withheld claims (GATE-8). */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table source (
      id uuid primary key,
      code text not null unique,
      registered_by uuid not null,
      links integer not null,
      consents integer not null,
      first_index bigint not null unique,
      last_index bigint not null
    )`.execute(db);
  // Serves: scope custody.
  await sql`create index source_registered_by on source (registered_by, first_index)`.execute(db);
  await sql`
    create table source_piece (
      event_id text not null,
      digest text not null,
      source uuid not null,
      piece text not null,
      identifiable_by text[] not null,
      primary key (event_id, digest)
    )`.execute(db);
  // Serves: the sources that could be identified in a piece.
  await sql`create index source_piece_piece on source_piece (piece)`.execute(db);
  await grantReading(db, ['source', 'source_piece']);
}
