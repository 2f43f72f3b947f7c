import { type Kysely, sql, type Transaction } from 'kysely';
import { readingTables } from '../projections/index.js';
import type { Database } from '../schema/index.js';
import { liftTimeouts } from './lift-timeouts.js';

/** A row that stands in one of two databases only, or differs between them. */
export interface RowDifference {
  readonly table: string;
  /** JSON of the primary key. */
  readonly key: string;
  /** JSON of the row; null where it is missing. */
  readonly left: string | null;
  readonly right: string | null;
}

export interface Comparison {
  /** Rows compared, by table. */
  readonly rows: Readonly<Record<string, number>>;
  /** The first `limit` differences. */
  readonly differences: readonly RowDifference[];
}

/** The log and everything that follows from it; not what no event says (checkpoints, uploads, access log). */
const comparedTables: readonly (keyof Database)[] = [
  'event',
  'disclosure',
  'subject',
  'claim',
  'tile',
  'log_state',
  ...readingTables,
];

/** Compares two databases row by row, in bounded memory. Each is seen as of one instant. */
export async function compareDatabases(
  left: Kysely<Database>,
  right: Kysely<Database>,
  limit = 20,
): Promise<Comparison> {
  return inSnapshot(left, one => compareWithSnapshot(one, right, limit));
}

/** As `compareDatabases`, with a snapshot that was taken before. */
export async function compareWithSnapshot(
  left: Transaction<Database>,
  right: Kysely<Database>,
  limit = 20,
): Promise<Comparison> {
  return inSnapshot(right, async other => {
    const comparing = new Comparing(limit);
    for (const table of comparedTables) {
      await comparing.compare(table, await primaryKeyOf(left, table), [left, table], [other, table]);
    }
    return comparing;
  });
}

/**
 * Compares the tables of one transaction with copies of some of them that were made earlier in it.
 * @param copyOf name of a table's copy
 */
export async function compareWithCopies(
  trx: Transaction<Database>,
  tables: readonly string[],
  copyOf: (table: string) => string,
  limit = 20,
): Promise<Comparison> {
  const comparing = new Comparing(limit);
  for (const table of tables) {
    await comparing.compare(table, await primaryKeyOf(trx, table), [trx, copyOf(table)], [trx, table]);
  }
  return comparing;
}

type Relation = readonly [trx: Transaction<Database>, name: string];

class Comparing implements Comparison {
  readonly rows: Record<string, number> = {};
  readonly differences: RowDifference[] = [];
  readonly #limit: number;

  constructor(limit: number) {
    this.#limit = limit;
  }

  async compare(table: string, key: readonly string[], left: Relation, right: Relation): Promise<void> {
    let rows = 0;
    for await (const pair of pairRows(readRows(left, key), readRows(right, key))) {
      rows += 1;
      if (pair.left !== pair.right && this.differences.length < this.#limit) {
        this.differences.push({ table, ...pair });
      }
    }
    this.rows[table] = rows;
  }
}

function inSnapshot<Result>(
  db: Kysely<Database>,
  work: (trx: Transaction<Database>) => Promise<Result>,
): Promise<Result> {
  const snapshot = db.transaction().setIsolationLevel('repeatable read').setAccessMode('read only');
  return snapshot.execute(async trx => {
    await liftTimeouts(trx);
    return work(trx);
  });
}

async function primaryKeyOf(db: Kysely<Database>, table: string): Promise<readonly string[]> {
  const { rows } = await sql<{ name: string }>`
    select attribute.attname as name
    from pg_index index
    join pg_attribute attribute
      on attribute.attrelid = index.indrelid and attribute.attnum = any(index.indkey)
    where index.indrelid = ${table}::regclass and index.indisprimary
    order by attribute.attname`.execute(db);
  if (rows.length === 0) throw new Error(`${table} has no primary key`);
  return rows.map(({ name }) => name);
}

interface KeyedRow {
  readonly key: string;
  readonly row: string;
}

/** Rows as JSON, in the byte order of their keys. */
async function* readRows([trx, table]: Relation, key: readonly string[]): AsyncGenerator<KeyedRow> {
  const cursor = sql.id(`rows_of_${table}`);
  const columns = sql.join(key.map(column => sql.ref(column)));
  await sql`
    declare ${cursor} no scroll cursor for
    select jsonb_build_array(${columns})::text as key, to_jsonb(stored)::text as row
    from ${sql.table(table)} stored order by jsonb_build_array(${columns})::text collate "C"`.execute(trx);
  for (;;) {
    const { rows } = await sql<KeyedRow>`fetch 500 from ${cursor}`.execute(trx);
    if (rows.length === 0) break;
    yield* rows;
  }
  await sql`close ${cursor}`.execute(trx);
}

/** Walks two sequences in key order side by side. */
async function* pairRows(
  left: AsyncGenerator<KeyedRow>,
  right: AsyncGenerator<KeyedRow>,
): AsyncGenerator<Pick<RowDifference, 'key' | 'left' | 'right'>> {
  let one = await next(left);
  let other = await next(right);
  while (one !== undefined || other !== undefined) {
    const order = compareKeys(one?.key, other?.key);
    const key = (order <= 0 ? one?.key : other?.key) ?? '';
    yield {
      key,
      left: order <= 0 ? (one?.row ?? null) : null,
      right: order >= 0 ? (other?.row ?? null) : null,
    };
    if (order <= 0) one = await next(left);
    if (order >= 0) other = await next(right);
  }
}

async function next(rows: AsyncGenerator<KeyedRow>): Promise<KeyedRow | undefined> {
  const { done, value } = await rows.next();
  return done === true ? undefined : value;
}

/** Byte order, as the database sorts; what has ended comes last. */
function compareKeys(left: string | undefined, right: string | undefined): number {
  if (left === undefined) return right === undefined ? 0 : 1;
  if (right === undefined) return -1;
  return Buffer.compare(Buffer.from(left), Buffer.from(right));
}
