import { type Kysely, sql } from 'kysely';
import { grantReading } from './grant-reading.js';

/** Requests to laboratories and the items in them, for reading. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table examination (
      id uuid primary key,
      number text not null,
      requested_by uuid not null,
      requested_at timestamptz not null,
      requesting_unit uuid not null,
      incident uuid not null,
      laboratory uuid not null,
      level text not null,
      urgency text not null,
      status text not null,
      laboratory_number text,
      accepted_at timestamptz,
      examiner uuid,
      reviewer uuid,
      due text not null,
      assigned_due text,
      court_date text,
      classification text,
      first_reported_at timestamptz,
      last_reported_at timestamptz,
      versions integer not null,
      first_index bigint not null unique,
      last_index bigint not null
    )`.execute(db);
  // Serves: an examination by its number, or by the laboratory's own.
  await sql`create index examination_number on examination (number)`.execute(db);
  await sql`create index examination_laboratory_number on examination (laboratory_number)`.execute(db);
  // Serves: the work list of a laboratory, in register order; scope `unit`.
  await sql`create index examination_laboratory on examination (laboratory, status, first_index)`.execute(db);
  await sql`create index examination_requesting_unit on examination (requesting_unit, first_index)`.execute(
    db,
  );
  // Serves: the work lists of examiner and reviewer; scope `custody`.
  await sql`create index examination_examiner on examination (examiner, status)`.execute(db);
  await sql`create index examination_reviewer on examination (reviewer, status)`.execute(db);
  await sql`create index examination_requested_by on examination (requested_by, first_index)`.execute(db);
  // Serves: what a laboratory still owes, by the day it is due.
  await sql`create index examination_owed on examination (due)
    where status in ('REQUESTED', 'ACCEPTED')`.execute(db);
  await sql`
    create table examination_item (
      examination uuid not null,
      item uuid not null,
      status text not null,
      primary key (examination, item)
    )`.execute(db);
  // Serves: the examinations of an item.
  await sql`create index examination_item_item on examination_item (item)`.execute(db);
  await grantReading(db, ['examination', 'examination_item']);
}
