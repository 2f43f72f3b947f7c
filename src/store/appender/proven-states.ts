import { isDeepStrictEqual } from 'node:util';
import { type Kysely, sql } from 'kysely';
import { replayAct } from '../../custody/judge/place-act.js';
import { Overlay, type Standing } from '../../custody/judge/world.js';
import type { LogState } from '../../custody/log/state.js';
import type { Sop } from '../../custody/sop/document.js';
import {
  decodeLeaf,
  equalBytes,
  FormatError,
  hashJws,
  inclusionProofsFromTiles,
  leafHash,
  peekEvent,
  readActs,
  verifyInclusion,
} from '../../log/index.js';
import type { Database } from '../schema/index.js';
import { storedTiles } from '../tiles.js';
import type { SignedCheckpoint } from '../vault.js';
import { EventsMissing, StateChanged } from './outcome.js';

/** What states are proven against. */
export interface ProvingGround {
  /** Of the log's row; leaves beyond the last checkpoint are looked for under it. */
  readonly position: { readonly size: number; readonly root: Uint8Array };
  readonly last: SignedCheckpoint;
  /** The state of the log, from which founders take theirs. */
  readonly log: LogState | undefined;
  readonly sop: Sop;
}

interface StoredEvent {
  readonly log_index: number;
  readonly jws: string;
  readonly leaf: Uint8Array;
}

/**
 * Whether the stored states of officers and of the log are those that signed events make. Whoever may write to the
 * tables could otherwise put a key into an officer's state, take a revocation out of it or grant a role, and the rules
 * would believe it. A state is made anew from the events of its subject, each of them under the signed checkpoint, once
 * for each head: afterwards it is only compared with what was made. States of other subjects are compared by
 * `scelle fsck` alone.
 */
export class ProvenStates {
  readonly #proven = new Map<string, Standing>();
  readonly #digests = new Map<string, string>();
  /** So many leaves were seen to have their events. */
  #present = 0;
  /** How many events each officer and the log have among them. */
  readonly #reached = new Map<string, number>();

