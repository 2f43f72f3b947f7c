import { Kysely, PostgresDialect, type Transaction } from 'kysely';
import pg from 'pg';

export interface DatabaseOptions {
  /** Connections kept at most; waiting callers queue. */
  readonly maxConnections?: number;
  /** An idle connection was lost. The pool replaces it; whoever runs the process wants to know. */
  readonly onConnectionLost?: (error: Error) => void;
}

const connectMs = 5_000;
const statementMs = 60_000;

/**
 * A pool behind Kysely. Nothing is connected before the first query. `int8` is read as a number (and
 * refused above 2^53), `timestamptz` as a `Date`, `numeric` as text.
 */
export function openDatabase<Tables>(
  connectionString: string,
  options: DatabaseOptions = {},
): Kysely<Tables> {
  const pool = new pg.Pool({
    connectionString,
    max: options.maxConnections ?? 10,
    connectionTimeoutMillis: connectMs,
    idleTimeoutMillis: 30_000,
    statement_timeout: statementMs,
    idle_in_transaction_session_timeout: statementMs,
    application_name: 'scelle',
    types: { getTypeParser: findTypeParser },
  });
  // Without a listener a lost connection would end the process: an idle one through the pool, one that is between
  // two statements of a transaction through its client.
  pool.on('error', () => {});
  pool.on('connect', client => client.on('error', error => options.onConnectionLost?.(error)));
  const database = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
  pools.set(database, pool);
  return database;
}

const pools = new WeakMap<object, pg.Pool>();

/** Connections of a database that `openDatabase` made, and callers that wait for one. */
export interface PoolUse {
  readonly open: number;
  readonly idle: number;
  readonly waiting: number;
}

export function poolUse(database: object): PoolUse {
  const pool = pools.get(database);
  if (pool === undefined) throw new Error('not a database that openDatabase made');
  return { open: pool.totalCount, idle: pool.idleCount, waiting: pool.waitingCount };
}

function findTypeParser(oid: number, format?: 'text' | 'binary'): (value: string) => unknown {
  if (oid === pg.types.builtins.INT8 && format !== 'binary') return parseSafeInteger;
  return format === 'binary' ? pg.types.getTypeParser(oid, format) : pg.types.getTypeParser(oid);
}

function parseSafeInteger(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new Error(`the database holds an integer beyond 2^53: ${text}`);
  return value;
}

/** A running transaction, and what shall happen once it is committed. Exists only inside `transact`. */
export interface Transactor<Tables> {
  readonly db: Transaction<Tables>;
  /**
   * Runs after the commit, in the order given, before `transact` returns. A crash between the commit and
   * this leaves the data without the effect: use it only for what a restart makes up for.
   */
  onCommit(effect: () => void | Promise<void>): void;
}

/** Runs `work` in one transaction (read committed); a throw rolls it back and passes on. */
export async function transact<Tables, Result>(
  database: Kysely<Tables>,
  work: (transactor: Transactor<Tables>) => Promise<Result>,
): Promise<Result> {
  const effects: (() => void | Promise<void>)[] = [];
  const result = await database
    .transaction()
    .setIsolationLevel('read committed')
    .execute(db => work({ db, onCommit: effect => effects.push(effect) }));
  for (const effect of effects) await effect();
  return result;
}

/**
 * SQLSTATE classes and codes that speak of the server, not of the statement; also a lock that was waited for too
 * long, as under a rebuild.
 */
const unavailableStates = /^(08...|53...|55P03|57014|57P0[1-5]|25P03)$/;
const unavailableSystemCodes = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'ENOTFOUND',
  'EAI_AGAIN',
]);
const unavailableMessages =
  /^(Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error)/;

/**
 * Whether an error means that the database went away rather than that it said no. What was being committed
 * may or may not be there; submitting the same batch again finds out.
 */
export function isDatabaseUnavailable(error: unknown): boolean {
  if (error instanceof AggregateError) return error.errors.some(isDatabaseUnavailable);
  if (!(error instanceof Error)) return false;
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  return (
    unavailableStates.test(code) ||
    unavailableSystemCodes.has(code) ||
    unavailableMessages.test(error.message)
  );
}
