import { type Kysely, sql } from 'kysely';
import type { Database } from '../schema/index.js';
import type { Candidate, RecoverySource } from './candidate.js';

interface Row {
  readonly log_index: number;
  readonly jws: string;
  readonly leaf: Buffer;
  readonly salt: Buffer | null;
  readonly disclosures: readonly string[];
}

const rowsAtOnce = 1_000;

/** Another database of the same log: a replica, or what was restored from a dump. It is only read. */
export async function replicaSource(name: string, db: Kysely<Database>): Promise<RecoverySource> {
  const notes = await db.selectFrom('checkpoint').select('note').orderBy('size', 'desc').limit(1).execute();
  return {
    name,
    notes: notes.map(({ note }) => note),
    receipts: [],
    async *candidates(from): AsyncGenerator<Candidate> {
      for (let next = from; ; ) {
        const rows = await readRows(db, next);
        for (const { log_index: index, ...row } of rows) yield { index, ...row };
        const last = rows.at(-1);
        if (last === undefined) return;
        next = last.log_index + 1;
      }
    },
  };
}

async function readRows(db: Kysely<Database>, from: number): Promise<readonly Row[]> {
  const { rows } = await sql<Row>`
    select log_index, jws, leaf, subject.salt,
      array(select disclosure from disclosure where disclosure.event_id = event.event_id) as disclosures
    from event left join subject using (subject)
    where log_index >= ${from} order by log_index limit ${rowsAtOnce}`.execute(db);
  return rows;
}
