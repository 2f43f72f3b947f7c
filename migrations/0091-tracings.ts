import { type Kysely, sql } from 'kysely';
import { grantReading } from './grant-reading.js';

/** Trace requests (E46, E47), for reading: where they stand, what they ask about and by when. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table tracing (
      id uuid primary key,
      number text not null,
      status text not null,
      channel text not null,
      addressee text not null,
      addressee_kind text not null,
      country text,
      items uuid[] not null,
      objects integer not null,
      drafted_by uuid not null,
      classification text not null,
      sent_on text,
      due_on text,
      reminders integer not null,
      answer text,
      answered_on text,
      reply text not null,
      reply_until text,
      findings integer not null,
      strands integer not null,
      stopped integer not null,
      outcome text,
      first_index bigint not null unique,
      last_index bigint not null
    )`.execute(db);
  // Serves: a trace request by its number; what one has drafted.
  await sql`create index tracing_number on tracing (number)`.execute(db);
  await sql`create index tracing_drafted_by on tracing (drafted_by, first_index)`.execute(db);
  // Serves: the trace requests about an item.
  await sql`create index tracing_items on tracing using gin (items)`.execute(db);
  // Serves: those that wait for an answer.
  await sql`create index tracing_waiting on tracing (due_on) where status in ('REQUESTED', 'ACKNOWLEDGED')`.execute(
    db,
  );
  await grantReading(db, ['tracing']);
}
