import { type Kysely, sql } from 'kysely';
import { grantReading } from './grant-reading.js';

/** Requests of authorities, for reading; and which of them a release follows. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table request (
      id uuid primary key,
      number text not null,
      authority_unit uuid not null,
      authority_capacity text not null,
      kind text not null,
      reference text not null,
      received_on text not null,
      asked_for_en text not null,
      asked_for_fr text not null,
      incident uuid,
      proceedings text not null,
      deadline text,
      registered_by uuid not null,
      registered_at timestamptz not null,
      answer text,
      settled boolean not null,
      first_index bigint not null unique,
      last_index bigint not null
    )`.execute(db);
  // Serves: the queue, in register order.
  await sql`create index request_open on request (first_index) where not settled`.execute(db);
  // Serves: a request by its number.
  await sql`create index request_number on request (number)`.execute(db);
  // Serves: the requests of an authority; of an incident; what one has registered.
  await sql`create index request_authority on request (authority_unit, first_index)`.execute(db);
  await sql`create index request_incident on request (incident) where incident is not null`.execute(db);
  await sql`create index request_registered_by on request (registered_by, first_index)`.execute(db);
  await grantReading(db, ['request']);
}
