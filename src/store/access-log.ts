import { type Kysely, sql } from 'kysely';
import { type AccessEntry, accessEntryHash, accessEntryText, accessHeadText } from '../log/index.js';
import { BatchQueue } from './appender/queue.js';
import { isDatabaseUnavailable } from './database.js';
import type { Database } from './schema/index.js';

/** What is written down of one reading; its place in the chain is given to it here. */
export type Access = Omit<AccessEntry, 'entry' | 'prev'>;

/** The last entry of the access log: how many there are, and the hash that covers them all. */
export interface AccessHead {
  readonly entry: number;
  /** 32 bytes; null before the first entry. */
  readonly hash: Buffer | null;
}

interface ChainedEntry extends AccessEntry {
  readonly hash: Buffer;
}

const limits = { maxWaiting: 10_000, maxGroup: 500, maxGroupEvents: 500 };
/** Another process took the number first: it is tried again on what that one wrote. */
const attempts = 100;

/**
 * Who read what, as a chain of hashes (docs/access-log.md). Entries that wait are written together, in one statement
 * that says which entry it follows: the primary key lets only one entry follow another, whatever process writes it, and
 * no lock is held while anybody waits. A crash leaves all of a statement or nothing, so the numbers have no gap.
 */
export class AccessLog {
  readonly #db: Kysely<Database>;
  readonly #queue: BatchQueue<Access, true>;
  /** As this process wrote or read it last; undefined: to be read. */
  #head: AccessHead | undefined;

  constructor(db: Kysely<Database>) {
    this.#db = db;
    this.#queue = new BatchQueue(
      { work: entries => this.#writeAll(entries), sizeOf: () => 1, concernsAll: isDatabaseUnavailable },
      limits,
    );
  }

  /**
   * Durable when it returns; nobody can change or remove it with the service's role. A reading of very many subjects is
   * written as several entries, each with a part of them: who verifies the log reads no line of more than 4 MiB.
   */
  async add(access: Access): Promise<void> {
    await Promise.all(entriesOf(access).map(entry => this.#queue.add(entry)));
  }

  /** Takes no more and waits for those that wait. */
  stop(): Promise<void> {
    return this.#queue.stop();
  }

  async #writeAll(accesses: readonly Access[]): Promise<readonly true[]> {
    for (let attempt = 0; attempt < attempts; attempt++) {
      const head = this.#head ?? (await readAccessHead(this.#db));
      // Whatever comes of the statement: unless it is known to be written, the head is read again.
      this.#head = undefined;
      const entries = chain(head, accesses);
      if (await insertAfter(this.#db, head, entries)) {
        const last = entries.at(-1);
        this.#head = last && { entry: last.entry, hash: last.hash };
        return accesses.map(() => true);
      }
    }
    throw new Error(`the access log moved on ${attempts} times while an entry was written`);
  }
}

/** Of the subjects in one entry, as JSON; the rest of it is short. */
const longestSubjects = 1_048_576;

function entriesOf(access: Access): readonly Access[] {
  const parts: string[][] = [[]];
  let bytes = 0;
  for (const subject of access.subjects) {
    const length = Buffer.byteLength(JSON.stringify(subject)) + 1;
    if (bytes > 0 && bytes + length > longestSubjects) {
      parts.push([]);
      bytes = 0;
    }
    parts.at(-1)?.push(subject);
    bytes += length;
  }
  return parts.map(subjects => ({ ...access, subjects }));
}

/** The head of the access log as the database has it. */
export async function readAccessHead(db: Kysely<Database>): Promise<AccessHead> {
  const last = await db
    .selectFrom('access_log')
    .select(['entry', 'hash'])
    .orderBy('entry', 'desc')
    .limit(1)
    .executeTakeFirst();
  return last ?? { entry: 0, hash: null };
}

function chain(head: AccessHead, accesses: readonly Access[]): readonly ChainedEntry[] {
  let { entry, hash } = head;
  return accesses.map(access => {
    const next = { ...access, entry: entry + 1, prev: hash === null ? null : accessHeadText(hash) };
    entry += 1;
    hash = Buffer.from(accessEntryHash(accessEntryText(next)));
    return { ...next, hash };
  });
}

/** @returns false where `head` is not the last entry any more, or never was: nothing is then written */
async function insertAfter(
  db: Kysely<Database>,
  head: AccessHead,
  entries: readonly ChainedEntry[],
): Promise<boolean> {
  const rows = entries.map(({ at, hash, prev: _, ...entry }) => ({
    ...entry,
    at: new Date(at).toISOString(),
    hash: `\\x${hash.toString('hex')}`,
  }));
  const { entry, hash } = head;
  const { numAffectedRows } = await sql`
    insert into access_log (entry, at, officer, roles, resource, subjects, purpose, result, hash)
    select entry, at, officer, roles, resource, subjects, purpose, result, hash
    from jsonb_populate_recordset(null::access_log, ${JSON.stringify(rows)}::jsonb)
    where ${entry}::bigint = coalesce((select max(entry) from access_log), 0)
      and (${entry}::bigint = 0 or exists (select from access_log where entry = ${entry} and hash = ${hash}))`
    .execute(db)
    .catch((error: unknown) => {
      if (isTaken(error)) return { numAffectedRows: 0n };
      throw error;
    });
  return Number(numAffectedRows) === entries.length;
}

/** Another process has written an entry of this number meanwhile. */
function isTaken(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === '23505';
}
