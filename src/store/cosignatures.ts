import { type Kysely, sql } from 'kysely';
import type { LogState } from '../custody/log/state.js';
import {
  FormatError,
  formatSignatureLine,
  hasQuorum,
  type Policy,
  parseNote,
  type VerifierKey,
  verifyNote,
} from '../log/index.js';
import { policyAt } from './policy-at.js';
import { readSignedCheckpoint } from './read-signed-checkpoint.js';
import type { Database } from './schema/index.js';
import type { SignedCheckpoint } from './vault.js';

/** A verified cosignature, as it is kept. */
export interface KeptCosignature {
  /** Signature line of the note, with its newline. */
  readonly line: string;
  /** Milliseconds since 1970. */
  readonly time: number;
}

/** Keeps a cosignature that was verified. Kept twice, it is there once. */
export async function keepCosignature(
  db: Kysely<Database>,
  { name: key_name, keyId: key_id }: VerifierKey,
  { size, note }: Pick<SignedCheckpoint, 'size' | 'note'>,
  { line, time: witnessed_at }: KeptCosignature,
): Promise<void> {
  // A crash right after signing leaves no copy of the checkpoint.
  await db
    .insertInto('checkpoint')
    .values({ size, note })
    .onConflict(conflict => conflict.column('size').doNothing())
    .execute();
  await db
    .insertInto('cosignature')
    .values({ size, key_name, key_id, witnessed_at, line })
    .onConflict(conflict => conflict.doNothing())
    .execute();
}

/** Where a witness stood when it cosigned last, as far as is known here. */
export async function readLastCosigned(
  db: Kysely<Database>,
  { name, keyId }: VerifierKey,
): Promise<{ readonly size: number; readonly time: number } | null> {
  const row = await db
    .selectFrom('cosignature')
    .select(['size', 'witnessed_at as time'])
    .where('key_name', '=', name)
    .where('key_id', '=', keyId)
    .orderBy('size', 'desc')
    .orderBy('witnessed_at', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row ?? null;
}

/**
 * The note of a checkpoint with the newest good line of each witness of the policy; its text and the log's lines as they
 * are. A damaged row is passed over: who reads a bad signature of a known key takes the whole note for a bad one.
 */
export async function withCosignatures(
  db: Kysely<Database>,
  policy: Policy,
  checkpoint: Pick<SignedCheckpoint, 'size' | 'note'>,
): Promise<string> {
  const lines = await goodLines(db, policy, checkpoint);
  return checkpoint.note + [...lines.values()].join('');
}

/** So many lines of a witness are looked at for one that is good. */
const linesLookedAt = 10;

/** By the name of the witness in the policy. */
async function goodLines(
  db: Kysely<Database>,
  { witnesses }: Policy,
  { size, note }: Pick<SignedCheckpoint, 'size' | 'note'>,
): Promise<ReadonlyMap<string, string>> {
  const good = new Map<string, string>();
  for (const { name, key } of witnesses) {
    const rows = await db
      .selectFrom('cosignature')
      .select('line')
      .where('size', '=', size)
      .where('key_name', '=', key.name)
      .where('key_id', '=', key.keyId)
      .orderBy('witnessed_at', 'desc')
      .limit(linesLookedAt)
      .execute();
    for (const { line } of rows) {
      if (!(await isGood(note, line, key))) continue;
      good.set(name, line);
      break;
    }
  }
  return good;
}

async function isGood(note: string, line: string, key: VerifierKey): Promise<boolean> {
  try {
    await verifyNote(parseNote(`${parseNote(note).text}\n${line}`), [key]);
    return true;
  } catch (error) {
    if (error instanceof FormatError) return false;
    throw error;
  }
}

/**
 * The newest checkpoint that enough witnesses have cosigned, with their lines, each of them verified, as are those of the
 * keys of the log: a row that is damaged is passed over.
 * @returns undefined where there is none, or the policy asks for no witness
 */
export async function readLastWitnessed(
  db: Kysely<Database>,
  policy: Policy,
  origin: string,
): Promise<SignedCheckpoint | undefined> {
  const { witnesses, quorum } = policy;
  if (quorum === null || witnesses.length === 0) return undefined;
  const nameOf = new Map(witnesses.map(({ name, key }) => [`${key.name}+${key.keyId}`, name]));
  for await (const { size, note, keys } of sizesCosigned(db)) {
    const names = keys.map(key => nameOf.get(key)).filter(name => name !== undefined);
    if (!hasQuorum(policy, new Set(names))) continue;
    const lines = await goodLines(db, policy, { size, note });
    if (!hasQuorum(policy, new Set(lines.keys()))) continue;
    const checkpoint = readSignedCheckpoint(note, origin);
    if (!(await isSignedByLog(db, policy, checkpoint))) continue;
    return { ...checkpoint, note: note + [...lines.values()].join('') };
  }
  return undefined;
}

/** Whether the keys that sign for this size have signed, every one. */
async function isSignedByLog(
  db: Kysely<Database>,
  policy: Policy,
  { size, note }: SignedCheckpoint,
): Promise<boolean> {
  const { state } = await db
    .selectFrom('log_state')
    .innerJoin('subject', 'subject.subject', 'log_state.subject')
    .select('subject.state')
    .executeTakeFirstOrThrow();
  for (const key of policyAt(policy, state as LogState, size).logs) {
    const own = parseNote(note).signatures.filter(
      ({ name, keyId }) => name === key.name && keyId === key.keyId,
    );
    if (own.length === 0 || !(await isGood(note, own.map(formatSignatureLine).join(''), key))) return false;
  }
  return true;
}

const pageSize = 100;

/** Sizes with a cosignature, the newest first, with who gave one: `name+key id`. */
async function* sizesCosigned(db: Kysely<Database>) {
  for (let below: number = Number.MAX_SAFE_INTEGER; ; ) {
    const page = await db
      .selectFrom('cosignature')
      .innerJoin('checkpoint', 'checkpoint.size', 'cosignature.size')
      .select(({ fn }) => [
        'cosignature.size',
        'checkpoint.note',
        fn.agg<string[]>('array_agg', [sql`key_name || '+' || key_id`]).as('keys'),
      ])
      .where('cosignature.size', '<', below)
      .groupBy(['cosignature.size', 'checkpoint.note'])
      .orderBy('cosignature.size', 'desc')
      .limit(pageSize)
      .execute();
    yield* page;
    const last = page.at(-1);
    if (last === undefined || page.length < pageSize) return;
    below = last.size;
  }
}
