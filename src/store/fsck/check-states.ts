import { type Kysely, sql, type Transaction } from 'kysely';
import { LocalizedError } from '../../custody/text.js';
import { FormatError, isJsonObject, type JsonObject } from '../../log/index.js';
import { readPosition } from '../appender/insert.js';
import { readingTables } from '../projections/index.js';
import { compareWithCopies, type RowDifference } from '../rebuild/compare-databases.js';
import { liftTimeouts } from '../rebuild/lift-timeouts.js';
import { readLoggedActs } from '../rebuild/read-logged-acts.js';
import { replayStretch } from '../rebuild/replay-log.js';
import type { Database } from '../schema/index.js';
import type { SopDocuments } from '../sop-documents.js';
import type { Difference } from './difference.js';

const replayed = [...readingTables, 'claim', 'subject'];
/** Tiles were compared before, from the leaves alone. */
const needed = [...replayed, 'tile'];
const storedTable = (table: string) => `public.${table}`;
const mostDifferences = 1_000;

/**
 * Makes states, claims and tables for reading anew, in temporary tables that hide the stored ones from this
 * transaction, and compares row by row. Nothing is changed and nobody waits: the service goes on.
 * @param owner connection of the tables' owner: the service may not make temporary tables
 */
export async function checkStates(
  owner: Kysely<Database>,
  sopDocuments: SopDocuments,
  report: (done: number, total: number) => void,
): Promise<{ readonly rows: number; readonly differences: readonly Difference[] }> {
  return owner
    .transaction()
    .setIsolationLevel('repeatable read')
    .execute(async trx => {
      await liftTimeouts(trx);
      try {
        await replayBeside(trx, sopDocuments, report);
      } catch (error) {
        if (!isBrokenEvidence(error)) throw error;
        const detail = `the log cannot be replayed: ${error.message}`;
        return { rows: 0, differences: [{ check: 'state' as const, index: null, where: null, detail }] };
      }
      const compared = await compareWithCopies(trx, replayed, storedTable, mostDifferences);
      const differences: Difference[] = [];
      for (const row of compared.differences) differences.push(await asDifference(trx, row));
      return { rows: Object.values(compared.rows).reduce((sum, count) => sum + count, 0), differences };
    });
}

function isBrokenEvidence(error: unknown): error is Error {
  return error instanceof LocalizedError || error instanceof FormatError;
}

async function replayBeside(
  trx: Transaction<Database>,
  sopDocuments: SopDocuments,
  report: (done: number, total: number) => void,
): Promise<void> {
  const position = await readPosition(trx, false);
  if (position === undefined) return;
  for (const table of needed) {
    await sql`create temporary table ${sql.table(table)} (like ${sql.table(storedTable(table))} including all)
      on commit drop`.execute(trx);
  }
  const saltsOf = async (subjects: readonly string[]) => {
    const { rows } = await sql<{ subject: string; salt: Buffer }>`
      select subject, salt from public.subject where subject = any(${subjects}::text[])`.execute(trx);
    return new Map(rows.map(({ subject, salt }) => [subject, salt]));
  };
  const replay = { trx, logSubject: position.subject, sopDocuments, saltsOf };
  for await (const stretch of readLoggedActs(trx, position.size)) {
    await replayStretch(replay, stretch);
    report(stretch.firstIndex + stretch.sequenced.length, position.size);
  }
}

async function asDifference(trx: Transaction<Database>, difference: RowDifference): Promise<Difference> {
  const { table, key, left, right } = difference;
  const row: unknown = JSON.parse(right ?? left ?? 'null');
  const detail =
    left === null
      ? 'the row is missing'
      : right === null
        ? 'no event makes this row'
        : `differs in ${changedColumns(left, right)}`;
  const check = table === 'subject' ? 'state' : table === 'claim' ? 'claim' : 'projection';
  return {
    check,
    index: isJsonObject(row) ? await indexOf(trx, table, row) : null,
    where: `${table} ${key}`,
    detail,
  };
}

/** Names of the columns, never their values: what is withheld stands in them. */
function changedColumns(left: string, right: string): string {
  const [one, other]: JsonObject[] = [JSON.parse(left), JSON.parse(right)];
  const names = Object.keys(one ?? {});
  return names.filter(name => JSON.stringify(one?.[name]) !== JSON.stringify(other?.[name])).join(', ');
}

/** Columns by which a row says whose it is, and the kind of subject that they name. */
const kindsByColumn: Readonly<Record<string, string>> = {
  evidence: 'evidence',
  incident: 'incident',
  account: 'account',
  item: 'evidence',
  reference: 'reference',
  transfer: 'transfer',
  request: 'request',
  tracing: 'tracing',
  release: 'release',
  discrepancy: 'discrepancy',
  hold: 'hold',
  import: 'import',
  armedgroup: 'armedgroup',
  propaganda: 'propaganda',
  link: 'link',
  requirement: 'requirement',
  source: 'source',
  information: 'information',
  site: 'site',
  officer: 'officer',
  stock: 'sealstock',
};

/** The event that the row comes from: the one it names, else the last one of its subject. */
async function indexOf(trx: Transaction<Database>, table: string, row: JsonObject): Promise<number | null> {
  for (const column of ['log_index', 'last_index'] as const) {
    const index = row[column];
    if (typeof index === 'number') return index;
  }
  if (typeof row.event_id === 'string') {
    const event = await trx
      .selectFrom('event')
      .select('log_index')
      .where('event_id', '=', row.event_id)
      .executeTakeFirst();
    if (event !== undefined) return event.log_index;
  }
  const subjects = [
    row.subject,
    `${table}/${String(row.id)}`,
    ...Object.entries(kindsByColumn).map(([column, kind]) => `${kind}/${String(row[column])}`),
  ].filter(subject => typeof subject === 'string');
  const event = await trx
    .selectFrom('event')
    .select(({ fn }) => fn.max('log_index').as('last'))
    .where('subject', 'in', subjects)
    .executeTakeFirst();
  return event?.last ?? null;
}
