import { type Kysely, sql } from 'kysely';

/**
 * Files that may be owed, so that nobody looks through all that were ever named to find the few that have not come.
 * Every file that is owed is among them; one that came meanwhile may be, and whoever reads looks for it too: a file
 * may arrive in the moment in which it is named, and expire in the moment in which it is named.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  // Serves: files owed, and alerts of them.
  await sql`create table file_awaited (sha256 text primary key)`.execute(db);
  await sql`grant select, insert, delete on file_awaited to scelle_service`.execute(db);
  await sql`
    create function await_file() returns trigger language plpgsql as $$
    begin
      if tg_table_name = 'file' then
        insert into file_awaited values (old.sha256) on conflict do nothing;
      elsif new.size is not null and not exists (select from file where file.sha256 = new.sha256) then
        insert into file_awaited values (new.sha256) on conflict do nothing;
      end if;
      return null;
    end $$`.execute(db);
  await sql`
    create function end_awaiting() returns trigger language plpgsql as $$
    begin
      delete from file_awaited where sha256 = new.sha256;
      return null;
    end $$`.execute(db);
  await sql`create trigger file_named after insert on file_reference
    for each row execute function await_file()`.execute(db);
  // An event in another transaction may name a file that is about to go, and sees it still.
  await sql`create trigger file_gone after delete on file
    for each row execute function await_file()`.execute(db);
  await sql`create trigger file_come after insert on file
    for each row execute function end_awaiting()`.execute(db);
  await sql`
    insert into file_awaited select distinct sha256 from file_reference
    where size is not null and not exists (select from file where file.sha256 = file_reference.sha256)`.execute(
    db,
  );
}