  /** A subject without a row has no events either: without this a founder would be again what the founding made of him. */
  async requireNone(db: Kysely<Database>, subject: string): Promise<void> {
    const row = await db
      .selectFrom('event')
      .select('log_index')
      .where('subject', '=', subject)
      .limit(1)
      .executeTakeFirst();
    if (row !== undefined || this.#proven.has(subject)) throw new StateChanged(subject);
  }

  /** @throws StateChanged, EventsMissing */
  async require(
    db: Kysely<Database>,
    subject: string,
    stored: Standing,
    ground: ProvingGround,
  ): Promise<void> {
    await this.#requirePresent(db, ground);
    if (stored.seq < (this.#reached.get(subject) ?? 0)) throw new StateChanged(subject);
    const known = this.#proven.get(subject);
    if (known?.head === stored.head && known.seq === stored.seq) {
      if (!isDeepStrictEqual(known.state, stored.state)) throw new StateChanged(subject);
      return;
    }
    const { made, signed } = await replay(db, subject, known, ground);
    if (made === undefined || made.head !== stored.head || made.seq !== stored.seq)
      throw new StateChanged(subject);
    if (!isDeepStrictEqual(made.state, stored.state)) throw new StateChanged(subject);
    // What no checkpoint covers yet is looked at again.
    if (signed) this.#proven.set(subject, made);
  }

  /**
   * Every officer and the log; what has not changed since it was proven costs one row.
   * @throws StateChanged, EventsMissing
   */
  async requireAll(db: Kysely<Database>, ground: ProvingGround): Promise<void> {
    await this.#requirePresent(db, ground);
    const { rows } = await sql<{ subject: string; digest: string }>`
      select subject, md5(seq::text || head || state::text) as digest from subject
      where kind in ('log', 'officer') order by kind, subject`.execute(db);
    const present = new Set(rows.map(({ subject }) => subject));
    for (const subject of this.#proven.keys()) if (!present.has(subject)) throw new StateChanged(subject);
    for (const { subject, digest } of rows) {
      if (this.#digests.get(subject) === digest) continue;
      const stored = await db
        .selectFrom('subject')
        .select(['seq', 'head', 'state'])
        .where('subject', '=', subject)
        .executeTakeFirst();
      if (stored === undefined) throw new StateChanged(subject);
      await this.require(db, subject, stored, ground);
      if (this.#proven.get(subject)?.head === stored.head) this.#digests.set(subject, digest);
    }
  }

  /**
   * Every leaf has its event, and every officer whom an event names his row: a history that was cut at its end looks whole
   * from its beginning. Leaves that were looked at before are not looked at again.
   */
  async #requirePresent(db: Kysely<Database>, { position: { size } }: ProvingGround): Promise<void> {
    if (this.#present >= size) return;
    const from = this.#present;
    const { rows } = await sql<{ subject: string | null; count: string; seq: number; rowless: boolean }>`
      select case when split_part(event.subject, '/', 1) in ('log', 'officer') then event.subject end as subject,
        count(*) as count, max(event.seq) as seq, bool_or(subject.subject is null) as rowless
      from event left join subject using (subject)
      where log_index >= ${from} and log_index < ${size}
      group by 1`.execute(db);
    const missing = rows.reduce((rest, { count }) => rest - Number(count), size - from);
    if (missing > 0) throw new EventsMissing(`of the ${size} events of the log ${missing} are gone`);
    for (const { subject, seq, rowless } of rows) {
      if (subject === null) continue;
      if (rowless) throw new StateChanged(subject);
      this.#reached.set(subject, seq);
    }
    this.#present = size;
  }
}

/** @returns where the subject stands by its events, and whether the last checkpoint covers all of them */
async function replay(
  db: Kysely<Database>,
  subject: string,
  known: Standing | undefined,
  ground: ProvingGround,
): Promise<{ readonly made: Standing | undefined; readonly signed: boolean }> {
  try {
    const rows = await readEvents(db, subject, known?.seq ?? 0);
    const refs = rows.flatMap(({ event }) => event.refs);
    const own = new Set(rows.map(({ event }) => event.eventId));
    // An event that names an earlier one is folded with it at hand.
    if (known !== undefined && refs.some(ref => !own.has(ref))) return replay(db, subject, undefined, ground);
    requireChain(rows, subject, known);
    await requireIncluded(db, rows, subject, ground);
    const signed = rows.every(({ index }) => index < ground.last.size);
    return { made: fold(rows, subject, known, ground), signed };
  } catch (error) {
    if (error instanceof FormatError || error instanceof RangeError)
      throw new StateChanged(subject, { cause: error });
    throw error;
  }
}

type ReadEvent = Awaited<ReturnType<typeof readEvents>>[number];

async function readEvents(db: Kysely<Database>, subject: string, after: number) {
  const rows: readonly StoredEvent[] = await db
    .selectFrom('event')
    .select(['log_index', 'jws', 'leaf'])
    .where('subject', '=', subject)
    .where('seq', '>', after)
    .orderBy('seq')
    .execute();
  return rows.map(({ log_index: index, jws, leaf }) => ({
    index,
    event: peekEvent(jws),
    jwsHash: hashJws(jws),
    leaf: decodeLeaf(leaf),
    leafHash: leafHash(leaf),
  }));
}

/** One history without a gap, each event in the leaf of its own bytes. */
function requireChain(rows: readonly ReadEvent[], subject: string, known: Standing | undefined): void {
  let [seq, head] = [known?.seq ?? 0, known?.head ?? null];
  for (const { event, jwsHash, leaf } of rows) {
    const follows = event.subject === subject && event.seq === seq + 1 && event.prev === head;
    if (!follows || !equalBytes(leaf.jwsHash, jwsHash)) throw new StateChanged(subject);
    seq = event.seq;
    head = event.eventId;
  }
}

/** Each leaf stands under the checkpoint that the log signed, or, where that is older, under the tree that is stored. */
async function requireIncluded(
  db: Kysely<Database>,
  rows: readonly ReadEvent[],
  subject: string,
  { last, position }: ProvingGround,
): Promise<void> {
  for (const tree of [last, position]) {
    const under = rows.filter(({ index }) => index < last.size === (tree === last));
    if (under.length === 0) continue;
    const { size, root } = tree;
    const proofs = await inclusionProofsFromTiles(
      under.map(({ index }) => index),
      size,
      storedTiles(db),
    );
    for (const [at, { index, leafHash: hash }] of under.entries()) {
      const proof = proofs[at] ?? [];
      if (!verifyInclusion({ index, size, leafHash: hash, proof, root })) throw new StateChanged(subject);
    }
  }
}

/** What the events make of the subject, by the rules' `evolve` alone. */
function fold(
  rows: readonly ReadEvent[],
  subject: string,
  known: Standing | undefined,
  { log, sop }: ProvingGround,
): Standing | undefined {
  const world = new Overlay({
    standing: asked => (asked === subject ? known : undefined),
    event: () => undefined,
    claimant: () => undefined,
    sopDocument: () => undefined,
    log: () => log,
    sourcesOf: () => undefined,
    subjectsNaming: () => undefined,
    piecesLinkedBy: () => [],
  });
  const { acts, faults } = readActs(rows.map(({ event }) => event));
  if (faults.length > 0) throw new StateChanged(subject);
  for (const act of acts) {
    const row = rows[act.position];
    if (row === undefined) throw new StateChanged(subject);
    const moment = { receivedAt: row.leaf.receivedAt, firstIndex: row.index - act.position, sop };
    replayAct(world, act, moment);
  }
  const made = world.standing(subject);
  // As the table has it: members that are undefined are not stored.
  return made === undefined ? undefined : { ...made, state: JSON.parse(JSON.stringify(made.state)) };
}
