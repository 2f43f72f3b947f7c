import { type Insertable, sql, type Transaction } from 'kysely';
import type { Database, ReadingTables } from '../schema/index.js';

/** A row to be written; every row of one call has the same members. */
export type Row<Table extends keyof ReadingTables> = Insertable<ReadingTables[Table]>;

/** Written when the row is new, and kept from then on. */
const keptColumns: readonly string[] = ['first_index'];

/**
 * Inserts rows, or brings those with the same key up to date: one statement and one parameter, whatever their
 * number. A key must not occur twice in one call.
 */
export async function upsertRows<Table extends keyof ReadingTables>(
  trx: Transaction<Database>,
  table: Table,
  key: readonly (keyof Row<Table> & string)[],
  rows: readonly Row<Table>[],
): Promise<void> {
  const columns = columnsOf(rows);
  if (columns.length === 0) return;
  const changing = columns.filter(
    column => !keptColumns.includes(column) && !(key as readonly string[]).includes(column),
  );
  const assignments = changing.map(column => sql`${sql.ref(column)} = ${sql.ref(`excluded.${column}`)}`);
  await sql`${insertion(table, columns, rows)}
    on conflict (${sql.join(key.map(column => sql.ref(column)))})
    do update set ${sql.join(assignments)}`.execute(trx);
}

export async function insertRows<Table extends keyof ReadingTables>(
  trx: Transaction<Database>,
  table: Table,
  rows: readonly Row<Table>[],
): Promise<void> {
  const columns = columnsOf(rows);
  if (columns.length > 0) await insertion(table, columns, rows).execute(trx);
}

/** Inserts rows; one that is there already stays as it is. */
export async function insertMissingRows<Table extends keyof ReadingTables>(
  trx: Transaction<Database>,
  table: Table,
  rows: readonly Row<Table>[],
): Promise<void> {
  const columns = columnsOf(rows);
  if (columns.length > 0) await sql`${insertion(table, columns, rows)} on conflict do nothing`.execute(trx);
}

/** Puts `rows` in place of all that belongs to `parents`. */
export async function replaceRows<Table extends keyof ReadingTables>(
  trx: Transaction<Database>,
  table: Table,
  parent: keyof Row<Table> & string,
  parents: readonly string[],
  rows: readonly Row<Table>[],
): Promise<void> {
  if (parents.length === 0) return;
  await sql`delete from ${sql.table(table)} where ${sql.ref(parent)} = any(${parents}::uuid[])`.execute(trx);
  await insertRows(trx, table, rows);
}

function columnsOf(rows: readonly object[]): readonly string[] {
  const [row] = rows;
  return row === undefined ? [] : Object.keys(row);
}

/** `jsonb_populate_recordset` gives each member the type of its column. */
function insertion(table: string, columns: readonly string[], rows: readonly unknown[]) {
  const list = sql.join(columns.map(column => sql.ref(column)));
  return sql`insert into ${sql.table(table)} (${list})
    select ${list} from jsonb_populate_recordset(null::${sql.table(table)}, ${JSON.stringify(rows)}::jsonb)`;
}
