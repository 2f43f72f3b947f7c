import { type Kysely, sql, type Transaction } from 'kysely';
import { type LogPosition, readPosition } from '../appender/insert.js';
import { liftTimeouts } from '../rebuild/lift-timeouts.js';
import { RebuildError, rebuildFaults } from '../rebuild/read-logged-acts.js';
import type { Database } from '../schema/index.js';
import { readTables, type StoredTable } from './tables.js';

/** The database as of one instant. */
export interface DatabaseDump {
  readonly position: LogPosition & { readonly origin: string };
  /** Names of the migrations that made its schema, oldest first. */
  readonly migrations: readonly string[];
  readonly tables: readonly StoredTable[];
  /** The rows of a table as JSON, each ended by a line feed, in the order of its key; counted as they pass. */
  lines(table: StoredTable, counted: (rows: number) => void): AsyncGenerator<string>;
}

const rowsAtOnce = 500;

/**
 * Reads all tables in one snapshot while the service goes on. Rows are JSON by the names of their columns: PostgreSQL's
 * own programs for backups are not among the embedded ones, and such rows can be read by anything, on any version.
 */
export async function withDump<Result>(
  db: Kysely<Database>,
  work: (dump: DatabaseDump) => Promise<Result>,
): Promise<Result> {
  const snapshot = db.transaction().setIsolationLevel('repeatable read').setAccessMode('read only');
  return snapshot.execute(async trx => {
    await liftTimeouts(trx);
    const position = await readPosition(trx, false);
    if (position === undefined) throw new RebuildError(rebuildFaults.noLog());
    const { rows } = await sql<{ name: string }>`select name from kysely_migration order by name`.execute(
      trx,
    );
    return work({
      position,
      migrations: rows.map(({ name }) => name),
      tables: await readTables(trx),
      lines: (table, counted) => readLines(trx, table, counted),
    });
  });
}

async function* readLines(
  trx: Transaction<Database>,
  { name, columns, key }: StoredTable,
  counted: (rows: number) => void,
): AsyncGenerator<string> {
  const cursor = sql.id(`backup_of_${name}`);
  const order = sql.join((key.length > 0 ? key : columns).map(column => sql.ref(column)));
  const listed = sql.join(columns.map(column => sql.ref(column)));
  await sql`
    declare ${cursor} no scroll cursor for
    select to_jsonb(stored)::text as row from (select ${listed} from ${sql.table(name)} order by ${order}) stored`.execute(
    trx,
  );
  for (let count = 0; ; ) {
    const { rows } = await sql<{ row: string }>`fetch ${sql.lit(rowsAtOnce)} from ${cursor}`.execute(trx);
    if (rows.length === 0) break;
    count += rows.length;
    counted(count);
    yield rows.map(({ row }) => `${row}\n`).join('');
  }
  await sql`close ${cursor}`.execute(trx);
}
