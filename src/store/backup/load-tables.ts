import { type Kysely, sql, type Transaction } from 'kysely';
import { LocalizedError } from '../../custody/text.js';
import { equalBytes, rootFromTiles } from '../../log/index.js';
import { type LogPosition, readPosition } from '../appender/insert.js';
import { transact } from '../database.js';
import { liftTimeouts } from '../rebuild/lift-timeouts.js';
import type { Database } from '../schema/index.js';
import { storedTiles } from '../tiles.js';
import { readTables, type StoredTable } from './tables.js';

/** The rows of a backup, by table. */
export interface TableRows {
  readonly name: string;
  readonly rows: number;
  /** JSON of each row. */
  lines(): AsyncIterable<string>;
}

/** What is loaded does not come to what the backup says of itself; nothing of it stays. */
export class LoadError extends LocalizedError {
  override readonly name = 'LoadError';
}

const rowsAtOnce = 500;

/**
 * Fills an empty, migrated database. One transaction: a crash leaves it empty.
 * @param owner connection of the tables' owner
 * @param expected where the log of the backup stands
 * @throws LoadError
 */
export async function loadTables(
  owner: Kysely<Database>,
  backup: readonly TableRows[],
  expected: LogPosition,
  loaded: (table: string, rows: number) => void,
): Promise<void> {
  await transact(owner, async ({ db: trx }) => {
    await liftTimeouts(trx);
    const byName = new Map(backup.map(table => [table.name, table]));
    const tables = await readTables(trx);
    const unknown = backup.filter(({ name }) => !tables.some(table => table.name === name));
    if (unknown.length > 0) {
      const names = unknown.map(({ name }) => name).join(', ');
      throw new LoadError({
        en: `there is no table for ${names}`,
        fr: `il n'y a pas de table pour ${names}`,
      });
    }
    for (const { name } of tables)
      await sql`alter table ${sql.table(name)} disable trigger user`.execute(trx);
    for (const table of tables) {
      const rows = byName.get(table.name);
      if (rows === undefined) continue;
      await fill(trx, table, rows);
      loaded(table.name, rows.rows);
    }
    // Deferred constraints are checked here: no table with checks pending can be altered.
    await sql`set constraints all immediate`.execute(trx);
    for (const { name } of tables) await sql`alter table ${sql.table(name)} enable trigger user`.execute(trx);
    await setSequences(trx);
    await requirePosition(trx, expected);
  });
}

/** Takes everything out again that was loaded. @param owner connection of the tables' owner */
export async function emptyTables(owner: Kysely<Database>): Promise<void> {
  await transact(owner, async ({ db: trx }) => {
    await liftTimeouts(trx);
    const names = (await readTables(trx)).map(({ name }) => sql.table(name));
    if (names.length === 0) return;
    // Tables that only grow say so by triggers.
    for (const name of names) await sql`alter table ${name} disable trigger user`.execute(trx);
    await sql`truncate ${sql.join(names)}`.execute(trx);
    for (const name of names) await sql`alter table ${name} enable trigger user`.execute(trx);
  });
}

async function fill(
  trx: Transaction<Database>,
  { name, columns }: StoredTable,
  { rows, lines }: TableRows,
): Promise<void> {
  let count = 0;
  let waiting: string[] = [];
  const listed = sql.join(columns.map(column => sql.ref(column)));
  const write = async () => {
    if (waiting.length === 0) return;
    await sql`
      insert into ${sql.table(name)} (${listed}) overriding system value
      select ${listed} from jsonb_populate_recordset(null::${sql.table(name)}, ${`[${waiting.join(',')}]`}::jsonb)`.execute(
      trx,
    );
    count += waiting.length;
    waiting = [];
  };
  for await (const line of lines()) {
    waiting.push(line);
    if (waiting.length === rowsAtOnce) await write();
  }
  await write();
  if (count !== rows) {
    throw new LoadError({
      en: `expected ${rows} rows of ${name}, found ${count}`,
      fr: `${rows} lignes attendues pour ${name}, ${count} trouvées`,
    });
  }
}

/** Numbers that the database gives go on behind those that were loaded. */
async function setSequences(trx: Transaction<Database>): Promise<void> {
  const { rows } = await sql<{ name: string; column: string }>`
    select relname::text as name, attname::text as column from pg_attribute join pg_class on pg_class.oid = attrelid
    where relkind = 'r' and relnamespace = 'public'::regnamespace and attidentity <> ''`.execute(trx);
  for (const { name, column } of rows) {
    await sql`select setval(pg_get_serial_sequence(${name}, ${column}), coalesce(max(${sql.ref(column)}), 0) + 1, false)
      from ${sql.table(name)}`.execute(trx);
  }
}

async function requirePosition(trx: Transaction<Database>, expected: LogPosition): Promise<void> {
  const position = await readPosition(trx, false);
  const root = position && (await rootFromTiles(position.size, storedTiles(trx)));
  const whole =
    position?.size === expected.size &&
    equalBytes(position.root, expected.root) &&
    root !== undefined &&
    equalBytes(root, expected.root);
  if (!whole) {
    throw new LoadError({
      en: `the tables do not come to the root of ${expected.size} leaves`,
      fr: `les tables ne donnent pas la racine de ${expected.size} feuilles`,
    });
  }
}
