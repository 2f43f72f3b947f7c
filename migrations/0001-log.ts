import { type Kysely, sql } from 'kysely';

/**
 * The log itself: what the signed statements and their leaves need. Everything else in the database can be
 * thrown away and made anew from these tables (design section 1).
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table event (
      log_index bigint primary key check (log_index >= 0),
      event_id text not null unique,
      subject text not null,
      seq integer not null check (seq >= 1),
      type text not null,
      form smallint not null,
      officer uuid not null,
      jws text not null,
      leaf bytea not null check (octet_length(leaf) = 145),
      received_at bigint not null,
      unique (subject, seq)
    )`.execute(db);
  // Withheld claims stand apart from events, so that one may be erased and every proof still holds.
  await sql`
    create table disclosure (
      digest text primary key,
      event_id text not null references event (event_id) deferrable initially deferred,
      disclosure text not null
    )`.execute(db);
  // Serves: the disclosures of a list of events.
  await sql`create index disclosure_event on disclosure (event_id)`.execute(db);
  // Salts are never erased: without them nobody could prove to whom a leaf belongs.
  await sql`
    create table subject (
      subject text primary key,
      kind text not null,
      salt bytea not null check (octet_length(salt) = 32),
      seq integer not null,
      head text not null,
      head_leaf bytea not null check (octet_length(head_leaf) = 32),
      state jsonb not null
    )`.execute(db);
  // Serves: lists of one kind.
  await sql`create index subject_kind on subject (kind)`.execute(db);
  // What only one subject of the log may ever have: a seal number, a key, an item number.
  await sql`
    create table claim (
      claim_set text not null,
      claim_key text not null,
      subject text not null,
      primary key (claim_set, claim_key)
    )`.execute(db);
  await sql`
    create table tile (
      level smallint not null,
      tile_index bigint not null,
      hashes bytea not null check (octet_length(hashes) between 32 and 8192 and octet_length(hashes) % 32 = 0),
      primary key (level, tile_index)
    )`.execute(db);
  // One row: its lock orders all writers, so the index is dense and its order is the order of commits.
  await sql`
    create table log_state (
      only_row boolean primary key default true check (only_row),
      origin text not null,
      subject text not null,
      size bigint not null check (size >= 1),
      root bytea not null check (octet_length(root) = 32),
      received_at bigint not null
    )`.execute(db);
  await sql`
    create table checkpoint (
      size bigint primary key,
      note text not null,
      signed_at timestamptz not null default now()
    )`.execute(db);
  await appendOnly(db);
  await grants(db);
}

/** A second fence behind the grants; the control itself is the receipt in the officer's hand. */
async function appendOnly(db: Kysely<unknown>): Promise<void> {
  await sql`
    create function refuse_change() returns trigger language plpgsql as $$
    begin
      raise exception 'table % is append-only', tg_table_name using errcode = 'insufficient_privilege';
    end $$`.execute(db);
  for (const table of ['event', 'checkpoint']) {
    await sql`
      create trigger append_only before update or delete or truncate on ${sql.table(table)}
      for each statement execute function refuse_change()`.execute(db);
  }
}

async function grants(db: Kysely<unknown>): Promise<void> {
  await sql`grant select, insert on event, checkpoint to scelle_service`.execute(db);
  await sql`grant select, insert, delete on disclosure to scelle_service`.execute(db);
  await sql`grant select, insert, update on subject, tile, log_state to scelle_service`.execute(db);
  await sql`grant select, insert on claim to scelle_service`.execute(db);
}
