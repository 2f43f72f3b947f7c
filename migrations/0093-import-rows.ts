import { type Kysely, sql } from 'kysely';
import { grantReading } from './grant-reading.js';

/** Which subjects an import has listed as its rows: those alone count once it is closed. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table import_row (
      import uuid not null,
      row_number bigint not null,
      subject text not null,
      primary key (import, row_number)
    )`.execute(db);
  // Serves: whether what an import brought is one of its rows.
  await sql`create index import_row_subject on import_row (subject)`.execute(db);
  await sql`
    insert into import_row
    select split_part(entered.subject, '/', 2)::uuid, (said->>'row')::bigint, said->>'subject'
    from event entered
    cross join lateral (select translate(split_part(entered.jws, '.', 2), '-_', '+/') as payload) signed
    cross join lateral jsonb_array_elements(convert_from(
      decode(rpad(payload, (length(payload) + 3) / 4 * 4, '='), 'base64'), 'UTF8')::jsonb #> '{body,rows}') said
    where entered.type = 'import.rows-entered'`.execute(db);
  await grantReading(db, ['import_row']);
}
